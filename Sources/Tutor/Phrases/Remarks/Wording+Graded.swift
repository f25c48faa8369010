import Lessons

/// What the tutor says in a lesson that is handed in.
extension Wording {
  static let notShown = Remark(
    "this lesson is handed in, and its answers are not shown; go on with another entry", .notice)

  static let noLook = Remark(
    "this lesson is handed in, and it is not looked into; the text and your paper remain", .notice)

  static let numbersOfTheirOwn = Remark(
    "this lesson is handed in; its numbers are drawn from your name and stay", .notice)

  static func noHint(in session: Session) -> Remark {
    guard session.lesson.graded?.hints == GradedTerms.Hints.none else {
      return Remark("there is no hint here", .notice)
    }
    return Remark("this lesson is handed in, and gives no hints", .notice)
  }

  /// What a lesson that is handed in begins with.
  static func terms(_ terms: GradedTerms) -> Remark {
    let hints =
      switch terms.hints {
      case .none: "no hints"
      case .author: "its own hints"
      case .all: "all hints"
      }
    return Remark(
      "this lesson is handed in: the numbers are yours alone, \(hints), no answer is shown", .notice
    )
  }
}
