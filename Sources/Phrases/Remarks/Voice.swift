package import Sessions

/// How the tutor speaks to somebody: with which characters, to the eye or to the ear, and how its commands are given.
package struct Voice: Hashable, Sendable {
  /// Whether there is nothing but ASCII.
  package let isASCII: Bool
  /// Whether somebody listens, or reads line by line, so that nothing may be said by a drawing.
  package let isSpoken: Bool
  private let shortcuts: [Command: String]

  /// - Parameter shortcuts: the key or the word that gives a command, where one does.
  package init(isASCII: Bool, isSpoken: Bool, shortcuts: [Command: String]) {
    self.isASCII = isASCII
    self.isSpoken = isSpoken
    self.shortcuts = shortcuts
  }

  /// How a command is given: by its key, or by its word.
  func shortcut(for command: Command) -> String { shortcuts[command] ?? "?" }

  /// The same; `nil` where the command is not to be had.
  func existingShortcut(for command: Command) -> String? { shortcuts[command] }
}
