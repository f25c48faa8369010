import Autodiff
import Drawings
import Expressions
import Phrases
import Sessions
import Teaching
import TextScreen

/// A graph as a program: on the left a line for each value, on the right one for each derivative that the page asks.
struct CodePanel {
  private let session: Session
  private let worksheet: Worksheet
  private let key: ArraySheetKey
  private let width: Int

  init(_ session: Session, _ worksheet: Worksheet, _ key: ArraySheetKey, width: Int) {
    self.session = session
    self.worksheet = worksheet
    self.key = key
    self.width = width
  }

  /// The lines, those about what is in hand where there are more than so many rows.
  func lines(rows: Int) -> [StyledText] {
    let (left, right) = (forward, backward)
    let count = min(rows, max(left.lines.count, right.lines.count))
    let leftWidth = min(width / 2 - 2, left.lines.map(\.columns).max() ?? 0)
    let starts = [left, right].map { part in
      max(0, min(part.inHand - count / 2, part.lines.count - count))
    }
    return (0..<count).map { row in
      let line = CodePanel.cut(left.lines, starts[0] + row, toColumns: leftWidth)
      let gap = StyledText(String(repeating: " ", count: leftWidth - line.columns))
      let other = CodePanel.cut(right.lines, starts[1] + row, toColumns: width - leftWidth - 3)
      return line + gap + StyledText(" │ ", Style(.faint)) + other
    }
  }

  private static func cut(_ lines: [StyledText], _ row: Int, toColumns width: Int) -> StyledText {
    guard lines.indices.contains(row) else { return StyledText() }
    let line = lines[row]
    return line.columns <= width
      ? line : StyledText(line.text.truncated(toColumns: width), line.runs.first?.style ?? .plain)
  }

  private var forward: (lines: [StyledText], inHand: Int) {
    let graph = worksheet.graph
    let node = session.focusedEntry?.node
    let lines = graph.operations.map { index in
      StyledText(
        "\(graph.nodes[index].name) = \(graph.nodes[index].formula?.expression.programText ?? "")",
        index == node ? Style(.strong) : Style(.forward))
    }
    return (lines, node.flatMap { graph.operations.firstIndex(of: $0) } ?? 0)
  }

  private var backward: (lines: [StyledText], inHand: Int) {
    let lines = session.asked.map { index in
      let isFocused = index == session.focus
      let name = StyledText(
        "\(CodePanel.name(worksheet.entries[index].name, in: worksheet)) = ",
        isFocused ? Style(.strong) : .plain)
      return name + answer(index, isFocused: isFocused)
    }
    return (lines, session.focus.flatMap { session.asked.firstIndex(of: $0) } ?? 0)
  }

  private func answer(_ index: Int, isFocused: Bool) -> StyledText {
    let exact = key.key.rule(of: key.entry(index))?.expression.programText ?? key.text(of: index)
    switch worksheet.states[index] {
    case .right(let typed, _):
      return StyledText("\(typed.visible) \(EntryMark.rightMark)", Style(.derivative))
    case .close(let typed, _):
      return StyledText("\(typed.visible) \(EntryMark.closeMark)", Style(.derivative))
    case .wrong(let typed):
      return StyledText("\(typed.visible) \(EntryMark.wrongMark)", Style(.wrong))
    case .answered(let typed):
      return StyledText("\(typed.visible) \(EntryMark.answeredMark)", Style(.prompt))
    case .revealed:
      return StyledText("\(exact) \(EntryMark.revealedMark)", Style(.revealed))
    case .empty:
      return StyledText(
        String(repeating: EntryMark.placeholder, count: 3),
        Style(.openDerivative, isFocused: isFocused))
    }
  }

  /// `dW` for `dJ/dW`, unless something is called so.
  private static func name(_ name: String, in worksheet: Worksheet) -> String {
    let start = "d\(worksheet.list.outputName)/"
    guard name.hasPrefix(start) else { return name }
    let short = String(name.dropFirst(start.count))
    return worksheet.graph.index(of: short) == nil ? short : name
  }
}
