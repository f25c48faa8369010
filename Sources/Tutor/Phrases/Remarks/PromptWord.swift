import Autodiff
import Teaching

/// A word that people type at the prompt for something that a command does.
enum PromptWord {
  /// What to do for `hint`, `quit` or `i don't know`; nothing for a word that asks for no command, or is a quantity.
  static func advice(on typed: String, in session: Session) -> String? {
    guard typed.utf8.count <= 64, let messages = table[plain(typed)],
      session.worksheet?.key.graph.index(of: typed.filter { !$0.isWhitespace }) == nil
    else { return nil }
    let ways = messages.compactMap { message in
      way(to: message, in: session).flatMap { way in effects[message].map { "\(way) \($0)" } }
    }
    guard !ways.isEmpty else { return nil }
    return "'\(Wording.shortened(typed))' is no answer; \(ways.joined(separator: ", "))"
  }

  /// The words in small letters, without what stands between them.
  private static func plain(_ typed: String) -> String {
    let letters = typed.lowercased().filter { $0.isLetter || $0.isWhitespace }
    return letters.split(whereSeparator: \.isWhitespace).filter { $0 != "please" }
      .joined(separator: " ")
  }

  /// How a command is given; nothing where it is not to be had.
  private static func way(to message: Message, in session: Session) -> String? {
    if message == .reveal, !session.mayReveal { return nil }
    if session.isPlain {
      return PlainCommand.all.first { command in
        switch command.action {
        case .send(let sent): sent == message
        case .look(let kind): .look(kind) == message
        case .commands: message == .showCommands
        default: false
        }
      }?.name
    }
    let command = Keymap.commands.first { $0.message == message }
    return command?.key?.name ?? command?.letter.map { "? \($0)" }
  }

  /// What a command does, as what its key does.
  private static let effects: [Message: String] = [
    .hint: "gives a hint", .showCommands: "lists all commands", .reveal: "shows the answer",
    .nextEntry: "goes to the next entry", .previousEntry: "goes to the entry before",
    .nextPage: "turns to the next page", .previousPage: "turns back a page",
    .leave: "leaves, and every answer is kept", .undo: "takes back the last answer",
    .redo: "does again what was taken back", .restart: "starts the lesson over",
    .look(.nudge): "nudges something", .look(.derivation): "derives it step by step",
    .look(.paths): "shows every path", .showMap: "shows the whole graph",
    .freshNumbers(seed: nil): "draws other numbers",
  ]

  private static let table: [String: [Message]] = {
    let rows: [(words: [String], messages: [Message])] = [
      (["hint", "hints", "a hint", "clue", "tip", "give me a hint"], [.hint]),
      (["help", "help me", "commands", "keys", "usage", "man"], [.showCommands, .hint]),
      (
        [
          "idk", "i dont know", "i don t know", "i do not know", "dont know", "dunno", "no idea",
          "no clue", "not sure", "i am not sure", "im not sure", "stuck", "im stuck", "i am stuck",
          "what", "how", "why", "huh", "no", "none",
        ], [.hint, .reveal]
      ),
      (
        [
          "show", "show me", "show answer", "show the answer", "reveal", "answer", "the answer",
          "solution", "give up", "i give up", "tell me",
        ], [.reveal, .hint]
      ),
      (["skip", "pass", "next", "next entry", "tab", "later"], [.nextEntry]),
      (["previous", "prev", "back", "go back"], [.previousEntry, .previousPage]),
      (["next page", "continue", "go on"], [.nextEntry, .nextPage]),
      (["quit", "exit", "leave", "bye", "stop", "close", "logout", "menu"], [.leave]),
      (["undo", "take back", "oops", "revert"], [.undo]),
      (["redo"], [.redo]),
      (["restart", "reset", "start over", "again"], [.restart]),
      (["nudge"], [.look(.nudge)]),
      (["derive", "derivation"], [.look(.derivation)]),
      (["paths", "path"], [.look(.paths)]),
      (["map", "graph"], [.showMap]),
      (["fresh", "fresh numbers", "new numbers"], [.freshNumbers(seed: nil)]),
    ]
    return Dictionary(
      rows.flatMap { row in row.words.map { ($0, row.messages) } }, uniquingKeysWith: { $1 })
  }()
}
