package import Sessions
public import TextScreen

/// What a key does, with what it is called.
public struct KeyBinding: Hashable, Sendable {
  package var action: ScreenAction
  /// The key that does it at once; `nil` where only the list has it.
  public var key: Key?
  /// The letter that does it in the list of commands; `nil` where only its key does it.
  public var letter: Character?
  /// What it is called in the footer.
  package var label: String
  /// What it does, in the list of commands.
  public var explanation: String
  /// Whether it belongs into the footer when it does something now.
  package var isInFooter: Bool
  /// The name of its key; empty where there is none.
  package let keyName: String
  /// The columns of its place in the footer, with the spaces after it.
  package let footerColumns: Int

  package init(
    _ action: ScreenAction, _ key: Key?, _ label: String, _ explanation: String,
    letter: Character? = nil, inFooter: Bool = false
  ) {
    self.action = action
    self.key = key
    self.letter = letter
    self.label = label
    self.explanation = explanation
    isInFooter = inFooter
    keyName = key?.name ?? letter.map { "? \($0)" } ?? ""
    footerColumns = keyName.columns + label.columns + 3
  }

  /// A command of the tutor, with its row of the table.
  package init(_ command: Command) {
    let row = CommandTable.row(of: command)
    self.init(
      .command(command), Keymap.key(for: command), row.label, row.explanation, letter: row.letter,
      inFooter: row.isInFooter)
  }
}
