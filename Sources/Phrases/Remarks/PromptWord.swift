import Autodiff
import Sessions
import Teaching

/// A word that people type at the prompt for something that a command does.
enum PromptWord {
  /// What to do for `hint`, `quit` or `i don't know`; nothing for a word that asks for no command, or is a quantity.
  package static func advice(on typed: String, in session: Session, for voice: Voice) -> String? {
    guard typed.utf8.count <= 64, let commands = table[plain(typed)],
      session.worksheet?.graph.index(of: typed.filter { !$0.isWhitespace }) == nil
    else { return nil }
    let ways = commands.filter { $0 != .reveal || session.mayReveal }.compactMap { command in
      voice.existingShortcut(for: command).flatMap { shortcut in
        effects[command].map { "\(shortcut) \($0)" }
      }
    }
    guard !ways.isEmpty else { return nil }
    return "'\(Wording.shortened(typed))' is not an answer; \(ways.joined(separator: ", "))"
  }

  /// The words in small letters, without what stands between them.
  private static func plain(_ typed: String) -> String {
    let letters = typed.lowercased().filter { $0.isLetter || $0.isWhitespace }
    return letters.split(whereSeparator: \.isWhitespace).filter { $0 != "please" }
      .joined(separator: " ")
  }

  /// What a command does, as what its key does.
  private static let effects: [Command: String] = [
    .hint: "gives a hint", .showCommands: "lists all commands", .reveal: "shows the answer",
    .nextEntry: "goes to the next entry", .previousEntry: "goes to the previous entry",
    .nextPage: "turns to the next page", .previousPage: "turns back a page",
    .leave: "leaves, and every answer is saved", .undo: "takes back the last answer",
    .redo: "redoes what was taken back", .restart: "starts the lesson over",
    .nudge: "nudges something", .derive: "derives it step by step",
    .paths: "shows every path", .map: "shows the whole graph",
    .freshNumbers: "draws other numbers",
  ]

  private static let table: [String: [Command]] = {
    let rows: [(words: [String], commands: [Command])] = [
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
      (["nudge"], [.nudge]),
      (["derive", "derivation"], [.derive]),
      (["paths", "path"], [.paths]),
      (["map", "graph"], [.map]),
      (["fresh", "fresh numbers", "new numbers"], [.freshNumbers]),
    ]
    return Dictionary(
      rows.flatMap { row in row.words.map { ($0, row.commands) } }, uniquingKeysWith: { $1 })
  }()
}
