import Expressions
import FullScreen
import LessonSolving
import PlainMode
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Nothing on an exam's screens tells whether an answer is right before it is handed in.
@Suite struct SilentScreenTests {
  /// An exam, and answers to all that it asks: right ones, and wrong ones of the same length.
  private static func answers(
    to session: Session
  ) throws -> (right: [String], wrong: [String]) {
    let key = try #require(session.worksheet?.key.numbers)
    let right = session.asked.map { key.shown($0).shortestText }
    // Every digit is another one, and none is a 0.
    let wrong = right.map { text in
      String(
        text.map { $0.wholeNumberValue.map { $0 % 8 == 0 ? "3" : "\(9 - $0)".last ?? "4" } ?? $0 })
    }
    return (right, wrong)
  }

  private static func exam(_ subject: String, _ seed: Int) throws -> Session {
    try Session.exam(ExamTitle(subject, seed: seed)) { _ in .failure(LookupFailure("none")) }.get()
  }

  /// A picture without the digits, which are those of the answers or the same on both.
  private static func masked(_ text: String) -> String {
    String(text.map { $0.isNumber ? "#" : $0 })
  }

  @Test(arguments: [("1-1", 1), ("1-1", 2), ("2-2-2", 3), ("2-1-1 tanh", 4), ("1-2-1", 5)])
  func rightAndWrongLookTheSame(subject: String, seed: Int) throws {
    let session = try SilentScreenTests.exam(subject, seed)
    let answers = try SilentScreenTests.answers(to: session)
    for size in [Size(80, 24), Size(140, 45)] {
      var (right, wrong) = (shown(session, at: size), shown(session, at: size))
      for (place, (one, two)) in zip(answers.right, answers.wrong).enumerated() {
        #expect(one != two)
        // Of a large graph some pictures do.
        let isLooked = place % (answers.right.count > 20 ? 12 : 1) == 0
        for key in [Key.enter, .function(2), .function(3), .function(4), .function(9)] {
          if key == .enter {
            right.type(one)
            wrong.type(two)
          }
          right.press(key)
          wrong.press(key)
          if !isLooked { continue }
          #expect(
            SilentScreenTests.masked(right.canvas().picture)
              == SilentScreenTests.masked(wrong.canvas().picture))
        }
      }
      for key in [Key.enter, .backTab, .function(12), .escape, .function(5), .function(6)] {
        right.press(key)
        wrong.press(key)
        #expect(
          SilentScreenTests.masked(right.canvas().picture)
            == SilentScreenTests.masked(wrong.canvas().picture))
      }
    }
  }

  @Test(arguments: [("1-1", 1), ("2-2-2", 3), ("2-1-1 tanh", 4), ("1-2-1", 5)])
  func rightAndWrongSoundTheSame(subject: String, seed: Int) throws {
    let session = try SilentScreenTests.exam(subject, seed)
    let answers = try SilentScreenTests.answers(to: session)
    var (right, wrong) = (PlainTalk(session), PlainTalk(session))
    let commands = ["?list", "?graph", "?draw", "?where", "?hint", "?show", "?nudge", "?summary"]
    for (one, two) in zip(answers.right, answers.wrong) {
      right.type(one)
      wrong.type(two)
    }
    for command in commands + ["", "?previous", "?undo", "?redo", "?quit"] {
      right.type(command)
      wrong.type(command)
    }
    #expect(SilentScreenTests.masked(right.text) == SilentScreenTests.masked(wrong.text))
  }

  /// The same answers, of which other ones are right because the numbers behind them are others.
  private static func lesson(power: Int) -> String {
    """
    # Sample

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^\(power)
    ```

    ```exam
    ```

    ```cascade w
    ```

    ```question q
    ask: What is J?
    number: J
    ```

    ```plot
    curve: w in -4..4
    ```
    """
  }

  /// What stands on the screen, without the formula that tells one lesson from the other.
  private static func leveled(_ text: String) -> String {
    text.replacing("a²", with: "a³").replacing("a^2", with: "a^3").replacing("a * a", with: "a^3")
  }

  @Test func nothingDependsOnWhatIsRight() throws {
    var (one, two) = (
      try shown(SilentScreenTests.lesson(power: 2)), try shown(SilentScreenTests.lesson(power: 3))
    )
    func compare(_ line: Int = #line) {
      let pictures = [one, two].map { SilentScreenTests.leveled($0.canvas().picture) }
      #expect(pictures[0] == pictures[1], "line \(line)")
    }
    let keys: [Key] = [
      .backTab, .function(2), .function(3), .function(4), .function(9), .function(12), .right,
      .character(" "), .character("+"), .escape, .tab, .pageDown, .function(5), .function(6),
    ]
    for answer in ["11", "121", "22", "3", "66", "1331"] {
      one.enter(answer)
      two.enter(answer)
      compare()
      for key in keys {
        one.press(key)
        two.press(key)
        compare()
      }
    }
  }

  @Test func nothingSoundsAsIfItWereRight() throws {
    var (one, two) = (
      PlainTalk(try shown(SilentScreenTests.lesson(power: 2))),
      PlainTalk(try shown(SilentScreenTests.lesson(power: 3)))
    )
    for line in [
      "11", "121", "?graph", "?draw", "?list", "22", "3", "66", "?where", "1331", "?previous",
      "?go 2",
      "?hint", "?derive", "?paths", "?nudge w 1", "?summary", "", "?undo", "?page", "?quit",
    ] {
      one.type(line)
      two.type(line)
    }
    #expect(SilentScreenTests.leveled(one.text) == SilentScreenTests.leveled(two.text))
  }
}
