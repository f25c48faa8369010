/// How work is marked, whatever its lessons say.
public struct MarkingTerms: Hashable, Sendable {
  /// Whether the marks say what is right with the learner's numbers.
  public var keepsAnswers: Bool
  /// Whether they say what was done, step by step.
  public var keepsSteps: Bool
  /// The last millisecond since 1970 in which work counts; where none is given, what each lesson says.
  public var until: Int?
  /// The lessons that are marked; all of them where none is named.
  public var lessons: Set<String>

  public init(
    keepsAnswers: Bool = false, keepsSteps: Bool = false, until: Int? = nil,
    lessons: Set<String> = []
  ) {
    self.keepsAnswers = keepsAnswers
    self.keepsSteps = keepsSteps
    self.until = until
    self.lessons = lessons
  }
}
