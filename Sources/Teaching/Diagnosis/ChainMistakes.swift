import Autodiff
import Expressions

/// What each wrong rule about the chain gives as a derivative of the output.
struct ChainMistakes {
  /// One path on which a quantity reaches the output: through the next node, by its local derivative.
  private struct Path {
    var node: Int
    var slot: Int
    var local: Double
    var upstream: Double

    var value: Double { local * upstream }
  }

  private(set) var mistakes: [Mistake] = []
  private let numbers: GraphNumbers
  private let right: Double

  /// - Parameters:
  ///   - entry: a derivative of the output, whole or by one path.
  ///   - operand: the quantity with respect to which it is one.
  init(_ entry: Entry, operand: Int, right: Double, in numbers: GraphNumbers) {
    self.numbers = numbers
    self.right = right
    let graph = numbers.graph
    let nodes =
      entry.slot == nil
      ? graph.consumers[operand].filter { graph.reachesOutput[$0] } : [entry.node]
    let paths = nodes.compactMap { node -> Path? in
      guard let slot = graph.nodes[node].operands.firstIndex(of: operand) else { return nil }
      return Path(
        node: node, slot: slot, local: numbers.local(of: node, slot: slot),
        upstream: numbers.derivative(node))
    }
    if paths.count == 1 { add(paths[0]) } else { add(paths) }
    add(.seed, right * numbers.value(graph.output))
    add(.doubled, 2 * right)
    add(.upsideDown, 1 / right)
    addValues(paths, operand)
    for path in paths where paths.count == 1 { addSentTwice(path) }
    // Who makes one sweep multiplies by a value sooner than makes two and forgets.
    if let kept = keptBetween(operand) { add(.keptBetween, kept) }
  }

  private mutating func add(_ rule: WrongRule, _ value: Double, place: Int? = nil) {
    mistakes.append(Mistake(rule, value, place: place))
  }

  private mutating func add(_ path: Path) {
    let graph = numbers.graph
    guard path.node != graph.output else { return }
    add(.localOnly, path.local)
    add(.upstreamOnly, path.upstream)
    add(.added, path.local + path.upstream)
    add(.divided, path.local / path.upstream)
    add(.divided, path.upstream / path.local)
    for (slot, operand) in graph.nodes[path.node].operands.enumerated() where slot != path.slot {
      guard graph.nodes[operand].kind != .data else { continue }
      add(.sibling, numbers.local(of: path.node, slot: slot) * path.upstream, place: operand)
    }
    for next in graph.consumers[path.node] where graph.reachesOutput[next] {
      guard let slot = graph.nodes[next].operands.firstIndex(of: path.node) else { continue }
      if next != graph.output { add(.skippedNode, path.local * numbers.derivative(next)) }
      add(.extraFactor, path.value * numbers.local(of: next, slot: slot))
      // Where the next box is a power or a function, what comes from the right is its outer derivative.
      if graph.nodes[next].formula?.expression.isOuter ?? false {
        add(.innerForgotten, path.upstream)
      }
    }
  }

  private mutating func add(_ paths: [Path]) {
    guard let first = paths.first, let last = paths.last else { return }
    let locals = paths.reduce(0) { $0 + $1.local }
    let upstreams = paths.reduce(0) { $0 + $1.upstream }
    add(.localOnly, locals)
    add(.upstreamOnly, upstreams)
    add(.added, locals + upstreams)
    add(.onePath, first.value)
    add(.onePath, last.value)
    for path in paths.dropFirst().dropLast() { add(.onePath, path.value) }
    add(.pathsMultiplied, paths.reduce(1) { $0 * $1.value })
    add(.pathsAveraged, right / Double(paths.count))
    for path in [first, last] {
      add(.oneUpstream, locals * path.upstream)
      add(.oneLocal, path.local * upstreams)
    }
    let sum = paths.reduce(0) { $0 + $1.value }
    for path in paths {
      add(.pathSign, sum - 2 * path.value, place: path.node)
      if paths.count > 2 { add(.pathMissing, sum - path.value, place: path.node) }
      add(.pathFactor, sum - path.value + path.local, place: path.node)
      add(.pathFactor, sum - path.value + path.upstream, place: path.node)
    }
    if paths.count == 2 { add(.pathSign, last.value - first.value, place: first.node) }
  }

  /// A value that is multiplied in the place of a derivative, or along with it.
  private mutating func addValues(_ paths: [Path], _ operand: Int) {
    // The output's value is a wrong seed.
    let inner = paths.filter { $0.node != numbers.graph.output }
    for path in inner {
      add(.timesValue, path.local * numbers.value(path.node), place: path.node)
      add(.timesValue, path.upstream * numbers.value(operand), place: operand)
    }
    for node in [operand] + inner.map(\.node) where abs(numbers.value(node)) != 1 {
      add(.timesValue, right * numbers.value(node), place: node)
    }
  }

  /// What stands at a quantity after two sweeps where the boxes in between keep what the first one left in them.
  private func keptBetween(_ operand: Int) -> Double? {
    let graph = numbers.graph
    guard graph.nodes.count <= 64, graph.nodes[operand].formula == nil else { return nil }
    var sums = graph.nodes.indices.map { numbers.derivative($0) }
    for node in graph.nodes.indices.reversed() where node >= operand {
      let upstream = node == graph.output ? 1 : sums[node]
      guard graph.nodes[node].formula != nil, graph.reachesOutput[node] else { continue }
      for (slot, target) in graph.nodes[node].operands.enumerated() {
        sums[target] += numbers.local(of: node, slot: slot) * upstream
      }
    }
    return sums[operand]
  }

  /// What a box sends on each time that something arrives from the right, and not once after all has arrived.
  private mutating func addSentTwice(_ path: Path) {
    let graph = numbers.graph
    let consumers = graph.consumers[path.node].filter { graph.reachesOutput[$0] }
    guard (2...16).contains(consumers.count) else { return }
    let parts = consumers.map { consumer in
      let slot = graph.nodes[consumer].operands.firstIndex(of: path.node) ?? 0
      return numbers.local(of: consumer, slot: slot) * numbers.derivative(consumer)
    }
    for order in [parts, parts.reversed()] {
      var arrived = 0.0
      let sent = order.reduce(0) { sum, part in
        arrived += part
        return sum + arrived
      }
      add(.sentTwice, path.local * sent, place: path.node)
    }
  }
}

extension Expression {
  /// Whether the formula is a power or a function of one name, perhaps times a number: the outer part of a whole.
  fileprivate var isOuter: Bool {
    guard names.count == 1 else { return false }
    return terms.contains { term in
      switch term {
      case .unary(let operation, _): operation != .negate
      case .binary(.power, _, _): true
      case .binary, .number, .constant, .name, .array: false
      }
    }
  }
}
