/// A lesson file taken apart into its blocks, each with its place in the file.
///
/// Nothing in it is executed or interpreted beyond Markdown: HTML is text, and a control character
/// is `\u{FFFD}`. Blocks that are nested too deeply are kept without their nesting.
public struct MarkdownDocument: Hashable, Sendable {
  /// The blocks of the outermost level, in the order of the file.
  public var blocks: [MarkdownBlock]

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

/// A block of the outermost level.
public struct MarkdownBlock: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case prose(Prose)
    case fence(MarkdownFence)
  }

  public var content: Content
  /// The line of the file where the block begins, counted from 1.
  public var line: Int
  /// The inline code anywhere in the block's prose, in the order of the file.
  public var codeSpans: [PlacedText]

  public init(_ content: Content, line: Int, codeSpans: [PlacedText] = []) {
    self.content = content
    self.line = line
    self.codeSpans = codeSpans
  }
}

/// A fenced block of the outermost level: a live part of a lesson, or code to be shown.
public struct MarkdownFence: Hashable, Sendable {
  /// The first word after the fence, perhaps empty; it says what the block is.
  public var name: PlacedText
  /// What follows the name on its line.
  public var arguments: PlacedText
  /// The lines between the fences, without the fence's own indent.
  public var lines: [PlacedText]
  /// Whether a closing fence ends it, and not the end of the file.
  public var isClosed: Bool

  public init(
    name: PlacedText, arguments: PlacedText, lines: [PlacedText], isClosed: Bool = true
  ) {
    self.name = name
    self.arguments = arguments
    self.lines = lines
    self.isClosed = isClosed
  }

  /// The words that follow the name, parted by blanks or commas.
  var argumentWords: [PlacedText] {
    arguments.text.split { $0.isWhitespace || $0 == "," }.map { word in
      let column = arguments.text.distance(from: arguments.text.startIndex, to: word.startIndex)
      return PlacedText(String(word), at: arguments.position.moved(by: column))
    }
  }

  /// The block as code to be shown.
  public var prose: Prose {
    .code(lines.map(\.text).joined(separator: "\n"))
  }
}

/// A place in a file.
public struct TextPosition: Hashable, Sendable {
  /// Counted from 1.
  public var line: Int
  /// Counted in characters, from 1.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Text with the place of its first character.
///
/// Character for character it is the text of the file, unless it contains a line end, or `\|` in a
/// table.
public struct PlacedText: Hashable, Sendable {
  public var text: String
  public var position: TextPosition

  public init(_ text: String, line: Int, column: Int) {
    self.init(text, at: TextPosition(line: line, column: column))
  }

  public init(_ text: String, at position: TextPosition) {
    self.text = text
    self.position = position
  }
}

/// A file that is no text: the place of the first byte that cannot belong to one.
public struct InvalidUTF8: Error, Hashable {
  public var position: TextPosition

  public init(position: TextPosition) {
    self.position = position
  }
}
