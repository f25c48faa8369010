public import TextScreen

/// What a key does, with what it is called.
public struct KeyBinding: Hashable, Sendable {
  var action: ScreenAction
  /// The key that does it at once; `nil` where only the list has it.
  public var key: Key?
  /// The letter that does it in the list of commands; `nil` where only its key does it.
  public var letter: Character?
  /// What it is called in the footer.
  var label: String
  /// What it does, in the list of commands.
  public var explanation: String
  /// Whether it belongs into the footer when it does something now.
  var isInFooter: Bool
  /// The name of its key; empty where there is none.
  let keyName: String
  /// The columns of its place in the footer, with the spaces after it.
  let footerColumns: Int

  init(
    _ action: ScreenAction, _ key: Key?, _ label: String, _ explanation: String,
    letter: Character? = nil, inFooter: Bool = false
  ) {
    self.action = action
    self.key = key
    self.letter = letter
    self.label = label
    self.explanation = explanation
    isInFooter = inFooter
    keyName = key?.name ?? ""
    footerColumns = keyName.columns + label.columns + 3
  }

  /// A command of the tutor, with its row of the table.
  init(_ command: Command) {
    let row = CommandTable.row(of: command)
    self.init(
      .command(command), Keymap.key(for: command), row.label, row.explanation, letter: row.letter,
      inFooter: row.isInFooter)
  }
}
