import Foundation
import TestSupport
import Testing

/// How work grows with the files that come in: lessons, scripts, journals, classes; and with the pictures that come out.
@Suite struct FileGrowthTests {
  /// A run on files, or on a graph, of any size.
  enum Work: String, CaseIterable, Sendable {
    case lessonOfPages, lessonOfQuestions, lessonOfGraphs, freeTest, script
    case journalReplayed, journalGraded, journalResumed, classGraded
    case picture, vectorPicture, plainTutor, exam, paperExam

    /// The smallest size; the others are two and four times as large.
    var size: Int {
      switch self {
      case .picture, .vectorPicture: 30
      case .exam, .paperExam: 1
      default: 40
      }
    }

    /// The greatest exponent of growth. In a free test each answer, and its undoing, is checked against the whole
    /// lesson's progress; of an exam numbers are looked for that make no answer long, which more answers make rarer.
    var exponent: Double {
      switch self {
      case .freeTest: 1.8
      case .exam, .paperExam: 1.6
      default: 1.3
      }
    }

    /// Counts a run of a size.
    func count(_ size: Int) throws -> InstructionCount {
      let folder = try TemporaryFolder()
      switch self {
      case .lessonOfPages: return try InstructionCount(["check", try lesson(size, in: folder)])
      case .lessonOfQuestions:
        let questions = (0..<size).map {
          "```question\nask: What is \($0) + 1?\nnumber: \($0 + 1)\n```"
        }
        return try InstructionCount([
          "check",
          try folder.write("many.md", "# Many\n\n" + questions.joined(separator: "\n\n") + "\n"),
        ])
      case .lessonOfGraphs:
        let pages = (0..<size).map {
          "## Page \($0)\n\n```graph\na = \($0 + 2) w\nJ = a^2\nw = 3\n```\n\n```fill\nforward\nbackward\n```"
        }
        return try InstructionCount([
          "check",
          try folder.write("graphs.md", "# Graphs\n\n" + pages.joined(separator: "\n\n") + "\n"),
        ])
      case .freeTest: return try InstructionCount(["test", try lesson(size, in: folder)])
      case .script:
        let steps = (0..<size).map { _ in "fill a = 12\nexpect a wrong\nfill a = 11\nexpect a right"
        }
        let script = "lesson two-nodes\npage 3\n" + steps.joined(separator: "\n") + "\n"
        return try InstructionCount(["test", try folder.write("long.test", script)])
      case .journalReplayed:
        return try InstructionCount(["replay", try folder.write("journal.jsonl", journal(size))])
      case .journalGraded:
        return try InstructionCount(["grade", try folder.write("journal.jsonl", journal(size))])
      case .journalResumed:
        try folder.write("backprop/journal.jsonl", journal(size))
        return try InstructionCount(
          ["learn", "two-nodes", "--plain", "--learner", "ada"], input: "? q\n",
          environment: ["XDG_STATE_HOME": folder.path], status: 1)
      case .classGraded:
        for learner in 0..<size / 4 {
          try folder.write("in/\(learner).jsonl", journal(12, by: "learner \(learner)"))
        }
        return try InstructionCount(["grade", "\(folder.path)/in"])
      case .picture, .vectorPicture:
        let format = self == .picture ? "--text" : "--svg"
        return try InstructionCount(["export", format] + GrowingGraph.chain.words(size))
      case .plainTutor:
        return try InstructionCount(
          ["explore", "--plain", "--no-journal"] + GrowingGraph.near.words(size), input: "? q\n",
          status: 1)
      case .exam:
        return try InstructionCount(
          ["exam", "2-\(size)-1", "tanh", "--seed", "3", "--plain", "--no-journal"], input: "? q\n",
          status: 1)
      case .paperExam:
        return try InstructionCount(["exam", "2-\(size)-1", "tanh", "--seed", "3", "--print"])
      }
    }

    private func lesson(_ pages: Int, in folder: TemporaryFolder) throws -> String {
      let pages = (0..<pages).map {
        "## Page \($0)\n\nSome text about page \($0).\n\n```question\nask: What is 1 + \($0)?\nnumber: \($0 + 1)\n```"
      }
      return try folder.write("pages.md", "# Pages\n\n" + pages.joined(separator: "\n\n") + "\n")
    }

    /// A journal of wrong and right answers in turn.
    private func journal(_ events: Int, by learner: String = "ada") -> String {
      (0..<events).map { event in
        let typed = event.isMultiple(of: 2) ? "12" : "11"
        return #"{"time": "2026-03-01T10:00:00.000Z", "session": "s", "learner": "\#(learner)", "#
          + #""lesson": "two-nodes", "lessonHash": "00", "seed": 0, "draw": 2, "page": 3, "#
          + #""event": "fill", "entry": "a", "typed": "\#(typed)"}"# + "\n"
      }.joined()
    }
  }

  @Test(
    .enabled(if: InstructionCount.reason == nil, Comment(rawValue: InstructionCount.reason ?? "")),
    arguments: Work.allCases)
  func workGrowsWithTheFiles(_ work: Work) throws {
    let counts = try [0, 1, 2].map { try work.count(work.size * [1, 2, 4][$0]).count }
    // What a start takes, whatever the size, is not in the differences.
    let exponent = log2(Double(counts[2] - counts[1]) / Double(counts[1] - counts[0]))
    #expect(exponent <= work.exponent, "\(counts)")
  }
}
