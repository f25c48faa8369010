import Autodiff
import Expressions

extension AnswerKey {
  /// The wrong rules that give a number, the likeliest first.
  ///
  /// A rule whose number equals the right answer says nothing.
  ///
  /// - Parameters:
  ///   - number: what the learner typed, as a number.
  ///   - digits: how precisely it was written; none for arithmetic and formulas.
  ///   - index: the entry it was typed for.
  ///   - wrong: the learner's own wrong numbers, by entry.
  /// - Complexity: O(n²) in the terms of the entry's formula, and O(m) in the entries of the graph.
  func reasons(
    for number: Double, _ digits: Answer.Digits?, at index: Int, wrong: [Int: Double]
  ) -> [Reason] {
    let right = value(of: index)
    func isMet(_ candidate: Double) -> Bool {
      candidate.isFinite && !NumberCheck.isNear(candidate, right)
        && NumberCheck.isMet(candidate, by: number, digits)
    }
    var reasons: [Reason] = []
    if let other = followed(by: isMet, at: index, wrong) {
      reasons.append(Reason(.followsFromWrong, other: other))
    }
    let met = Set(mistakes(at: index).filter { isMet($0.value) }.map(\.rule))
    reasons += WrongRule.allCases.filter(met.contains).map { Reason($0) }
    if isMet(-right) { reasons.append(Reason(.sign)) }
    if (-3...3).contains(where: { $0 != 0 && isMet(right * Double.apply(.power, 10, Double($0))) })
    {
      reasons.append(Reason(.powerOfTen))
    }
    if let other = list.entries.indices.first(where: { $0 != index && isMet(value(of: $0)) }) {
      reasons.append(Reason(.otherEntry, other: other))
    }
    return reasons
  }

  /// The earlier wrong entry from which a number follows, if it does.
  private func followed(
    by isMet: (Double) -> Bool, at index: Int, _ wrong: [Int: Double]
  ) -> Int? {
    let earlier = list.entries[index].prerequisites.filter { wrong[$0] != nil }
    guard !earlier.isEmpty, followingValues(of: index, own: wrong).contains(where: isMet) else {
      return nil
    }
    return earlier.first { entry in
      followingValues(of: index, own: [entry: wrong[entry] ?? 0]).contains(where: isMet)
    } ?? earlier.first
  }

  /// Every wrong rule's number for an entry, without slips.
  func mistakes(at index: Int) -> [(rule: WrongRule, value: Double)] {
    let entry = list.entries[index]
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    let operands = forward.operandValues(of: entry.node)
    guard let operand = operand(of: entry) else {
      return ForwardMistakes(expression, at: operands).mistakes
    }
    let right = value(of: index)
    var mistakes: [(rule: WrongRule, value: Double)] = []
    if let slot = entry.slot {
      let upstream = entry.kind == .local ? 1 : backward.derivatives[entry.node]
      mistakes += LocalMistakes(expression, at: operands, slot: slot).mistakes.map {
        ($0.rule, $0.value * upstream)
      }
      mistakes += wrongPoints(expression, operands, slot, of: entry).map {
        (.wrongPoint, $0 * upstream)
      }
    }
    if entry.kind != .local {
      mistakes += ChainMistakes(entry, operand: operand, right: right, in: self).mistakes
    }
    return mistakes + quantities(operand, right, entry)
  }

  /// The local derivative with another quantity's value in the place of one operand's.
  private func wrongPoints(
    _ expression: Expression, _ operands: [Double], _ slot: Int, of entry: Entry
  ) -> [Double] {
    let others = Set(operands + [forward.values[entry.node]] + inputs)
    guard operands.count <= 4, others.count <= 12 else { return [] }
    return operands.indices.flatMap { place in
      others.map { other in
        var moved = operands
        moved[place] = other
        return local(entry, at: moved)
      }
    }
  }

  private var inputs: [Double] {
    zip(graph.nodes, forward.values).filter { $0.0.formula == nil }.map(\.1)
  }

  /// Other quantities that may be taken for a derivative.
  private func quantities(
    _ operand: Int, _ right: Double, _ entry: Entry
  ) -> [(rule: WrongRule, value: Double)] {
    var found: [(rule: WrongRule, value: Double)] = [
      (.forwardValue, forward.values[operand]), (.forwardValue, forward.values[entry.node]),
      (.nudgedChange, 0.001 * right),
    ]
    let target = entry.kind == .local ? entry.node : graph.output
    for (rule, step) in [(WrongRule.nudgedValue, AnswerKey.step), (.unitChange, 1)] {
      guard let nudge = try? Nudge(operand, by: step, in: forward),
        let change = nudge.changes.last(where: { $0.node == target })
      else { continue }
      found.append((rule, rule == .unitChange ? change.after - change.before : change.after))
    }
    if graph.nodes[operand].kind == .parameter, entry.kind != .local {
      for rate in [0.1, 0.01, 0.001] {
        found.append((.updateStep, -rate * right))
        found.append((.updateStep, forward.values[operand] - rate * right))
      }
    }
    return found
  }
}
