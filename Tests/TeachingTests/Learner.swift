import Autodiff
import Expressions
import Teaching

/// Learners who follow one wrong rule each: what they answer to every entry of a graph.
///
/// What a rule gives is worked out here anew from the table of rules, and not by the diagnosis.
struct Learner {
  typealias Answer = (rule: WrongRule, value: Double)

  let key: AnswerKey
  /// How far away in the list of entries the learner looks for another one's answer.
  var reach = Int.max

  private var graph: ComputationGraph { key.graph }

  /// The wrong answers to an entry; a rule that may be followed in several ways has several.
  func answers(at index: Int) -> [Answer] {
    let entry = key.list.entries[index]
    let right = key.value(of: index)
    var found: [Answer] = [(.sign, -right)]
    found += [10, 100, 1000].flatMap { scale -> [Answer] in
      [(.powerOfTen, right * scale), (.powerOfTen, right / scale)]
    }
    for other in key.list.entries.indices where other != index && abs(other - index) <= reach {
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
      found += wrongPoints(expression, operands, slot, entry.node).map {
        (.wrongPoint, $0 * upstream)
      }
    }
    found += quantities(entry, operand, right)
    return entry.kind == .local ? found : found + chained(entry, operand, right)
  }

  /// The derivative with another value in the place of one that it depends on.
  private func wrongPoints(
    _ expression: Expression, _ operands: [Double], _ slot: Int, _ node: Int
  ) -> [Double] {
    let inputs = graph.nodes.indices.filter { graph.nodes[$0].formula == nil }
      .map { key.forward.values[$0] }
    let near = operands + [key.forward.values[node]]
    // In a large graph nobody looks further than the box.
    let others = operands.count > 4 ? [] : Set(near + inputs).count > 12 ? near : near + inputs
    return operands.indices.flatMap { place in
      others.map { other in
        var moved = operands
        moved[place] = other
        return LearnerSlopes(expression, at: moved, slot: slot).slope()
      }
    }
  }

  private func quantities(_ entry: Entry, _ operand: Int, _ right: Double) -> [Answer] {
    let before = key.forward.values[entry.kind == .local ? entry.node : graph.output]
    var found: [Answer] = [
      (.forwardValue, key.forward.values[operand]), (.forwardValue, key.forward.values[entry.node]),
      (.nudgedChange, 0.001 * right), (.upsideDown, 1 / right),
      (.unitChange, nudged(entry, operand, by: 1) - before),
    ]
    // What was moved is written with digits enough to show it.
    func isSeen(_ after: Double, _ before: Double) -> Bool {
      Double(after.written()) != Double(before.written())
    }
    let after = nudged(entry, operand, by: 0.001)
    if isSeen(after, before) { found.append((.nudgedValue, after)) }
    guard entry.kind != .local, graph.nodes[operand].kind == .parameter else { return found }
    let weight = key.forward.values[operand]
    for rate in [0.1, 0.01, 0.001] {
      found.append((.updateStep, -rate * right))
      let stepped = weight - rate * right
      if isSeen(stepped, weight) { found.append((.updateStep, stepped)) }
    }
    return found
  }

  /// What becomes of the output, or of a box alone, when an operand was moved and everything computed anew.
  private func nudged(_ entry: Entry, _ operand: Int, by step: Double) -> Double {
    var values = key.forward.values
    values[operand] += step
    for (index, node) in graph.nodes.enumerated() {
      let isComputed = entry.kind == .local ? index == entry.node : index > operand
      guard isComputed, let expression = node.formula?.expression else { continue }
      values[index] = expression.value(at: node.operands.map { values[$0] })
    }
    return values[entry.kind == .local ? entry.node : graph.output]
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

  /// Numbers of earlier entries rounded to three digits, and what follows from all of them.
  func rounding(before index: Int) -> (own: [Int: Double], value: Double)? {
    let own = Dictionary(
      uniqueKeysWithValues: key.list.entries[index].prerequisites.compactMap { earlier in
        let exact = key.value(of: earlier)
        let rounded = Double(exact.written(digits: 3)) ?? exact
        return rounded == exact ? nil : (earlier, rounded)
      })
    guard let (earlier, rounded) = own.first, own.count == 1 else { return nil }
    return following(index, from: earlier, as: rounded).map { (own, $0) }
  }

  /// How far the output, or an entry's own node, moves for a nudge by 0.001, for each unit.
  func estimate(of index: Int) -> Double? {
    let entry = key.list.entries[index]
    guard let operand = key.operand(of: entry), entry.kind != .contribution else { return nil }
    let before = key.forward.values[entry.kind == .local ? entry.node : graph.output]
    return (nudged(entry, operand, by: 0.001) - before) / 0.001
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
