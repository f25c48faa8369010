/// A lesson's file as far as it can be read, with all that is wrong with it.
///
/// Pages whose graph cannot be read have no graph, and nothing that needs one: so the rest can be looked at without
/// errors that only follow from others.
public struct LessonReading: Hashable, Sendable {
  public let lesson: Lesson
  public let errors: [LessonError]
  private let bytes: [UInt8]

  /// What can be read and is not what its author means, such as a block in a list.
  public var slips: [LessonError] {
    bytes.count > Lesson.byteLimit ? [] : LessonSlips(bytes).errors
  }

  /// - Parameters:
  ///   - bytes: the file, Markdown in UTF-8.
  ///   - name: the name by which the lesson is called.
  public init(utf8 bytes: [UInt8], name: String) {
    self.bytes = bytes
    var reader = LessonReader(name: name)
    if bytes.count > Lesson.byteLimit {
      reader.errors.append(
        LessonError(
          "the file has \(bytes.count) bytes; split it into lessons of at most \(Lesson.byteLimit)",
          at: TextPosition(line: 1, column: 1)))
    } else {
      do {
        let source = MarkdownSource(bytes)
        // What comes after the limit is not even parsed.
        let excess = source.firstMark(after: LessonLength.Measure.marks.rawValue)
        let end = excess.map { source.lines[$0.line - 1].lowerBound }
        let read = end.map { Array(source.bytes[..<$0]) } ?? bytes
        for block in try MarkdownDocument(utf8: read).blocks { reader.read(block) }
        if let excess { reader.refuseRest(at: excess) }
        reader.finish()
      } catch {
        reader.errors.append(
          LessonError("this is not UTF-8 text; save the file as UTF-8", at: error.position))
      }
    }
    lesson = reader.lesson
    errors = reader.errors
  }
}
