import Autodiff
import Expressions
import Teaching

/// Learners who follow one wrong rule each, or two at once: what they answer to every entry of a graph.
///
/// What a rule gives is worked out here anew from the table of rules, and not by the diagnosis.
struct Learner {
  let paper: LearnerPaper

  init(_ key: AnswerKey, own: [Int: Double] = [:]) {
    paper = LearnerPaper(key: key, own: own)
  }

  var key: AnswerKey { paper.key }
  var graph: ComputationGraph { key.graph }

  /// The wrong answers to an entry; a rule that may be followed in several ways has several.
  func answers(at index: Int) -> [LearnerAnswer] {
    let rules = rules(at: index)
    return rules + pairs(at: index, of: rules) + scattered(at: index)
  }

  /// What rules of the operation, of the chain and of computing give.
  private func rules(at index: Int) -> [LearnerAnswer] {
    let entry = key.list.entries[index]
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    guard let operand = key.operand(of: entry) else {
      return LearnerValues(expression: expression, operands: paper.operandValues(of: entry.node))
        .answers
    }
    let upstream = entry.kind == .local ? 1 : paper.derivative(entry.node)
    var found = ofTheBox(entry).map {
      LearnerAnswer($0.cause.rule, $0.value * upstream)
    }
    found += quantities(entry, operand, paper.right(index))
    return found
      + (entry.kind == .local
        ? whole(entry, operand) : chained(entry, operand, paper.right(index)))
  }

  /// What wrong rules of the operation alone make of a local derivative.
  func ofTheBox(_ entry: Entry) -> [LearnerAnswer] {
    guard let slot = entry.slot, let slopes = paper.slopes(of: entry.node, slot: slot) else {
      return []
    }
    return slopes.answers
  }

  /// The sign of another rule's number lost, or a rule of the box with what comes from the right forgotten.
  private func pairs(at index: Int, of rules: [LearnerAnswer]) -> [LearnerAnswer] {
    let entry = key.list.entries[index]
    let slipping = rules.filter { !Learner.isNeverPaired.contains($0.cause.rule) }
    let forgetting =
      entry.isLocal
      ? [] : ofTheBox(entry).map { LearnerAnswer($0.cause.rule, $0.value, and: .localOnly) }
    return slipping.map(\.negated) + forgetting
  }

  /// Rules whose number nobody would write with another sign and mean the rule.
  private static let isNeverPaired: Set<WrongRule> = [
    .nudgedChange, .nudgedValue, .unitChange, .updateStep, .coarseNudge, .wrongPoint,
    .reluAlwaysOff, .cosSign, .subtrahendSign, .reciprocalSign, .pathSign, .signInside, .seed,
    .calculatorKey, .otherFunction, .divided, .squareOfSign, .targetForgotten, .weightForgotten,
  ]

  /// Slips of the pen, and numbers that belong elsewhere.
  private func scattered(at index: Int) -> [LearnerAnswer] {
    let right = paper.right(index)
    var found = [LearnerAnswer(.sign, -right)]
    found += [10, 100, 1000].flatMap { scale -> [LearnerAnswer] in
      [LearnerAnswer(.powerOfTen, right * scale), LearnerAnswer(.powerOfTen, right / scale)]
    }
    for other in key.list.entries.indices where other != index {
      found.append(LearnerAnswer(.otherEntry, paper.own[other] ?? key.value(of: other)))
    }
    let entry = key.list.entries[index]
    if let slot = entry.slot, let expression = graph.nodes[entry.node].formula?.expression {
      let upstream = entry.kind == .local ? 1 : paper.derivative(entry.node)
      found += wrongPoints(expression, slot, entry.node).map {
        LearnerAnswer(.wrongPoint, $0 * upstream)
      }
    }
    return found
  }

  /// The derivative with another value in the place of one that it depends on.
  private func wrongPoints(_ expression: Expression, _ slot: Int, _ node: Int) -> [Double] {
    let operands = paper.operandValues(of: node)
    let inputs = graph.nodes.indices.filter { graph.nodes[$0].formula == nil }
      .map { key.forward.values[$0] }
    let near = operands + [paper.value(node)]
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

  /// What follows for an entry from a wrong number for one that leads to it.
  func following(_ index: Int, from earlier: Int, as wrong: Double) -> Double? {
    following(index, from: [earlier: wrong])
  }

  /// What follows for an entry from other numbers for some that lead to it.
  func following(_ index: Int, from wrong: [Int: Double]) -> Double? {
    let entry = key.list.entries[index]
    func taken(_ other: Int) -> Double { wrong[other] ?? key.value(of: other) }
    if !entry.isLocal, entry.kind != .forward {
      let factors = entry.prerequisites.map(taken)
      return entry.slot == nil ? factors.reduce(0, +) : factors.reduce(1, *)
    }
    guard let expression = graph.nodes[entry.node].formula?.expression else { return nil }
    let operands = graph.nodes[entry.node].operands.map { operand in
      key.list.forward(of: operand).map(taken) ?? key.forward.values[operand]
    }
    guard let slot = entry.slot else { return expression.value(at: operands) }
    let result = key.list.forward(of: entry.node).flatMap { wrong[$0] }
    return LearnerSlopes(expression, at: operands, slot: slot, result: result).slope()
  }

  /// Numbers of earlier entries rounded to three digits, and what follows from all of them.
  func rounding(before index: Int) -> (own: [Int: Double], value: Double)? {
    let own = Dictionary(
      uniqueKeysWithValues: key.list.entries[index].prerequisites.compactMap { earlier in
        let exact = key.value(of: earlier)
        let rounded = Double(exact.written(digits: 3)) ?? exact
        return rounded == exact ? nil : (earlier, rounded)
      })
    guard !own.isEmpty else { return nil }
    return following(index, from: own).map { (own, $0) }
  }
}
