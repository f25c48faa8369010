import Expressions
import Lessons
import TextScreen

/// A command of plain mode: a line that begins with `?`, then its letter or its word.
struct PlainCommand: Hashable {
  /// What is done.
  enum Action: Hashable {
    /// The same as in the full screen.
    case send(Message)
    /// A closer look, at once from its first step to its last.
    case look(LookKind)
    case graph, drawing, position, list, go, page, summary, commands
  }

  var action: Action
  var letter: Character
  var word: String
  /// What may stand after the word.
  var argument = ""
  var explanation: String

  /// All commands: those of the full screen that do something without one, then those that stand for what it shows.
  static let all: [PlainCommand] =
    Keymap.commands.compactMap { command in
      guard let word = word(of: command), let letter = command.letter else { return nil }
      return PlainCommand(
        action: action(of: command.message), letter: letter, word: word,
        argument: arguments[command.message] ?? "", explanation: command.explanation)
    } + [
      PlainCommand(
        action: .graph, letter: "g", word: "graph",
        explanation: "the graph in sentences, with what is filled in"),
      PlainCommand(
        action: .drawing, letter: "x", word: "draw", explanation: "a small drawing of the graph"),
      PlainCommand(
        action: .position, letter: "i", word: "where",
        explanation: "where you are, and the question again in full"),
      PlainCommand(
        action: .list, letter: "l", word: "list",
        explanation: "everything that the page asks, and how it stands"),
      PlainCommand(
        action: .go, letter: "j", word: "go", argument: "dJ/da",
        explanation: "go to an entry by its number or its name"),
      PlainCommand(
        action: .page, letter: "a", word: "page", argument: "3",
        explanation: "the text of the page again, or another page"),
      PlainCommand(
        action: .summary, letter: "z", word: "summary",
        explanation: "what went well so far, and what to practise"),
    ]

  /// How a command is typed.
  var name: String { "?\(word)" }

  /// The word of a command of the full screen; none where it does nothing without one.
  private static func word(of command: Command) -> String? {
    switch command.message {
    case .submit, .scrollPages, .showMap: nil
    case .nextEntry: "skip"
    case .nextPage: "next"
    case .freshNumbers: "fresh"
    case .restart: "restart"
    case .leave: "quit"
    case .showCommands: "help"
    default: String(command.label.map { $0 == " " ? "-" : $0 })
    }
  }

  private static func action(of message: Message) -> Action {
    switch message {
    case .look(let kind): .look(kind)
    case .showCommands: .commands
    default: .send(message)
    }
  }

  private static let arguments: [Message: String] = [
    .look(.nudge): "w 0.01", .look(.derivation): "dJ/da", .look(.paths): "w",
    .freshNumbers(seed: nil): "3",
  ]

  /// Reads a line that begins with `?`.
  ///
  /// - Returns: the command and what stands after it; none where there is no such command.
  static func read(_ line: String) -> (command: PlainCommand, argument: String)? {
    let parts = line.drop { $0.isWhitespace }.dropFirst()
      .split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let typed = parts.first.map { $0.lowercased() } ?? "help"
    let argument = parts.count > 1 ? String(parts[1]).trimmingBlanks : ""
    let beginning = all.filter { $0.word.hasPrefix(typed) }
    let command =
      all.first { String($0.letter) == typed || $0.word == typed }
      ?? (beginning.count == 1 ? beginning[0] : nil)
    return command.map { ($0, argument) }
  }

  /// What to say of a line that begins with `?` and is no command.
  static func unknown(_ line: String) -> String {
    let word = String(line.drop { $0.isWhitespace }.dropFirst().prefix { !$0.isWhitespace })
    let meant = Spelling.nearest(to: word, among: all.map(\.word))
    return "there is no command '?\(Wording.shortened(word))'; "
      + (meant.map { "did you mean '?\($0)'?" } ?? "? alone lists them")
  }
}

extension Session {
  /// How a command is given: by its key, or in plain mode by its word.
  func way(to message: Message) -> String {
    if isPlain {
      return PlainCommand.all.first { $0.action == .send(message) }?.name ?? "?"
    }
    return Keymap.commands.first { $0.message == message }?.key?.name ?? "?"
  }
}
