/// A script in a lesson's file that tests it.
public struct LessonTest: Hashable, Sendable {
  public var lines: [PlacedText]
  public var position: TextPosition
}
