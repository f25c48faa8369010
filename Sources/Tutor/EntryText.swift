import Teaching
import TextScreen

/// How an entry is written on the drawing: its number, and a mark that says how it stands without any colour.
struct EntryText {
  let text: StyledText

  static let rightMark = "✓"
  static let closeMark = "≈"
  static let wrongMark = "✗"
  static let revealedMark = "!"
  static let blank = "▁"
  /// Stands for an entry that another page asks.
  static let later = "·"

  init(_ index: Int, _ session: Session, _ worksheet: Worksheet, _ density: GraphDensity) {
    let isFocused = index == session.focus
    let exact = worksheet.key.value(of: index).text(columns: density.field)
    let rightRole: Style.Role = worksheet.entries[index].kind == .forward ? .forward : .derivative
    func styled(_ text: String, _ role: Style.Role) -> StyledText {
      StyledText(text, Style(role, isFocused: isFocused))
    }
    if isFocused, !session.isMapping, !session.prompt.isEmpty, !session.prompt.isSelected {
      let typed = session.prompt.text.truncated(toColumns: density.field)
      text = styled(typed, .prompt)
      return
    }
    switch worksheet.states[index] {
    case .right: text = styled("\(exact) \(EntryText.rightMark)", rightRole)
    case .close: text = styled("\(exact) \(EntryText.closeMark)", rightRole)
    case .wrong(let typed):
      let visible = String(typed.filter { !$0.isControl && !$0.isWhitespace })
      let shown = visible.truncated(toColumns: density.field)
      text = styled("\(shown) \(EntryText.wrongMark)", .wrong)
    case .revealed: text = styled("\(exact) \(EntryText.revealedMark)", .revealed)
    case .empty where !session.isAskedAnywhere(index): text = styled(exact, .faint)
    case .empty where !session.asks(index): text = styled(EntryText.later, .faint)
    case .empty:
      text = styled(String(repeating: EntryText.blank, count: max(3, density.field - 2)), .blank)
    }
  }
}
