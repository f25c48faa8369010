import Journals
import Teaching

/// The one table of what commands are called and what they do.
package enum CommandTable {
  package struct Row: Hashable, Sendable {
    /// The letter that gives it in the list of commands, and after `?` in plain mode.
    package var letter: Character
    /// What it is called in the footer.
    package var label: String
    /// What it does, in the list of commands.
    package var explanation: String
    /// Whether it belongs into the footer when it does something now.
    package var isInFooter = false
  }

  package static func row(of command: Command) -> Row {
    switch command {
    case .submit:
      Row(letter: "c", label: "check", explanation: "check the answer and go on", isInFooter: true)
    case .nextEntry:
      Row(letter: "t", label: "next", explanation: "go to the next entry", isInFooter: true)
    case .previousEntry:
      Row(letter: "p", label: "previous", explanation: "go to the previous entry")
    case .hint: Row(letter: "h", label: "hint", explanation: "the next hint", isInFooter: true)
    case .nudge:
      Row(
        letter: "m", label: "nudge", explanation: "nudge something and watch what moves",
        isInFooter: true)
    case .derive:
      Row(
        letter: "y", label: "derive", explanation: "derive it step by step, by the rules",
        isInFooter: true)
    case .paths:
      Row(letter: "w", label: "paths", explanation: "show every path to the output in turn")
    case .cells:
      Row(
        letter: "+", label: "cells",
        explanation: "show a matrix cell by cell, or fold it back",
        isInFooter: true)
    case .map:
      Row(
        letter: "o", label: "map", explanation: "walk over the whole graph; fold parts of it",
        isInFooter: true)
    case .descend:
      Row(
        letter: "1", label: "step", explanation: "make a step of descent with your derivatives",
        isInFooter: true)
    case .descendFar:
      Row(letter: "2", label: "20 steps", explanation: "make twenty steps", isInFooter: true)
    case .undo:
      Row(letter: "u", label: "undo", explanation: "take back the last answer", isInFooter: true)
    case .redo: Row(letter: "r", label: "redo", explanation: "redo what was taken back")
    case .nextPage:
      Row(letter: "n", label: "next page", explanation: "turn to the next page", isInFooter: true)
    case .previousPage:
      Row(letter: "b", label: "back", explanation: "turn back a page", isInFooter: true)
    case .fadePanel:
      Row(
        letter: "-", label: "less help",
        explanation: "show less of the rule, then all of it again")
    case .moreText: Row(letter: "d", label: "more text", explanation: "scroll the text down")
    case .lessText: Row(letter: "e", label: "less text", explanation: "scroll the text up")
    case .reveal: Row(letter: "v", label: "show", explanation: "show the answer, marked as shown")
    case .handIn:
      Row(
        letter: "k", label: "hand in", explanation: "hand in an exam, to be marked",
        isInFooter: true)
    case .freshNumbers: Row(letter: "f", label: "fresh numbers", explanation: "draw other numbers")
    case .restart:
      Row(
        letter: "s", label: "start over", explanation: "start the lesson over; undo restores it")
    case .leave:
      Row(
        letter: "q", label: "leave", explanation: "leave; every answer is saved", isInFooter: true)
    case .showCommands:
      Row(letter: "?", label: "all commands", explanation: "show this list", isInFooter: true)
    }
  }
}

extension Command {
  /// What the learner does by it; `nil` for a command that only changes what is shown.
  package var message: Message? {
    switch self {
    case .nextEntry: .nextEntry
    case .previousEntry: .previousEntry
    case .hint: .hint
    case .nudge: .look(.nudge)
    case .derive: .look(.derivation)
    case .paths: .look(.paths)
    case .cells: .look(.cells)
    case .descend: .descend(.steps(1))
    case .descendFar: .descend(.steps(20))
    case .undo: .undo
    case .redo: .redo
    case .nextPage: .nextPage
    case .previousPage: .previousPage
    case .fadePanel: .fadePanel
    case .reveal: .reveal
    case .handIn: .handIn(isConfirmed: false)
    case .freshNumbers: .freshNumbers(seed: nil)
    case .restart: .restart
    case .leave: .leave
    case .submit, .map, .moreText, .lessText, .showCommands: nil
    }
  }
}
