import Autodiff
import Lessons
import Teaching
import Testing
import TextScreen

@testable import Tutor

/// What the tutor says can be read whole on every screen.
@Suite struct LongRemarksTests {
  /// A session whose page has a long feedback on the answer 12.
  private func session(words: Int, _ size: Size) throws -> Screen {
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
    return try shown(text, at: size)
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 14), (60, 18)], [10, 60, 90])
  func everyWordComesIntoViewByPgDnAndNoneIsCut(size: (Int, Int), words: Int) throws {
    var session = try session(words: words, Size(size.0, size.1))
    session.enter("12")
    var seen: Set<String> = []
    for _ in 1...60 {
      let rows = session.canvas().text
      let screen = rows.joined(separator: "\n")
      seen.formUnion(screen.matches(of: /word\d+/).map { String($0.output) })
      guard screen.contains("… PgDn") || screen.contains("… PgUp PgDn") else { break }
      session.press(.pageDown)
    }
    #expect(seen == Set((1...words).map { "word\($0)" }))
    session.enter("11")
    #expect(session.remarkScroll == 0)
  }

  @Test func aReplyGetsTheRowsThatTheScreenHas() throws {
    var session = try session(words: 40, .usual)
    session.enter("12")
    let rows = session.canvas().text
    #expect(!rows.contains { $0.contains("PgDn") })
    #expect(rows[22].hasPrefix(" Enter check") || rows[23].hasPrefix(" Enter check"))
  }
}
