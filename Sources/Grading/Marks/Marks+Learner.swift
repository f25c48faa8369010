extension Marks {
  /// What a learner did, marked afresh.
  public struct Learner: Sendable {
    public var learner: String
    /// Every spelling of the name, the first one first.
    public var names: [String] = []
    /// The files in which the work stands.
    public var files: [String] = []
    /// What tells the sittings.
    public var sessions: Set<String> = []
    /// What is worth a look, and changes no mark.
    public var flags: [Marks.Flag] = []
    /// In the order in which they were begun.
    public var lessons: [Marks.Lesson]
    /// How the learner stands with each skill that was met, in the order of the course.
    public var skills: [Marks.SkillStanding]

    /// Something of all lessons together.
    func total(_ count: (Marks.Lesson) -> Int) -> Int {
      lessons.reduce(0) { $0 + count($1) }
    }
  }
}
