import Autodiff
import Lessons
import Teaching
import Testing
import TextScreen

@testable import Tutor

/// What the tutor says can be read whole on every screen.
@Suite struct LongRemarksTests {
  /// A session whose page has a long feedback on the answer 12.
  private func session(words: Int, _ size: Size) throws -> Session {
    let feedback = (1...words).map { "word\($0)" }.joined(separator: " ")
    let text = """
      # Long

      ```graph
      parameter w = 3
      a = 2 + 3w
      J = a^2
      ```

      ```fill
      wrong a = 12: \(feedback)
      ```

      """
    let lesson = try Lesson(utf8: Array(text.utf8), name: "long.md")
    var session = try Session(lesson, source: .lesson(name: "long", hash: "h"))
    _ = session.update(.resized(size))
    return session
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 14), (60, 18)], [10, 60, 90])
  func everyWordComesIntoViewByPgDnAndNoneIsCut(size: (Int, Int), words: Int) throws {
    var session = try session(words: words, Size(width: size.0, height: size.1))
    session.enter("12")
    var seen: Set<String> = []
    for _ in 1...60 {
      let rows = session.canvas().text
      let screen = rows.joined(separator: "\n")
      seen.formUnion(screen.matches(of: /word\d+/).map { String($0.output) })
      guard screen.contains("… PgDn") || screen.contains("… PgUp PgDn") else { break }
      for message in Keymap.messages(for: .pageDown, in: session) { _ = session.update(message) }
    }
    #expect(seen == Set((1...words).map { "word\($0)" }))
    session.enter("11")
    #expect(session.remarkScroll == 0)
  }

  @Test func aReplyGetsTheRowsThatTheScreenHas() throws {
    var session = try session(words: 40, Size(width: 80, height: 24))
    session.enter("12")
    let rows = session.canvas().text
    #expect(!rows.contains { $0.contains("PgDn") })
    #expect(rows[22].hasPrefix(" Enter check") || rows[23].hasPrefix(" Enter check"))
  }
}
