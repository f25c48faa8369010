import Autodiff
import Expressions

extension AnswerKey {
  /// The wrong rules that give a number, the likeliest first.
  ///
  /// A rule whose number equals the right answer says nothing. Where a rule gives the very number typed, none is named
  /// whose number only rounds to it: 196 is J, and not J = 196.084 after a nudge.
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
    let mistakes = mistakes(at: index)
    func named(at digits: Answer.Digits?) -> [Reason] {
      reasons(mistakes, at: index, wrong: wrong) { candidate in
        candidate.isFinite && !NumberCheck.isNear(candidate, right)
          && NumberCheck.isMet(candidate, by: number, digits)
      }
    }
    let exact = named(at: nil)
    return exact.isEmpty && digits != nil ? named(at: digits) : exact
  }

  private func reasons(
    _ mistakes: [Mistake], at index: Int, wrong: [Int: Double], isMet: (Double) -> Bool
  ) -> [Reason] {
    let right = value(of: index)
    var reasons: [Reason] = []
    if let other = followed(by: isMet, at: index, wrong) {
      reasons.append(Reason(.followsFromWrong, other: other))
    }
    var met = Set(mistakes.filter { isMet($0.value) }.map(\.rule))
    // Digits too few to tell where a nudge began from where it ended speak of no nudge.
    if isMet(forward.values[nudged(in: list.entries[index])]) { met.remove(.nudgedValue) }
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

  /// The node whose movement an entry asks for.
  private func nudged(in entry: Entry) -> Int {
    entry.kind == .local ? entry.node : graph.output
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

  /// A number with the wrong rule that leads to it.
  typealias Mistake = (rule: WrongRule, value: Double)

  /// Every wrong rule's number for an entry, without slips.
  func mistakes(at index: Int) -> [Mistake] {
    let entry = list.entries[index]
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    let operands = forward.operandValues(of: entry.node)
    guard let operand = operand(of: entry) else {
      return ForwardMistakes(expression, at: operands).mistakes
    }
    var mistakes = derivativeMistakes(at: index, operand: operand, isCommonOnly: false)
    if let slot = entry.slot {
      let upstream = upstream(of: entry)
      mistakes += wrongPoints(expression, operands, slot, of: entry).map {
        (.wrongPoint, $0 * upstream)
      }
    }
    return mistakes + quantities(operand, value(of: index), entry)
  }

  /// The numbers that the commonest wrong rules give for an entry, but those that are other entries' answers.
  func commonMistakes(at index: Int) -> [Mistake] {
    let slip: [Mistake] = [(.sign, -value(of: index))]
    guard let operand = operand(of: list.entries[index]) else { return slip }
    return derivativeMistakes(at: index, operand: operand, isCommonOnly: true)
      .filter(\.rule.isCommon) + slip
  }

  /// What rules of the operation and of the chain give for a derivative, and values taken for one.
  private func derivativeMistakes(
    at index: Int, operand: Int, isCommonOnly: Bool
  ) -> [Mistake] {
    let entry = list.entries[index]
    var mistakes: [Mistake] = []
    if let slot = entry.slot, let expression = graph.nodes[entry.node].formula?.expression {
      let upstream = upstream(of: entry)
      mistakes += LocalMistakes(
        expression, at: forward.operandValues(of: entry.node), slot: slot,
        isCommonOnly: isCommonOnly
      ).mistakes.map { ($0.rule, $0.value * upstream) }
    }
    if entry.kind == .local {
      mistakes.append((.upsideDown, 1 / value(of: index)))
    } else {
      mistakes += ChainMistakes(entry, operand: operand, right: value(of: index), in: self).mistakes
    }
    mistakes.append((.forwardValue, forward.values[operand]))
    mistakes.append((.forwardValue, forward.values[entry.node]))
    return mistakes
  }

  /// What an entry's local derivative is multiplied by.
  private func upstream(of entry: Entry) -> Double {
    entry.kind == .local ? 1 : backward.derivatives[entry.node]
  }

  /// The local derivative with another quantity's value in the place of one operand's.
  private func wrongPoints(
    _ expression: Expression, _ operands: [Double], _ slot: Int, of entry: Entry
  ) -> [Double] {
    var others = Set(operands + [forward.values[entry.node]])
    guard operands.count <= 4 else { return [] }
    let all = others.union(inputs)
    if all.count <= 12 { others = all }
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
  ) -> [Mistake] {
    var found: [Mistake] = [(.nudgedChange, 0.001 * right)]
    let before = forward.values[nudged(in: entry)]
    for (rule, step) in [(WrongRule.nudgedValue, AnswerKey.step), (.unitChange, 1)] {
      guard let after = nudgedValue(entry, operand, by: step) else { continue }
      found.append((rule, rule == .unitChange ? after - before : after))
    }
    if graph.nodes[operand].kind == .parameter, entry.kind != .local {
      for rate in [0.1, 0.01, 0.001] {
        found.append((.updateStep, -rate * right))
        found.append((.updateStep, forward.values[operand] - rate * right))
      }
    }
    return found
  }

  /// Where a nudge takes the node that an entry asks about; in a box alone everything else stands still.
  private func nudgedValue(_ entry: Entry, _ operand: Int, by step: Double) -> Double? {
    if entry.kind == .local, let slot = entry.slot {
      var operands = forward.operandValues(of: entry.node)
      operands[slot] += step
      return graph.nodes[entry.node].formula?.expression.value(at: operands)
    }
    guard let nudge = try? Nudge(operand, by: step, in: forward) else { return nil }
    return nudge.changes.last { $0.node == graph.output }?.after
  }
}
