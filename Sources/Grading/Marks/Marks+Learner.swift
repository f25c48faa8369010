extension Marks {
  /// What a learner did, marked afresh.
  public struct Learner: Sendable {
    public var learner: String
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
