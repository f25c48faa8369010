import Autodiff
import Expressions
import Teaching

/// Learners who follow one wrong rule each: what they answer to every entry of a graph.
///
/// What a rule gives is worked out here anew from the table of rules, and not by the diagnosis.
struct Learner {
  typealias Answer = (rule: WrongRule, value: Double)

  let key: AnswerKey

  private var graph: ComputationGraph { key.graph }

  /// The wrong answers to an entry; a rule that may be followed in several ways has several.
  func answers(at index: Int) -> [Answer] {
    let entry = key.list.entries[index]
    let right = key.value(of: index)
    var found: [Answer] = [
      (.sign, -right), (.powerOfTen, 10 * right), (.powerOfTen, right / 10),
    ]
    for (other, _) in key.list.entries.enumerated() where other != index {
      found.append((.otherEntry, key.value(of: other)))
    }
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    let operands = key.forward.operandValues(of: entry.node)
    guard let operand = key.operand(of: entry) else {
      return found + LearnerValues(expression: expression, operands: operands).mistakes
    }
    let upstream = entry.kind == .local ? 1 : key.backward.derivatives[entry.node]
    if let slot = entry.slot {
      let slopes = LearnerSlopes(expression, at: operands, slot: slot)
      found += slopes.mistakes.map { ($0.rule, $0.value * upstream) }
      found += wrongPoints(expression, operands, slot, entry.node).map { (.wrongPoint, $0 * upstream) }
    }
    found += quantities(entry, operand, right)
    return entry.kind == .local ? found : found + chained(entry, operand, right)
  }

  /// The derivative with another value in the place of one that it depends on.
  private func wrongPoints(
    _ expression: Expression, _ operands: [Double], _ slot: Int, _ node: Int
  ) -> [Double] {
    let others = operands + [key.forward.values[node]]
    return operands.indices.flatMap { place in
      others.map { other in
        var moved = operands
        moved[place] = other
        return LearnerSlopes(expression, at: moved, slot: slot).slope()
      }
    }
  }

  private func quantities(_ entry: Entry, _ operand: Int, _ right: Double) -> [Answer] {
    let target = entry.kind == .local ? entry.node : graph.output
    let before = key.forward.values[target]
    var found: [Answer] = [
      (.forwardValue, key.forward.values[operand]), (.forwardValue, key.forward.values[entry.node]),
      (.nudgedChange, 0.001 * right), (.upsideDown, 1 / right),
      (.nudgedValue, value(of: target, moving: operand, by: 0.001)),
      (.unitChange, value(of: target, moving: operand, by: 1) - before),
    ]
    if entry.kind != .local, graph.nodes[operand].kind == .parameter {
      for rate in [0.1, 0.01, 0.001] {
        found.append((.updateStep, -rate * right))
        found.append((.updateStep, key.forward.values[operand] - rate * right))
      }
    }
    return found
  }

  /// A node's value after another one was moved, everything computed anew.
  private func value(of target: Int, moving moved: Int, by step: Double) -> Double {
    var values = key.forward.values
    values[moved] += step
    for (index, node) in graph.nodes.enumerated() where index > moved {
      guard let expression = node.formula?.expression else { continue }
      values[index] = expression.value(at: node.operands.map { values[$0] })
    }
    return values[target]
  }

  private func local(_ node: Int, _ operand: Int) -> Double {
    guard let slot = graph.nodes[node].operands.firstIndex(of: operand),
      let expression = graph.nodes[node].formula?.expression
    else { return 0 }
    return LearnerSlopes(expression, at: key.forward.operandValues(of: node), slot: slot).slope()
  }

  private func chained(_ entry: Entry, _ operand: Int, _ right: Double) -> [Answer] {
    let found: [Answer] = [
      (.doubled, right + right), (.seed, right * key.forward.values[graph.output]),
    ]
    if entry.slot == nil { return found + paths(from: operand, right) }
    return entry.node == graph.output ? found : found + path(entry, operand)
  }

  private func path(_ entry: Entry, _ operand: Int) -> [Answer] {
    let (l, g) = (local(entry.node, operand), key.backward.derivatives[entry.node])
    var found: [Answer] = [
      (.localOnly, l), (.upstreamOnly, g), (.added, l + g), (.divided, l / g), (.divided, g / l),
    ]
    for next in graph.consumers[entry.node] where graph.reachesOutput[next] {
      if next != graph.output { found.append((.skippedNode, l * key.backward.derivatives[next])) }
      found.append((.extraFactor, l * g * local(next, entry.node)))
      if graph.nodes[next].formula?.expression.isOneFunction ?? false {
        found.append((.innerForgotten, g))
      }
    }
    for other in graph.nodes[entry.node].operands
    where other != operand && graph.nodes[other].kind != .data {
      found.append((.sibling, local(entry.node, other) * g))
    }
    return found
  }

  private func paths(from operand: Int, _ right: Double) -> [Answer] {
    let paths = graph.consumers[operand].filter { graph.reachesOutput[$0] }
      .map { (l: local($0, operand), g: key.backward.derivatives[$0]) }
    let products = paths.map { $0.l * $0.g }
    let (locals, upstreams) = (paths.map(\.l).reduce(0, +), paths.map(\.g).reduce(0, +))
    return products.map { (.onePath, $0) } + [
      (.pathsMultiplied, products.reduce(1, *)),
      (.pathsAveraged, right / Double(paths.count)),
      (.localOnly, locals), (.upstreamOnly, upstreams), (.added, locals + upstreams),
      (.oneUpstream, locals * paths[0].g), (.oneUpstream, locals * paths[paths.count - 1].g),
      (.oneLocal, paths[0].l * upstreams), (.oneLocal, paths[paths.count - 1].l * upstreams),
    ]
  }

  /// What follows for an entry from a wrong number for one that leads to it.
  func following(_ index: Int, from earlier: Int, as wrong: Double) -> Double? {
    let entry = key.list.entries[index]
    func taken(_ other: Int) -> Double { other == earlier ? wrong : key.value(of: other) }
    if !entry.isLocal, entry.kind != .forward {
      let factors = entry.prerequisites.map(taken)
      return entry.slot == nil ? factors.reduce(0, +) : factors.reduce(1, *)
    }
    guard let expression = graph.nodes[entry.node].formula?.expression else { return nil }
    let operands = graph.nodes[entry.node].operands.map { operand in
      key.list.forward(of: operand).map(taken) ?? key.forward.values[operand]
    }
    guard let slot = entry.slot else { return expression.value(at: operands) }
    return LearnerSlopes(expression, at: operands, slot: slot).slope()
  }

  /// How far the output, or an entry's own node, moves for a nudge by 0.001, for each unit.
  func estimate(of index: Int) -> Double? {
    let entry = key.list.entries[index]
    guard let operand = key.operand(of: entry), entry.kind != .contribution else { return nil }
    let target = entry.kind == .local ? entry.node : graph.output
    return (value(of: target, moving: operand, by: 0.001) - key.forward.values[target]) / 0.001
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
        }
      }
  }
}
