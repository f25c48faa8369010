import Autodiff
import Journals
import Sessions
import Teaching
import TestSupport
import Testing

@Suite struct LearnerHistoryTests {
  /// A line of a journal in which `J` was filled in wrongly for formulas.
  func line(explore: String, practice: String?) -> String {
    """
    {"time": "2026-11-24T08:24:44.123Z", "session": "s", "learner": "ada", "explore": \(explore), \
    \(practice.map { "\"practice\": \($0), " } ?? "")"seed": 0, "page": 1, "event": "fill", \
    "entry": "J", "typed": "7", "verdict": "wrong", "reasons": []}
    """
  }

  static let whole = #"{"formulas": ["J = w^2"], "inputs": {"w": 3}, "breaking": "never"}"#

  @Test(
    arguments: [
      (whole, #""power""#, true), (whole, "null", false), (whole, nil, true),
      // Typed by a learner: not as the program writes it, or broken up as usual.
      (#"{"formulas": ["w²"], "inputs": {"w": 3}, "breaking": "never"}"#, nil, false),
      (#"{"formulas": ["J = w**2"], "inputs": {"w": 3}, "breaking": "never"}"#, nil, false),
      (#"{"formulas": ["J = w^2"], "inputs": {"w": 3}}"#, nil, false),
      (#"{"formulas": ["J = w^2"], "inputs": {"w": 3}}"#, "null", false),
      (#"{"formulas": ["J = w^2", "w = 3"], "inputs": {"w": 3}, "breaking": "never"}"#, nil, false),
      (#"{"formulas": ["network 1-1-1"], "inputs": {}, "breaking": "never"}"#, nil, false),
      (#"{"formulas": ["J = w^"], "inputs": {"w": 3}, "breaking": "never"}"#, nil, false),
    ] as [(String, String?, Bool)])
  func practiceTellsOfSkillsAndOwnExploringDoesNot(
    explore: String, practice: String?, counts: Bool
  ) throws {
    let record = try JournalRecord(line: Array(line(explore: explore, practice: practice).utf8))
    #expect(LearnerHistory([record], lessons: []).observations.isEmpty != counts)
    #expect(record.exploration?.isPractice == counts)
  }

  @Test func whatOneTriesForOneselfIsKeptAndSaysNothing() throws {
    for breaking in [ComputationGraph.Breaking.never, .singleFormula, .always] {
      let reading = try ComputationGraph.read(
        ["J = w^2", "w = 3"].map { Statement(input: $0) }, breaking: breaking)
      var session = try Session(exploring: reading, formulas: ["J = w^2"], breaking: breaking)
      let effects = [session.opening] + session.act(.fill(entry: 0, "7"))
      let records = try effects.records(time: "1970-04-11T12:00:00.000Z")
      #expect(records.map(\.exploration?.isPractice) == [false, false])
      #expect(!session.attempts.observations.isEmpty)
      #expect(LearnerHistory(records, lessons: []).observations == [])
    }
  }

  @Test func practiceIsMarkedWithItsSkill() throws {
    var run = PracticeRun([], on: 100, among: [.tanh])
    let session = try #require(try run.next())
    let record = try #require(try [session.opening].records(time: "").first)
    #expect(record.exploration?.practice == .tanh)
  }
}
