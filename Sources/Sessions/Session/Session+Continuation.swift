extension Session {
  /// What follows a session.
  public enum Continuation: Hashable, Sendable {
    case nextProblem
    /// More problems, though it is enough.
    case moreProblems
    case nextLesson(NextLesson)
    /// Practice, after the last lesson of the course.
    case practice

    /// Whether the last page turns to it at once: the next problem, while what follows a lesson is opened from its
    /// summary.
    package var isImmediate: Bool {
      switch self {
      case .nextProblem, .moreProblems: true
      case .nextLesson, .practice: false
      }
    }
  }

  /// The lesson after this one in the course.
  public struct NextLesson: Hashable, Sendable {
    public var name: String
    public var title: String
    /// About how many minutes it takes.
    public var minutes: Int

    public init(name: String, title: String, minutes: Int) {
      self.name = name
      self.title = title
      self.minutes = minutes
    }
  }

  /// Whether the end of the last page is the beginning of what follows.
  public var goesOnByItself: Bool { continuation?.isImmediate ?? false }

  /// Whether the summary leads on, and not only back to the page.
  ///
  /// What was handed in is looked at first.
  package var goesOnFromSummary: Bool {
    continuation.map { !$0.isImmediate } ?? false && !isHandedIn
  }
}
