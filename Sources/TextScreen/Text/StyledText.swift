/// Text whose parts have different meanings.
public struct StyledText: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The parts in order; none is empty, and neighbours differ in style.
  public private(set) var runs: [Run] = []

  public init() {}

  public init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  public init(_ runs: [Run]) {
    for run in runs { append(run.text, run.style) }
  }

  public mutating func append(_ text: some StringProtocol, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if runs.last?.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(String(text), style))
    }
  }

  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  public static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.append(b)
    return sum
  }

  public var isEmpty: Bool { runs.isEmpty }

  /// The characters without their styles.
  public var text: String {
    runs.map(\.text).joined()
  }

  /// The columns that the text takes on a terminal.
  public var columns: Int {
    runs.reduce(0) { $0 + $1.text.columns }
  }

  /// The text without the blanks at its end.
  public var withoutTrailingBlanks: StyledText {
    var kept = runs
    while let last = kept.last {
      let text = last.text.dropLast(while: { $0 == " " })
      if !text.isEmpty {
        kept[kept.count - 1].text = String(text)
        break
      }
      kept.removeLast()
    }
    return StyledText(kept)
  }
}

extension Sequence<StyledText> {
  /// The texts in a row, with plain text between them.
  public func joined(separator: String) -> StyledText {
    var joined = StyledText()
    for (place, text) in enumerated() {
      if place > 0 { joined.append(separator) }
      joined.append(text)
    }
    return joined
  }
}

extension StringProtocol {
  fileprivate func dropLast(while isDropped: (Character) -> Bool) -> SubSequence {
    lastIndex { !isDropped($0) }.map { self[...$0] } ?? self[..<startIndex]
  }
}

extension Canvas {
  /// Writes styled text to the right of a point and returns the column after it.
  @discardableResult
  public mutating func write(_ text: StyledText, at point: Point) -> Int {
    text.runs.reduce(point.column) { column, run in
      write(run.text, at: Point(column: column, row: point.row), run.style)
    }
  }
}

extension Canvas {
  /// The rows with their styles, without the blanks at their ends.
  package var styledLines: [StyledText] {
    (0..<size.height).map { row in
      var line = StyledText()
      for column in 0..<size.width {
        let cell = self[Point(column: column, row: row)]
        if cell.glyph != Cell.continuation { line.append(String(cell.character), cell.style) }
      }
      return line.withoutTrailingBlanks
    }
  }
}
