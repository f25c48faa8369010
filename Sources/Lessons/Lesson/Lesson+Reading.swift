extension Lesson {
  /// The names of the fenced blocks that are live; any other is code to be shown.
  public static let blocks = [
    "graph", "fill", "code", "demonstrate", "question", "break-up", "nudge", "cascade", "plot",
    "steps", "after", "race", "train", "explore", "exam", "graded", "test",
  ]

  /// The largest file that is read: hundreds of times what a lesson has, and seconds of work.
  public static let byteLimit = 4_000_000

  /// Reads a lesson's file.
  ///
  /// - Parameters:
  ///   - bytes: the file, Markdown in UTF-8.
  ///   - name: the name by which the lesson is called.
  /// - Throws: `LessonFailure` with everything that is wrong.
  public init(utf8 bytes: [UInt8], name: String) throws(LessonFailure) {
    let reading = LessonReading(utf8: bytes, name: name)
    guard reading.errors.isEmpty else { throw LessonFailure(reading.errors) }
    self = reading.lesson
  }
}
