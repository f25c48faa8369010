import Autodiff
import Expressions

extension AnswerKey {
  /// The longest answer that is read, in characters.
  public static let answerLimit = 1000

  /// Checks an answer.
  ///
  /// In this order it is right as the exact value at the digits typed; close as the finite difference at 0.001 or
  /// as what follows from the learner's own rounding; right within 0.1 %, unless both are integers; unreadable
  /// where too few digits were given; wrong.
  ///
  /// - Parameters:
  ///   - typed: what the learner typed.
  ///   - index: the entry.
  ///   - own: the learner's own accepted numbers, by entry.
  ///   - wrong: the learner's own wrong numbers, by entry.
  public func check(
    _ typed: String, for index: Int, own: [Int: Double] = [:], wrong: [Int: Double] = [:]
  ) -> Verdict {
    let entry = list.entries[index]
    guard typed.contains(where: { !$0.isWhitespace }) else { return .unreadable(.empty) }
    guard typed.count <= AnswerKey.answerLimit else {
      return .unreadable(.tooLong(limit: AnswerKey.answerLimit))
    }
    let answer: Answer
    do {
      answer = try Answer(typed, names: list.names)
    } catch {
      return .unreadable(.notParsed(error))
    }
    guard answer.expression.isConstant else {
      return checkFormula(answer, typed, for: entry, index, wrong: wrong)
    }
    let number = answer.expression.value(at: [Double]())
    guard number.isFinite else { return .unreadable(.notFinite) }
    return checkNumber(number, answer.digits, for: index, own: own, wrong: wrong)
  }

  private func checkNumber(
    _ number: Double, _ digits: Answer.Digits?, for index: Int, own: [Int: Double],
    wrong: [Int: Double]
  ) -> Verdict {
    let exact = value(of: index)
    if NumberCheck.isMet(exact, by: number, digits) { return .right(typed: number) }
    if let estimate = nudgeEstimate(of: index), NumberCheck.isMet(estimate, by: number, digits),
      isNearedByNudges(index)
    {
      return .close(typed: number, .nudgeEstimate)
    }
    if followingValues(of: index, own: own)
      .contains(where: { NumberCheck.isMet($0, by: number, digits) })
    {
      return .close(typed: number, .roundedEarlier)
    }
    if NumberCheck.isWithinTolerance(number, of: exact) { return .right(typed: number) }
    if NumberCheck.isTooShort(exact, as: number, digits) { return .unreadable(.tooFewDigits) }
    return .wrong(.value(number, reasons(for: number, digits, at: index, wrong: wrong)))
  }

  /// Whether a smaller nudge comes nearer to the exact value, as it does everywhere but at a kink.
  private func isNearedByNudges(_ index: Int) -> Bool {
    guard let far = nudgeEstimate(of: index), let near = nudgeEstimate(of: index, step: 1e-6) else {
      return false
    }
    let exact = value(of: index)
    return abs(near - exact) <= abs(far - exact) / 2 + 1e-6 * max(1, abs(exact))
  }

  /// A formula is right when it is the local derivative, here and wherever else it is tried.
  private func checkFormula(
    _ answer: Answer, _ typed: String, for entry: Entry, _ index: Int, wrong: [Int: Double]
  ) -> Verdict {
    let operands = graph.nodes[entry.node].operands.map { graph.nodes[$0].name }
    let names = answer.expression.names
    guard entry.isLocal, names.allSatisfy(operands.contains) else {
      let strangers = names.filter { !operands.contains($0) }
      return .unreadable(.nameInNumber(strangers.first ?? names[0]))
    }
    func value(at operandValues: [Double]) -> Double {
      answer.expression.value(at: Dictionary(uniqueKeysWithValues: zip(operands, operandValues)))
        ?? .nan
    }
    let here = forward.operandValues(of: entry.node)
    let number = value(at: here)
    guard number.isFinite else { return .unreadable(.notFinite) }
    guard NumberCheck.isNear(number, self.value(of: index)) else {
      let reasons = reasons(for: number, nil, at: index, wrong: wrong)
      return .wrong(.formula(answer.expression.text, value: number, reasons))
    }
    for shift in [0.37, -0.53, 1.21, 2.9, -3.1] {
      let there = here.enumerated().map { $1 * (1 + shift / 7) + shift * Double($0 + 1) }
      let expected = local(entry, at: there)
      let found = value(at: there)
      guard expected.isFinite, found.isFinite else { continue }
      guard NumberCheck.isNear(found, expected) else {
        return .wrong(.onlyHere(answer.expression.text))
      }
    }
    return .right(typed: number)
  }
}
