public import Teaching

/// What there is to say of work that has no verdict before it is handed in.
public enum ExamRemark: Hashable, Sendable {
  /// How such work goes.
  case terms
  /// Work that was begun goes on.
  case resumed
  /// An answer was kept.
  case noted(Assignment, typed: String)
  /// What stands there, and can be changed.
  case answeredBefore(typed: String)
  /// No hint, no closer look and no answer is given yet.
  case notBeforeHandIn
  /// The last page is turned, or all is answered.
  case handInDue
  /// Something is empty; asked once more it is handed in.
  case confirmHandIn
  case handedIn
  /// The page was handed in before, and is looked at.
  case marked
  /// It was handed in, and stays as it is.
  case handedInForGood
  case nothingToHandIn
  /// How an answer was marked, for somebody who comes back to it.
  case reviewed(Assignment)
  /// An answer that was typed after the work was handed in, and is not kept.
  case triedAgain(Verdict, Assignment, typed: String)
  /// An exam keeps its numbers.
  case ownNumbersStay

  var tone: Remark.Tone {
    switch self {
    case .handedIn: .success
    case .noted, .answeredBefore, .reviewed, .marked: .neutral
    case .triedAgain(let verdict, let assignment, let typed):
      Remark.verdict(verdict, assignment, typed: typed).tone
    case .terms, .resumed, .notBeforeHandIn, .handInDue, .confirmHandIn, .handedInForGood,
      .nothingToHandIn,
      .ownNumbersStay:
      .notice
    }
  }
}
