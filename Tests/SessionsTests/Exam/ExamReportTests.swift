import Expressions
import FullScreen
import LessonSolving
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// a = 11, J = 121, dJ/da = 22, da/dw = 3, dJ/dw = 66.
@Suite struct ExamReportTests {
  private func session(_ answers: String) throws -> Session {
    var session = try opened(
      """
      # Sample

      \(SampleBlocks.firstGraph)

      ```exam
      ```
      """)
    for answer in answers.split(separator: ";") {
      let parts = answer.split(separator: "=").map(\.description.trimmingBlanks)
      session.act(.fill(entry: try session.entry(called: parts[0]), parts[1]))
    }
    session.act(.handIn(isConfirmed: true))
    return session
  }

  private func sentences(_ session: Session) -> [String] {
    ExamReportRows(ExamReport(of: session), of: session, for: .fullScreen(isASCII: false)).sentences
  }

  @Test func theReportTellsTheScoreTheSlipsAndWhatToPractise() throws {
    var session = try session("a = 11; J = 22; da/dw = 3; dJ/dw = 22")
    session.act(.took(seconds: 14 * 60 + 50))
    #expect(
      sentences(session) == [
        "Score: 2 of 5 right.",
        "Time: you took 14 minutes.",
        "Empty: dJ/da.",
        "Went wrong: J = 22: it looks as if 22 multiplies by the exponent in a² = 11²; "
          + "a power is the number times itself. Right is J = a² = 11² = 121.",
        "Went wrong: dJ/dw = 22: it looks as if 22 is dJ/da, what comes from the right; "
          + "a itself moves 3 times as far as w, so multiply. Right is dJ/dw = da/dw × "
          + "dJ/da = 3 × 22 = 66.",
        "To practise: forward values, chain rule.",
        "To practise: backprop practice forward chain.",
      ])
  }

  @Test func whatFollowsFromASlipCostsNothingMore() throws {
    let session = try session("a = 10; J = 100; dJ/da = 20; da/dw = 3; dJ/dw = 60")
    #expect(
      sentences(session) == [
        "Score: 1 of 5 right.",
        "Points: 4 of 5; 3 answers follow rightly from slips before, each of which "
          + "costs once.",
        "Went wrong: a = 10: 10 is nearly right; compute 2 + 3 × 3 again. Right is a = "
          + "2 + 3w = 2 + 3 × 3 = 11. J, dJ/da, dJ/dw follow from this slip: the rest is "
          + "right.",
        "To practise: forward values.",
        "To practise: backprop practice forward.",
      ])
    let report = ExamReport(of: session)
    #expect([report.right, report.points, report.asked, report.following] == [1, 4, 5, 3])
  }

  @Test func whereAllIsRightThereIsNothingMoreToSay() throws {
    let session = try session("a = 11; J = 121; dJ/da = 2a; da/dw = 3; dJ/dw = 3 * 22")
    #expect(
      sentences(session) == [
        "Score: 5 of 5 right."
      ])
  }

  /// An exam on a network tells of skills as a lesson does.
  @Test func whatAnExamShowsCountsForPractice() throws {
    var session = try Session.exam(ExamTitle("1-1", seed: 3)) { _ in .failure(LookupFailure("")) }
      .get()
    var records = try [session.opening].records()
    let value = try #require(session.worksheet?.key.numbers?.shown(0))
    records += try session.act(.fill(entry: 0, "\(value)")).records()
    #expect(LearnerHistory(records, lessons: []).observations == [])
    records += try session.act(.handIn(isConfirmed: true)).records()
    let observations = LearnerHistory(records, lessons: []).observations
    #expect(observations.map(\.skill).contains(.forward))
    let isRight = observations.allSatisfy { $0.isCorrect }
    #expect(isRight)
  }

  @Test(arguments: [
    (0, "less than a minute"), (59, "less than a minute"), (60, "1 minute"), (61, "1 minute"),
    (840, "14 minutes"), (3600, "1 hour"), (3660, "1 hour 1 minute"), (7320, "2 hours 2 minutes"),
  ])
  func theTimeIsTold(seconds: Int, words: String) {
    #expect(ExamReportRows.duration(seconds) == words)
  }
}
