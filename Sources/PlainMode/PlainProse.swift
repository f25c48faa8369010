import Expressions
import Lessons
import Phrases
import TextScreen

/// Prose as lines for the ear: nothing is drawn, and a table is a sentence a row.
struct PlainProse {
  private(set) var lines: [String] = []
  private let width: Int

  init(_ prose: [Prose], width: Int) {
    self.width = width
    add(prose, indent: 0, isTight: false)
  }

  private mutating func add(_ prose: [Prose], indent: Int, isTight: Bool) {
    for (place, block) in prose.enumerated() {
      if place > 0, !isTight { lines.append("") }
      add(block, indent: indent)
    }
  }

  private mutating func add(_ block: Prose, indent: Int) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines):
      add(StyledText(inlines, .plain).text, indent: indent)
    case .code(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(String(repeating: " ", count: indent + 2) + line)
      }
    case .rule: break
    case .quote(let blocks): add(blocks, indent: indent, isTight: false)
    case .list(let list):
      for (place, item) in list.items.enumerated() {
        if place > 0, !list.isTight { lines.append("") }
        add(item, marked: list.mark(at: place), indent: indent, isTight: list.isTight)
      }
    case .table(let table):
      for row in table.rows { add(table.sentence(row), indent: indent) }
    }
  }

  private mutating func add(_ text: String, indent: Int) {
    lines += text.lines(width: width, indent: indent)
  }

  /// Adds an item of a list, whose first line begins with its mark.
  private mutating func add(_ item: [Prose], marked mark: String, indent: Int, isTight: Bool) {
    let first = lines.count
    add(item, indent: indent + mark.count, isTight: isTight)
    guard lines.count > first else {
      lines.append(String(repeating: " ", count: indent) + mark.trimmingBlanks)
      return
    }
    lines[first] =
      String(repeating: " ", count: indent) + mark
      + lines[first].drop { $0 == " " }
  }
}

extension ProseList {
  fileprivate func mark(at place: Int) -> String {
    switch marker {
    case .bullet: "- "
    case .numbers(let first): "\(first + place). "
    }
  }
}

extension ProseTable {
  /// A row as a sentence: what each column is called, and what stands there.
  fileprivate func sentence(_ row: [[Inline]]) -> String {
    zip(header, row).compactMap { name, cell in
      let name = name.plainText.trimmingBlanks
      let text = cell.plainText.trimmingBlanks
      guard !text.isEmpty else { return nil }
      return name.isEmpty ? text : "\(name): \(text)"
    }.joined(separator: "; ").ended
  }
}
