/// What a report has to know of a lesson.
public struct LessonFacts: Sendable {
  public var hash: String
  /// The lesson's title.
  public var title: String
  /// How much it asks, and how many points that is.
  public var asked: Int
  public var points: Double
  public var items: [LessonKey.Item]
}
