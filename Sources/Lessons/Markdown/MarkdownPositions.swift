/// Finds lines and columns of places that are asked for in the order of the file, in one pass over
/// it.
struct MarkdownPositions {
  private let source: MarkdownSource
  private var offset = 0
  private var position = TextPosition(line: 1, column: 1)

  init(_ source: MarkdownSource) {
    self.source = source
  }

  /// Returns the position of an offset, or of the one asked for last if that is further on.
  mutating func position(of next: Int) -> TextPosition {
    guard next > offset else { return position }
    while position.line < source.lines.count, source.lines[position.line].lowerBound <= next {
      offset = source.lines[position.line].lowerBound
      position = TextPosition(line: position.line + 1, column: 1)
    }
    position.column += source.text(in: offset..<next).count
    offset = next
    return position
  }
}
