/// What a report has to know of a lesson.
public struct LessonFacts: Sendable {
  public var hash: String
  public var items: [LessonKey.Item]
}
