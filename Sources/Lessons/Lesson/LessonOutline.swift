/// What a list of lessons shows of one, read from the beginning of its file.
public struct LessonOutline: Hashable, Sendable {
  public var title: String
  /// The first sentence.
  public var summary: String

  /// Reads what stands before the second page.
  ///
  /// - Returns: `nil` if title and first sentence do not both stand there, or if the file is no text; the whole
  ///   lesson may have them still.
  /// - Complexity: O(n) in the bytes of the first page.
  public init?(utf8 bytes: [UInt8]) {
    guard let document = try? MarkdownDocument(utf8: LessonOutline.firstPage(of: bytes)) else {
      return nil
    }
    var title: String?
    for block in document.blocks {
      switch block.content {
      case .prose(.heading(_, let text)) where title == nil: title = text.plainText
      case .prose(.paragraph(let text)):
        guard let title else { return nil }
        self.title = title
        summary = text.firstSentence
        return
      default: break
      }
    }
    return nil
  }

  /// The bytes before the second heading of a page.
  private static func firstPage(of bytes: [UInt8]) -> [UInt8] {
    let mark = Array("\n## ".utf8)
    var start = 0
    while let end = bytes[start...].firstIndex(of: mark[0]) {
      if bytes[end...].starts(with: mark) { return Array(bytes[...end]) }
      start = end + 1
    }
    return bytes
  }
}
