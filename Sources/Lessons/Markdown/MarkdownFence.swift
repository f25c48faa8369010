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
