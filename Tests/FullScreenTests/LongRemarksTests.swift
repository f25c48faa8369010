import Autodiff
import FullScreen
import LessonSolving
import Lessons
import Teaching
import TestSupport
import Testing
import TextScreen

/// What the tutor says can be read whole on every screen.
@Suite struct LongRemarksTests {
  /// A session whose page has a long feedback on the answer 12.
  private func session(words: Int, _ size: Size) throws -> Screen {
    let feedback = (1...words).map { "word\($0)" }.joined(separator: " ")
    let text = """
      # Long

      \(SampleBlocks.firstGraph)

      ```fill
      wrong a = 12: \(feedback)
      wrong a = 13: first \(feedback)
      ```

      """
    return try shown(text, at: size)
  }

  private static func words(in rows: [String]) -> Set<String> {
    Set(rows.joined(separator: "\n").matches(of: /word\d+/).map { String($0.output) })
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 14), (60, 18)], [10, 60, 90])
  func everyWordComesIntoViewByPgDnAndNoneIsCut(size: (Int, Int), words: Int) throws {
    var screen = try session(words: words, Size(size.0, size.1))
    screen.enter("12")
    var seen: Set<String> = []
    for _ in 1...60 {
      let rows = screen.canvas().text
      seen.formUnion(Self.words(in: rows))
      guard rows.contains(where: { $0.contains("… PgDn") || $0.contains("… PgUp PgDn") }) else {
        break
      }
      screen.press(.pageDown)
    }
    #expect(seen == Set((1...words).map { "word\($0)" }))
    // What is said next begins at its first line.
    screen.enter("13")
    #expect(screen.canvas().text.contains { $0.contains("not yet: first") })
  }

  @Test func aReplyGetsTheRowsThatTheScreenHas() throws {
    var screen = try session(words: 40, .usual)
    screen.enter("12")
    let rows = screen.canvas().text
    #expect(Self.words(in: rows) == Set((1...40).map { "word\($0)" }))
    #expect(
      rows[23] == " Enter check  Tab next  F2 hint  F3 nudge  F5 undo  F10 leave  ? all commands")
  }
}
