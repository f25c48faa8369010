import Autodiff
import Expressions

/// What each wrong rule about the chain gives as a derivative of the output.
struct ChainMistakes {
  typealias Mistake = (rule: WrongRule, value: Double)

  /// One path on which a quantity reaches the output: through the next node, by its local derivative.
  private struct Path {
    var node: Int
    var slot: Int
    var local: Double
    var upstream: Double

    var value: Double { local * upstream }
  }

  private(set) var mistakes: [Mistake] = []
  private let key: AnswerKey
  private let right: Double

  /// - Parameters:
  ///   - entry: a derivative of the output, whole or by one path.
  ///   - operand: the quantity with respect to which it is one.
  init(_ entry: Entry, operand: Int, right: Double, in key: AnswerKey) {
    self.key = key
    self.right = right
    let graph = key.graph
    let nodes =
      entry.slot == nil
      ? graph.consumers[operand].filter { graph.reachesOutput[$0] } : [entry.node]
    let paths = nodes.compactMap { node -> Path? in
      guard let slot = graph.nodes[node].operands.firstIndex(of: operand) else { return nil }
      return Path(
        node: node, slot: slot, local: key.backward.localDerivative(of: node, slot: slot),
        upstream: key.backward.derivatives[node])
    }
    if paths.count == 1 { add(paths[0]) } else { add(paths) }
    add(.seed, right * key.forward.values[graph.output])
    add(.doubled, 2 * right)
    add(.upsideDown, 1 / right)
  }

  private mutating func add(_ rule: WrongRule, _ value: Double) {
    mistakes.append((rule, value))
  }

  private mutating func add(_ path: Path) {
    let graph = key.graph
    guard path.node != graph.output else { return }
    add(.localOnly, path.local)
    add(.upstreamOnly, path.upstream)
    add(.added, path.local + path.upstream)
    add(.divided, path.local / path.upstream)
    add(.divided, path.upstream / path.local)
    for (slot, operand) in graph.nodes[path.node].operands.enumerated() where slot != path.slot {
      guard graph.nodes[operand].kind != .data else { continue }
      let other = key.backward.localDerivative(of: path.node, slot: slot)
      add(.sibling, other * path.upstream)
    }
    for next in graph.consumers[path.node] where graph.reachesOutput[next] {
      guard let slot = graph.nodes[next].operands.firstIndex(of: path.node) else { continue }
      if next != graph.output { add(.skippedNode, path.local * key.backward.derivatives[next]) }
      add(.extraFactor, path.value * key.backward.localDerivative(of: next, slot: slot))
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
      case .binary, .number, .constant, .name: false
      }
    }
  }
}
