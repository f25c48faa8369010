import PlainMode
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct PlainCommandTests {
  /// What needs a screen: Enter checks, and what scrolls or is walked over is told whole.
  private static let onScreenAlone: [Command] = [.submit, .map, .moreText, .lessText]

  /// The words of the other commands, in their order.
  private static let words = [
    "skip", "previous", "hint", "nudge", "derive", "paths", "cells", "step", "steps", "undo",
    "redo",
    "next", "back", "less",
    "show", "hand-in", "fresh", "restart", "quit", "help",
  ]

  private static let commands = zip(
    Command.allCases.filter { !onScreenAlone.contains($0) }, words
  ).map { ($0, $1) }

  @Test func everyCommandOfTheFullScreenHasAWord() {
    #expect(Command.allCases.count == Self.words.count + Self.onScreenAlone.count)
  }

  /// On a page in the middle of a lesson, with something to undo and to redo and with numbers that can be drawn.
  @Test(arguments: commands)
  func aCommandOfTheFullScreenDoesTheSameByItsLetterAndItsWord(
    command: Command, word: String
  ) throws {
    let row = CommandTable.row(of: command)
    let letter = row.letter
    var talk = PlainTalk(
      try opened(SampleLesson.exercises + "\n\n## After\n\nRead this.\n", page: 5), width: 200)
    talk.type("7", "8", "?undo")
    var (byLetter, byWord, session) = (talk, talk, talk.tutor.session)
    let said = byLetter.say("?\(letter)")
    #expect(said.first?.hasPrefix("There is no command") == false)
    #expect(byWord.say("?\(word)") == said)
    #expect(byWord.tutor == byLetter.tutor)
    #expect(byWord.events == byLetter.events)
    // And the same as the message that its key gives.
    let events = (command.message.map { session.act($0) } ?? []).compactMap { effect in
      if case .record(let event) = effect { event } else { nil }
    }
    #expect(byWord.events.dropFirst(talk.events.count) == events[...])
    #expect(byWord.tutor.session.worksheet == session.worksheet)
    #expect(byWord.tutor.session.assignment == session.assignment)
    #expect(byWord.tutor.session.pageNumber == session.pageNumber)
    #expect(byWord.tutor.session.canUndo == session.canUndo)
    // Letter and word stand with what is done in the list of commands.
    let line = "?\(word) or \(letter == "?" ? "? alone" : "?\(letter)"): \(row.explanation)"
    #expect(talk.say("?").contains { $0 == "\(line)." || $0.hasPrefix("\(line), as in ") })
  }

  @Test func noTwoCommandsShareALetterOrAWord() throws {
    var talk = PlainTalk(try twoNodes())
    let words = talk.say("?help").filter { $0.hasPrefix("?") }.map { line in
      line.split(separator: ":")[0].split(separator: " ").filter { $0.hasPrefix("?") }.map(
        String.init)
    }
    #expect(words.count == 28)
    #expect(Set(words.joined()).count == words.joined().count)
  }

  @Test func aCommandIsKnownByItsBeginningAndInCapitals() throws {
    var talk = PlainTalk(try twoNodes())
    #expect(talk.say("?HIN")[0] == "Hint: look at what enters the box of a: w = 3.")
    #expect(talk.say(" ? hint")[0] == "Hint: put it into a = 2 + 3w.")
    // Three begin with re.
    #expect(talk.say("?re")[0] == "There is no command '?re'; ? alone lists them.")
  }
}
