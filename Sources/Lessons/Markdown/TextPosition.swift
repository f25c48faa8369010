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

extension TextPosition {
  func moved(by columns: Int) -> TextPosition {
    TextPosition(line: line, column: column + columns)
  }
}
