import Expressions

/// A nudge as a learner asks for it: a step, `1e-9`, or a name and a step, `b 0.01`.
public struct NudgeRequest: Hashable, Sendable {
  public let name: String
  public let step: Double

  /// Reads what was typed.
  ///
  /// - Parameters:
  ///   - names: what may be nudged.
  ///   - usualName: what is nudged where no name is typed; without it one has to be.
  ///   - usualStep: the step where a name is typed alone; without it one has to be.
  public init(
    _ typed: String, among names: [String], usualName: String?, usualStep: Double? = nil
  ) throws(Verdict.Unreadable) {
    let words = typed.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let first = words.first else { throw .empty }
    var rest = typed
    if first.first?.isLetter == true {
      guard names.contains(first) else { throw .notToNudge(first, among: names) }
      name = first
      rest = words.dropFirst().filter { $0 != "by" }.joined(separator: " ")
      if rest.isEmpty, let usualStep {
        step = usualStep
        return
      }
    } else {
      guard let usualName else { throw .notToNudge("", among: names) }
      name = usualName
    }
    let answer: Answer
    do {
      answer = try Answer(rest, names: [])
    } catch {
      throw .notParsed(error)
    }
    let number = answer.expression.value(at: [Double]())
    guard number.isFinite else { throw .notFinite }
    step = number
  }
}
