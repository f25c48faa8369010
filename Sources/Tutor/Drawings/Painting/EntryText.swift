import Teaching
import TextScreen

/// How an entry is written on the drawing: its number, and a mark that says how it stands without any colour.
enum EntryText {
  static let rightMark = "✓"
  static let closeMark = "≈"
  static let wrongMark = "✗"
  static let revealedMark = "!"
  static let blank = "▁"
  /// Stands for an entry that another page asks.
  static let later = "·"

  /// The number or what stands for it, and the mark.
  static func text(
    of index: Int, in session: Session, on worksheet: Worksheet, _ density: GraphDensity
  ) -> StyledText {
    let isFocused = index == session.focus
    let exact = worksheet.key.shown(index).text(columns: density.field)
    let rightRole: Style.Role = worksheet.entries[index].kind == .forward ? .forward : .derivative
    func styled(_ text: String, _ role: Style.Role) -> StyledText {
      StyledText(text, Style(role, isFocused: isFocused))
    }
    if isFocused, !session.isMapping, !session.prompt.isEmpty, !session.prompt.isSelected {
      return styled(session.prompt.text.truncated(toColumns: density.field), .prompt)
    }
    switch worksheet.states[index] {
    case .right: return styled("\(exact) \(rightMark)", rightRole)
    case .close: return styled("\(exact) \(closeMark)", rightRole)
    case .wrong(let typed):
      let visible = String(typed.filter { !$0.isControl && !$0.isWhitespace })
      let shown = visible.truncated(toColumns: density.field)
      return styled("\(shown) \(wrongMark)", .wrong)
    case .revealed: return styled("\(exact) \(revealedMark)", .revealed)
    case .empty where !session.isAskedAnywhere(index): return styled(exact, .faint)
    case .empty where !session.asks(index): return styled(later, .faint)
    case .empty:
      return styled(String(repeating: blank, count: max(3, density.field - 2)), .blank)
    }
  }
}
