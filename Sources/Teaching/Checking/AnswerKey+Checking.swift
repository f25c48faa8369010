import Autodiff
import Expressions

extension AnswerKey {
  /// The longest answer that is read, in characters.
  public static let answerLimit = 1000

  /// Checks an answer.
  ///
  /// In this order it is right as the exact value, at the digits typed where that is long; close as the finite
  /// difference at 0.001, as what follows from rounded numbers, or as a long whole number rounded; wrong where a wrong
  /// rule gives it; unreadable where it is rounded to too few digits; wrong.
  ///
  /// - Parameters:
  ///   - typed: what the learner typed.
  ///   - index: the entry.
  ///   - numbers: what the learner has made of the entries around it.
  public func check(
    _ typed: String, for index: Int, knowing numbers: LearnerNumbers = LearnerNumbers()
  ) -> Verdict {
    do {
      let answer = try read(typed, for: index)
      guard let number = answer.number else {
        return list.entries[index].later == nil
          ? checkFormula(answer.expression, for: list.entries[index], index, numbers)
          : checkLater(answer.expression, as: typed, for: index)
      }
      return check(number, for: index, numbers)
    } catch {
      return .unreadable(error)
    }
  }

  /// Why an answer cannot be read, whatever is right; `nil` for one that can.
  public func obstacle(to typed: String, for index: Int) -> Verdict.Unreadable? {
    do {
      _ = try read(typed, for: index)
      return nil
    } catch {
      return error
    }
  }

  /// Reads an answer as a number, or as a formula where the entry takes one.
  private func read(_ typed: String, for index: Int) throws(Verdict.Unreadable) -> Answer {
    guard typed.contains(where: { !$0.isWhitespace }) else { throw .empty }
    guard typed.count <= AnswerKey.answerLimit else {
      throw .tooLong(limit: AnswerKey.answerLimit)
    }
    let answer: Answer
    let later = list.entries[index].later.map { LaterFormulas(list, for: $0) }
    do {
      answer = try Answer(
        later?.plain(typed) ?? typed, names: later?.names ?? list.names)
    } catch {
      throw .notParsed(error)
    }
    if let number = answer.number {
      guard number.value.isFinite else { throw .notFinite }
      return answer
    }
    if later != nil { return answer }
    let allowed = LocalSlope(list.entries[index], in: self)?.names ?? []
    if let stranger = answer.expression.names.first(where: { !allowed.contains($0) }) {
      throw .nameInNumber(stranger)
    }
    return answer
  }

  private func check(
    _ number: TypedNumber, for index: Int, _ numbers: LearnerNumbers
  ) -> Verdict {
    let typed = number.value
    let match = exactNumber(of: index, besides: typed).match(number)
    switch match {
    case .exact, .rounded: return .right(typed: typed)
    case .wholeRounded: return .close(typed: typed, .rounded)
    case .tooShort, .none: break
    }
    func isMet(_ candidate: Double) -> Bool {
      candidate.isFinite
        && (number.isExactly(BoundedNumber(candidate, error: abs(candidate) * 1e-13))
          || number.isRounded(candidate, digits: 3) || number.isCut(candidate))
    }
    // What is shown leads to five digits at least, unless what it leads to is a zero.
    let isNear =
      abs(typed - value(of: index)) <= 1e-3 * abs(value(of: index)) || value(of: index) == 0
    func isEstimated(_ estimate: Double) -> Bool {
      number.isExactly(BoundedNumber(estimate, error: abs(estimate) * 1e-10))
        || number.isRounded(estimate, digits: 3)
    }
    if isNudgeEstimate(isEstimated, of: index) { return .close(typed: typed, .nudgeEstimate) }
    let following = followingValues(of: index, own: numbers.own, isNear: isNear)
    let ownRight =
      numbers.own.isEmpty ? [] : [GraphNumbers(self, own: numbers.own).right(index)]
    if (following + ownRight).contains(where: isMet) {
      return .close(typed: typed, .roundedEarlier)
    }
    let diagnosis = Diagnosis(of: number, at: index, in: self, knowing: numbers)
    guard match == .tooShort else { return .wrong(.value(typed, diagnosis.reasons)) }
    // What is rounded rightly may still be the very number of a wrong rule.
    let reasons = diagnosis.exactReasons
    return reasons.isEmpty ? .unreadable(.tooFewDigits) : .wrong(.value(typed, reasons))
  }

  private func isNudgeEstimate(_ isMet: (Double) -> Bool, of index: Int) -> Bool {
    [AnswerKey.step, -AnswerKey.step].contains { step in
      guard let estimate = nudgeEstimate(of: index, step: step), isMet(estimate),
        // A difference that is far off, as beyond a kink, estimates nothing.
        abs(estimate - value(of: index)) <= 0.05 * abs(value(of: index))
      else { return false }
      return isNearedByNudges(index)
    }
  }

  /// Whether a smaller nudge comes nearer to the exact value, as it does everywhere but at a kink.
  private func isNearedByNudges(_ index: Int) -> Bool {
    guard let far = nudgeEstimate(of: index), let near = nudgeEstimate(of: index, step: 1e-6) else {
      return false
    }
    let exact = value(of: index)
    return abs(near - exact) <= abs(far - exact) / 2 + 1e-6 * max(1, abs(exact))
  }
}

// Formulas.

extension AnswerKey {
  /// Checks a formula for a local derivative, over what enters the box and the box's own value.
  private func checkFormula(
    _ expression: Expression, for entry: Entry, _ index: Int, _ numbers: LearnerNumbers
  ) -> Verdict {
    guard let slope = LocalSlope(entry, in: self) else {
      preconditionFailure("a formula is read only where a box has a derivative")
    }
    let text = expression.text
    let formula = slope.overOperands(expression)
    let comparison = slope.comparison(with: [formula])
    let here = forward.operandValues(of: entry.node)
    func value(at point: [BoundedNumber]) -> BoundedNumber {
      formula.value(at: slope.values(of: formula, at: point))
    }
    var outcome = comparison.outcome(of: value)
    if outcome != .same, !slope.data.isEmpty,
      slope.comparison(with: [formula], isDataFixed: true).outcome(of: value) == .same
    {
      // What is right for the data as they are given is right.
      outcome = .same
    }
    switch outcome {
    case .same: return .right(typed: self.value(of: index))
    case .hasNoValue(let point, let expected):
      return .wrong(.differs(slope.difference(at: point, found: nil, expected)))
    case .tooFewPoints: return .unreadable(.notComparable)
    case .differs(let point, let found, let expected):
      let number = value(at: here.map { BoundedNumber($0) })
      let reasons = Diagnosis.reasons(forFormula: formula, at: index, in: self, slope)
      guard number.isKnown else {
        return .wrong(.differs(slope.difference(at: point, found: found, expected)))
      }
      return number.agrees(with: exactNumber(of: index).number)
        ? .wrong(.onlyHere(text, reasons)) : .wrong(.formula(text, value: number.value, reasons))
    }
  }
}
