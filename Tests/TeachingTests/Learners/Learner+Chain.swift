import Autodiff
import Expressions
import Teaching

// Wrong rules about the chain.

extension Learner {
  /// What belongs to the way on to the output, where a box alone is asked.
  func whole(_ entry: Entry, _ operand: Int) -> [LearnerAnswer] {
    let upstream = paper.derivative(entry.node)
    return [
      LearnerAnswer(.wholeDerivative, paper.local(entry.node, operand) * upstream),
      LearnerAnswer(.wholeDerivative, paper.derivative(operand)),
      LearnerAnswer(.upstreamOnly, upstream),
    ]
  }

  func chained(_ entry: Entry, _ operand: Int, _ right: Double) -> [LearnerAnswer] {
    var found = [
      LearnerAnswer(.doubled, right + right),
      LearnerAnswer(.seed, right * paper.value(graph.output)),
    ]
    found += weightsForgotten(entry, operand).map { LearnerAnswer(.weightForgotten, $0) }
    if isLogit(before: entry.node), right > -1, right < 0 {
      found.append(LearnerAnswer(.targetForgotten, 1 + right))
      found.append(LearnerAnswer(.targetForgotten, -(1 + right)))
    }
    if right != 0 { found.append(LearnerAnswer(.timesValue, right * paper.value(operand))) }
    if entry.slot == nil { return found + paths(from: operand, right) }
    return entry.node == graph.output ? found : found + path(entry, operand, right)
  }

  private func path(_ entry: Entry, _ operand: Int, _ right: Double) -> [LearnerAnswer] {
    let (l, g) = (paper.local(entry.node, operand), paper.derivative(entry.node))
    var found = [
      LearnerAnswer(.localOnly, l), LearnerAnswer(.upstreamOnly, g), LearnerAnswer(.added, l + g),
      LearnerAnswer(.divided, l / g), LearnerAnswer(.divided, g / l),
      LearnerAnswer(.timesValue, l * paper.value(entry.node)),
      LearnerAnswer(.timesValue, g * paper.value(operand)),
      LearnerAnswer(.timesValue, right * paper.value(entry.node)),
    ]
    for next in graph.consumers[entry.node] where graph.reachesOutput[next] {
      if next != graph.output {
        found.append(LearnerAnswer(.skippedNode, l * paper.derivative(next)))
      }
      found.append(LearnerAnswer(.extraFactor, l * g * paper.local(next, entry.node)))
      if graph.nodes[next].formula?.expression.isOneFunction ?? false {
        found.append(LearnerAnswer(.innerForgotten, g))
      }
    }
    for other in graph.nodes[entry.node].operands
    where other != operand && graph.nodes[other].kind != .data {
      found.append(LearnerAnswer(.sibling, paper.local(entry.node, other) * g))
    }
    return found + sentTwice(entry.node, l)
  }

  /// A box that sends on what has arrived each time something more arrives.
  private func sentTwice(_ node: Int, _ local: Double) -> [LearnerAnswer] {
    let arriving = graph.consumers[node].filter { graph.reachesOutput[$0] }
      .map { paper.local($0, node) * paper.derivative($0) }
    guard arriving.count > 1 else { return [] }
    return [arriving, arriving.reversed()].map { order in
      let sums = order.indices.map { order[...$0].reduce(0, +) }
      return LearnerAnswer(.sentTwice, local * sums.reduce(0, +))
    }
  }

  private func paths(from operand: Int, _ right: Double) -> [LearnerAnswer] {
    let paths = graph.consumers[operand].filter { graph.reachesOutput[$0] }
      .map { (node: $0, l: paper.local($0, operand), g: paper.derivative($0)) }
    let products = paths.map { $0.l * $0.g }
    let (locals, upstreams) = (paths.map(\.l).reduce(0, +), paths.map(\.g).reduce(0, +))
    var found = products.map { LearnerAnswer(.onePath, $0) }
    found += [
      LearnerAnswer(.pathsMultiplied, products.reduce(1, *)),
      LearnerAnswer(.pathsAveraged, right / Double(paths.count)),
      LearnerAnswer(.localOnly, locals), LearnerAnswer(.upstreamOnly, upstreams),
      LearnerAnswer(.added, locals + upstreams),
    ]
    for path in [paths[0], paths[paths.count - 1]] {
      found.append(LearnerAnswer(.oneUpstream, locals * path.g))
      found.append(LearnerAnswer(.oneLocal, path.l * upstreams))
    }
    for (place, path) in paths.enumerated() {
      /// The sum with something else for this path.
      func with(_ other: Double) -> Double {
        products.indices.reduce(0) { $0 + ($1 == place ? other : products[$1]) }
      }
      found += [
        LearnerAnswer(.pathSign, with(-products[place])), LearnerAnswer(.pathFactor, with(path.l)),
        LearnerAnswer(.pathFactor, with(path.g)),
      ]
      if paths.count > 2 { found.append(LearnerAnswer(.pathMissing, with(0))) }
      if path.node != graph.output {
        found += [
          LearnerAnswer(.timesValue, right * paper.value(path.node)),
          LearnerAnswer(.timesValue, path.l * paper.value(path.node)),
          LearnerAnswer(.timesValue, path.g * paper.value(operand)),
        ]
      }
    }
    return found
  }

  /// Whether a box makes a probability of what enters it, whose logarithm is taken farther on.
  private func isLogit(before node: Int) -> Bool {
    func uses(_ wanted: Set<Operation>, at node: Int) -> Bool {
      graph.nodes[node].formula?.expression.terms.contains { term in
        if case .unary(let operation, _) = term { wanted.contains(operation) } else { false }
      } ?? false
    }
    guard uses([.exp, .sigmoid], at: node) else { return false }
    var open = [node]
    while let next = open.popLast() {
      if uses([.log], at: next) { return true }
      open += graph.consumers[next].filter { graph.reachesOutput[$0] }
    }
    return false
  }

  /// Derivatives for which a factor is left out of every product with a weight: on the whole way, or after the first box.
  private func weightsForgotten(_ entry: Entry, _ operand: Int) -> [Double] {
    guard graph.nodes.count < 60, paper.isExact else { return [] }
    /// What of the output's derivative reaches each node when weights count as 1.
    var reached = Array(repeating: 0.0, count: graph.nodes.count)
    reached[graph.output] = 1
    for node in graph.nodes.indices.reversed() where node < graph.output && node >= operand {
      for next in graph.consumers[node] where graph.reachesOutput[next] {
        let factor = isWeight(before: next, node) ? 1 : paper.local(next, node)
        reached[node] += reached[next] * factor
      }
    }
    let boxes = entry.slot == nil ? graph.consumers[operand] : [entry.node]
    let ways = boxes.filter { graph.reachesOutput[$0] }
    return [
      ways.reduce(0) { sum, box in
        sum + reached[box] * (isWeight(before: box, operand) ? 1 : paper.local(box, operand))
      },
      ways.reduce(0) { $0 + reached[$1] * paper.local($1, operand) },
    ]
  }

  /// Whether a box multiplies a computed quantity by a parameter and nothing more.
  private func isWeight(before box: Int, _ operand: Int) -> Bool {
    guard graph.nodes[operand].formula != nil else { return false }
    let local = paper.local(box, operand)
    return graph.nodes[box].operands.contains { other in
      other != operand && graph.nodes[other].kind == .parameter && paper.value(other) == local
    }
  }
}

extension Expression {
  /// Whether the formula is a power or a function of one name.
  fileprivate var isOneFunction: Bool {
    names.count == 1
      && terms.contains { term in
        switch term {
        case .unary(let operation, _): operation != .negate
        case .binary(let operation, _, _): operation == .power
        case .number, .constant, .name: false
        case .array: Expression.hasArrays()
        }
      }
  }
}
