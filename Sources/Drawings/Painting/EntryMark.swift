import Expressions
package import Teaching
package import TextScreen

/// How an entry is written on the drawing: its number, and a mark that says how it stands without any colour.
package enum EntryMark {
  package static let rightMark = "✓"
  package static let closeMark = "≈"
  package static let wrongMark = "✗"
  package static let revealedMark = "!"
  /// Stands beside an answer that has no verdict yet.
  package static let answeredMark = "*"
  package static let placeholder = "▁"
  /// Stands for a number that is given, where there is no room for it.
  package static let givenMark = "•"
  /// Stands for an entry that another page asks.
  package static let later = "·"

  /// What is typed for it now.
  case typed(String)
  /// Asked here, and not answered yet.
  case empty
  /// What was typed, before there is a verdict.
  case answered(String)
  /// What was typed and is not right.
  case wrong(String)
  /// Found, with what is right.
  case right(ShownAnswer)
  /// Found but for its rounding, with its number.
  case close(ShownAnswer)
  /// Shown by the tutor, with its number.
  case revealed(ShownAnswer)
  /// Its number is given, and nobody is asked for it.
  case given(ShownAnswer)
  /// Another page asks it.
  case askedLater

  /// - Parameter number: the entry's number, worked out only where the mark shows it.
  package init(_ state: EntryState, number: @autoclosure () -> ShownAnswer) {
    self =
      switch state {
      case .empty: .empty
      case .answered(let text): .answered(text)
      case .wrong(let text): .wrong(text)
      case .right: .right(number())
      case .close: .close(number())
      case .revealed: .revealed(number())
      }
  }

  /// The number or what stands for it, and the mark.
  ///
  /// - Parameter isValue: whether it is a value, and no derivative.
  package func text(isValue: Bool, isFocused: Bool, _ density: GraphDensity) -> StyledText {
    guard density.form != .marks else { return mark(isValue: isValue, isFocused: isFocused) }
    let rightRole: Style.Role = isValue ? .forward : .derivative
    let openRole = EntryMark.openRole(isValue: isValue)
    func styled(_ text: String, _ role: Style.Role) -> StyledText {
      StyledText(text, Style(role, isFocused: isFocused))
    }
    func exact(_ answer: ShownAnswer) -> String {
      switch answer {
      case .number(let number): number.text(columns: density.field)
      case .text(let text): text.truncated(toColumns: density.field)
      }
    }
    func typed(_ text: String) -> String {
      String(text.filter { !$0.isControl && !$0.isWhitespace }).truncated(toColumns: density.field)
    }
    switch self {
    case .typed(let text): return styled(text.truncated(toColumns: density.field), .prompt)
    case .given(let number): return styled(exact(number), .faint)
    case .askedLater: return styled(EntryMark.later, .faint)
    case .right(let number): return styled("\(exact(number)) \(EntryMark.rightMark)", rightRole)
    case .close(let number): return styled("\(exact(number)) \(EntryMark.closeMark)", rightRole)
    case .wrong(let text): return styled("\(typed(text)) \(EntryMark.wrongMark)", .wrong)
    case .answered(let text): return styled("\(typed(text)) \(EntryMark.answeredMark)", .prompt)
    case .revealed(let number):
      return styled("\(exact(number)) \(EntryMark.revealedMark)", .revealed)
    case .empty:
      let text = String(repeating: EntryMark.placeholder, count: max(3, density.field - 2))
      return styled(text, openRole)
    }
  }

  /// What an entry means that is still open.
  package static func openRole(isValue: Bool) -> Style.Role {
    isValue ? .openForward : .openDerivative
  }

  /// The mark alone, where there is no room for numbers.
  private func mark(isValue: Bool, isFocused: Bool) -> StyledText {
    let rightRole: Style.Role = isValue ? .forward : .derivative
    let (mark, role): (String, Style.Role) =
      switch self {
      case .typed: (EntryMark.placeholder, .prompt)
      case .given: (EntryMark.givenMark, .faint)
      case .askedLater: (EntryMark.later, .faint)
      case .right: (EntryMark.rightMark, rightRole)
      case .close: (EntryMark.closeMark, rightRole)
      case .wrong: (EntryMark.wrongMark, .wrong)
      case .answered: (EntryMark.answeredMark, .prompt)
      case .revealed: (EntryMark.revealedMark, .revealed)
      case .empty: (EntryMark.placeholder, EntryMark.openRole(isValue: isValue))
      }
    return StyledText(mark, Style(role, isFocused: isFocused))
  }
}
