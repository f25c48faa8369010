import Expressions
import Lessons
import Phrases
import Sessions
import TextScreen

/// A command of plain mode: a line that begins with `?`, then its letter or its word.
struct PlainCommand: Hashable {
  /// What is done.
  enum Action: Hashable {
    /// The same as in the full screen; a closer look at once from its first step to its last.
    case give(Command)
    case graph, drawing, position, list, go, page, summary
  }

  var action: Action
  var letter: Character
  var word: String
  /// What may stand after the word.
  var argument = ""
  var explanation: String

  /// All commands: those of the full screen that do something without one, then those that stand for what it shows.
  static let all: [PlainCommand] =
    Command.allCases.compactMap { command in
      guard let word = word(of: command) else { return nil }
      let row = CommandTable.row(of: command)
      return PlainCommand(
        action: .give(command), letter: row.letter, word: word,
        argument: argument(of: command), explanation: row.explanation)
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

  /// The word of a command of the full screen; `nil` where it does nothing without one.
  private static func word(of command: Command) -> String? {
    switch command {
    case .submit, .moreText, .lessText, .map: nil
    case .nextEntry: "skip"
    case .previousEntry: "previous"
    case .hint: "hint"
    case .nudge: "nudge"
    case .derive: "derive"
    case .paths: "paths"
    case .cells: "cells"
    case .descend: "step"
    case .descendFar: "steps"
    case .undo: "undo"
    case .redo: "redo"
    case .nextPage: "next"
    case .previousPage: "back"
    case .fadePanel: "less"
    case .reveal: "show"
    case .handIn: "hand-in"
    case .freshNumbers: "fresh"
    case .restart: "restart"
    case .leave: "quit"
    case .showCommands: "help"
    }
  }

  /// What may stand after the word of a command of the full screen.
  private static func argument(of command: Command) -> String {
    switch command {
    case .nudge: "w 0.01"
    case .derive: "dJ/da"
    case .paths: "w"
    case .descend: "5"
    case .freshNumbers: "3"
    default: ""
    }
  }

  /// Reads a line that begins with `?`.
  ///
  /// - Returns: the command and what stands after it; `nil` if there is no such command.
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

extension Voice {
  /// To somebody who hears or reads line by line, where a command is a word.
  static func plain(isASCII: Bool) -> Voice {
    var shortcuts: [Command: String] = [:]
    for command in PlainCommand.all {
      if case .give(let given) = command.action { shortcuts[given] = command.name }
    }
    return Voice(isASCII: isASCII, isSpoken: true, shortcuts: shortcuts)
  }
}
