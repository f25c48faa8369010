public import Lessons
import Phrases
public import TextScreen

/// Prose set as lines of a width.
///
/// Stress and headings are `.strong`, code is `.code`, what only guides the eye is `.faint`. No
/// line is wider than the width, unless a single character is. Where an indent would leave too
/// little for the text, there is none.
///
/// - Complexity: O(n) in the characters of the prose.
public struct ProseLines: Hashable, Sendable {
  public private(set) var lines: [StyledText] = []
  /// The fewest columns that an indent leaves for the text.
  private let narrowest: Int

  public init(_ prose: [Prose], width: Int) {
    narrowest = min(16, (width + 1) / 2)
    guard width > 0 else { return }
    var margin = Margin(width: width)
    add(prose, &margin, isTight: false)
  }
}

/// What stands before the lines of a block.
private struct Margin: Hashable {
  /// Before the next line: the mark of an item stands only once.
  var next = StyledText()
  /// Before all lines after it.
  var rest = StyledText()
  /// The columns that are left for the text.
  var width: Int

  init(width: Int) {
    self.width = width
  }

  /// The margin with one more mark, unless it would leave too few columns.
  func adding(_ mark: StyledText, _ rest: StyledText, leaving narrowest: Int) -> Margin {
    guard width - mark.columns >= narrowest else { return self }
    var margin = self
    margin.next = next + mark
    margin.rest = self.rest + rest
    margin.width = width - mark.columns
    return margin
  }
}

extension ProseLines {
  private mutating func add(_ prose: [Prose], _ margin: inout Margin, isTight: Bool) {
    for (index, block) in prose.enumerated() {
      if index > 0, !isTight { add([StyledText()], &margin) }
      add(block, &margin)
    }
  }

  private mutating func add(_ block: Prose, _ margin: inout Margin) {
    switch block {
    case .heading(_, let inlines):
      add(StyledText(inlines, Style(.strong)).wrapped(toColumns: margin.width), &margin)
    case .paragraph(let inlines):
      add(StyledText(inlines, .plain).wrapped(toColumns: margin.width), &margin)
    case .code(let text):
      add(StyledText(text, Style(.code)).cut(toColumns: margin.width), &margin)
    case .rule:
      add([StyledText(String(repeating: "─", count: margin.width), Style(.faint))], &margin)
    case .quote(let blocks):
      let bar = StyledText("│ ", Style(.faint))
      addIndented(blocks, bar, bar, &margin, isTight: false)
    case .list(let list):
      add(list, &margin)
    case .table(let table):
      add(TableLines(table, width: margin.width).lines, &margin)
    }
  }

  private mutating func add(_ list: ProseList, _ margin: inout Margin) {
    let marks = list.marks
    let width = marks.map(\.columns).max() ?? 0
    let blanks = StyledText(String(repeating: " ", count: width))
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { add([StyledText()], &margin) }
      let padding = String(repeating: " ", count: width - marks[index].columns)
      addIndented(
        item, StyledText(padding + marks[index]), blanks, &margin, isTight: list.isTight)
    }
  }

  private mutating func addIndented(
    _ blocks: [Prose], _ mark: StyledText, _ rest: StyledText, _ margin: inout Margin,
    isTight: Bool
  ) {
    var inner = margin.adding(mark, rest, leaving: narrowest)
    let first = lines.count
    add(blocks, &inner, isTight: isTight)
    if lines.count == first { add([StyledText()], &inner) }
    margin.next = margin.rest
  }

  private mutating func add(_ text: [StyledText], _ margin: inout Margin) {
    for line in text {
      lines.append((margin.next + line).withoutTrailingBlanks)
      margin.next = margin.rest
    }
  }
}

extension ProseList {
  fileprivate var marks: [String] {
    switch marker {
    case .bullet: items.map { _ in "• " }
    case .numbers(let first): items.indices.map { "\(first + $0). " }
    }
  }
}
