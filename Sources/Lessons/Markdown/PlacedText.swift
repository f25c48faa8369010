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
