import FullScreen
import LessonSolving
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

@Suite struct ExamReportTests {
  private func report(_ answers: String) throws -> [String] {
    var session = try Session.exam(ExamTitle("1-1", seed: 3)) {
      .failure(LookupFailure("no lesson \($0)"))
    }.get()
    for answer in answers.split(separator: ";") {
      let parts = answer.split(separator: "=").map(\.description.trimmingBlanks)
      session.act(.fill(entry: try session.entry(called: parts[0]), parts[1]))
    }
    session.act(.handIn(isConfirmed: true))
    session.act(.took(seconds: 840))
    return ExamReportRows(
      ExamReport(of: session), of: session, for: .fullScreen(isASCII: false)
    ).sentences
  }

  @Test func theReportTellsTheScoreTheSlipsAndWhatToPractise() throws {
    #expect(try report("z11 = 1") == ["?"])
  }
}
