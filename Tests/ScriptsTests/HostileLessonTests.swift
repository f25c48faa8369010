import FullScreen
import Journals
import Lessons
import Scripts
import Sessions
import TestSupport
import Testing
import TextScreen

/// Lessons from a stranger that would like to speak to the terminal.
@Suite struct HostileLessonTests {
  /// Escape sequences in both forms, the ends of strings, a turn of the reading direction, and nothing to be seen.
  static let commands = [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{9D}0;title\u{9C}", "\u{202E}", "\u{2066}",
    "\u{200B}", "\u{FEFF}", "\u{0}", "\u{8}", "\u{85}", "\u{2028}", "\u{AD}", "\u{E0041}",
  ]

  /// A lesson that can be opened, with a text in every field that the author fills freely.
  static func lesson(with text: String) -> String {
    """
    # T\(text)itle

    Prose\(text) *stressed\(text)* **strong\(text)** `code\(text)` `a = 11\(text)`.\\
    A [link\(text)](http://x\(text)y "t\(text)"), ![image\(text)](i), <b\(text)>HTML</b>, &#27;[2J &#x9b;.

    <div title="\(text)">block\(text)</div>

    - item\(text)
      > quote\(text)

    | head\(text) | b |
    |---|---|
    | cell\(text) | `c\(text)` |

    ```swift\(text)
    let x\(text) = 1
    ```

        indented\(text)

    ```graph
    # remark\(text)
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ## Page\(text) two

    ```fill
    ```

    ```test
    # remark\(text)
    fill a = 11\(text)
    expect message /right\(text)/
    ```
    """
  }

  @Test(arguments: commands)
  func nothingOfALessonIsACommand(text: String) throws {
    let bytes = Array(Self.lesson(with: text).utf8)
    let source = Source.lesson(name: "s", hash: "h")
    let lesson = try Lesson(utf8: bytes, name: "s")
    let reading = LessonReading(utf8: bytes, name: "s")
    let check = LessonCheck(reading, source: source) { _ in .failure(.init("none")) }
    for error in check.errors + check.notes { #expect(!error.message.holdsCommands) }
    #expect(!(lesson.title + lesson.summary).holdsCommands)
    var screen = try shown(opened(lesson), at: Size(100, 60))
    for page in 1...2 {
      screen.act(.page(page))
      var talk = PlainTalk(screen)
      talk.type("?graph", "?draw", "?list", "?where", "?hint", "1")
      for line in talk.lines { #expect(!line.holdsCommands) }
      #expect(!screen.canvas().text.joined().holdsCommands)
    }
  }

  @Test(arguments: commands)
  func norOfTheErrorsInOne(text: String) {
    let lesson = """
      # T

      ```graph
      parameter w\(text) = 3
      a\(text) = 2 + 3w
      J = a^2 + \(text)
      b = (\(text)
      ```

      ```fill
      dJ/dw\(text)
      ```

      ```grahp\(text)
      ```

      ```test
      fil\(text) a = 1
      ```
      """
    do throws(LessonFailure) {
      _ = try Lesson(utf8: Array(lesson.utf8), name: "s")
      Issue.record("the lesson was read")
    } catch {
      #expect(error.errors.count > 2)
      #expect(!error.errors.map(\.message).joined().holdsCommands)
    }
  }
}

extension String {
  fileprivate var holdsCommands: Bool { contains { $0.isControl } }
}
