/// A lesson file taken apart into its blocks, each with its place in the file.
///
/// Nothing in it is executed or interpreted beyond Markdown: HTML is text, and a control character
/// is `\u{FFFD}`. Blocks that are nested too deeply are kept without their nesting.
public struct MarkdownDocument: Hashable, Sendable {
  /// The blocks of the outermost level, in the order of the file.
  public var blocks: [MarkdownBlock]
  /// The names of live blocks that stand in lists and quotes, where they are only shown.
  private(set) var nestedFences: [PlacedText] = []

  public init(_ markdown: String) {
    self.init(MarkdownSource(Array(markdown.utf8)))
  }

  public init(utf8 bytes: [UInt8]) throws(InvalidUTF8) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let source = MarkdownSource(Array(bytes[..<error.byteOffsets.lowerBound]))
      throw InvalidUTF8(position: source.end)
    }
    self.init(MarkdownSource(bytes))
  }

  private init(_ source: MarkdownSource) {
    var reader = MarkdownReader(source)
    MarkdownTree(source).visit { event, node in reader.read(event, node) }
    blocks = reader.blocks
    nestedFences = reader.nestedFences
  }
}

extension MarkdownDocument {
  /// A line of text without its markup, for places where only plain text can stand.
  static func plainText(of line: String) -> String {
    let blocks = MarkdownDocument(line).blocks.map(\.content)
    guard blocks.count == 1, case .prose(.paragraph(let text)) = blocks[0] else { return line }
    return text.plainText
  }
}
