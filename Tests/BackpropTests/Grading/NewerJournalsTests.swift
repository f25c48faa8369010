import Foundation
import Testing

/// A journal in which a newer version wrote: its lines are kept, skipped and said, and the others count.
@Suite struct NewerJournalsTests {
  private static let newer = [
    #"{"format": "backprop journal", "version": 2}"#,
    #"{"time": "2026-01-01T00:00:00.000Z", "session": "1", "learner": "ada", "#
      + #""lesson": "two-nodes", "lessonHash": "0", "seed": 0, "page": 2, "event": "zoom"}"#,
    #"{"learner": "ada", "page": {"number": 2, "part": "b"}, "event": "fill"}"#,
  ]

  /// The journal of a learner who answered one question, with the lines of a newer version around it.
  private func folder() throws -> (folder: TemporaryFolder, journal: String) {
    let folder = try TemporaryFolder()
    _ = try run(["learn", "two-nodes", "--page", "2", "--plain"], input: "11\n", in: folder)
    let path = "\(folder.path)/state/backprop/journal.jsonl"
    let own = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(#""page": 2"#, with: #""device": [1], "page": 2"#)
    let lines = NewerJournalsTests.newer
    let journal = lines[0] + "\n" + own + lines[1] + "\n" + lines[2] + "\n"
    try journal.write(toFile: path, atomically: false, encoding: .utf8)
    return (folder, journal)
  }

  private func run(
    _ words: [String], input: String = "", in folder: TemporaryFolder
  ) throws -> ProgramRun {
    try ProgramRun(
      words + (words[0] == "replay" || words[0] == "grade" ? [] : ["--learner", "ada"]),
      in: folder.path, input: input, environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
  }

  @Test func theWorkIsResumedAndTheFileStays() throws {
    let (folder, journal) = try folder()
    let again = try run(
      ["learn", "two-nodes", "--page", "2", "--plain"], input: "121\n", in: folder)
    #expect(
      again.output.contains("3 lines of a newer version are kept and skipped in the journal"))
    #expect(again.output.contains("J = 121"))
    let path = "\(folder.path)/state/backprop/journal.jsonl"
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(journal))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state/backprop")
        == ["journal.jsonl"])
  }

  @Test func marksAndReplaySkipThemAndSaySo() throws {
    let (folder, _) = try folder()
    let name = "state/backprop/journal.jsonl"
    let graded = try run(["grade", name], in: folder)
    #expect(graded.errors == "\(name): 3 lines of a newer version are kept and skipped\n")
    #expect(graded.output.contains("ada"))
    #expect(graded.status == 0)
    let replayed = try run(["replay", name], in: folder)
    #expect(
      replayed.errors == "note: \(name): 3 lines of a newer version are kept and skipped\n")
    #expect(replayed.output.contains("fill a = 11"))
  }

  @Test func aHandInTakesTheLearnersAlong() throws {
    let (folder, journal) = try folder()
    let run = try run(["hand-in", "two-nodes", "-o", "ada.md"], in: folder)
    #expect(
      run.errors.hasSuffix("3 lines of a newer version are kept and skipped in the summary\n"))
    let text = try String(contentsOfFile: "\(folder.path)/ada.md", encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("{") }.map(String.init)
    let whole = journal.split(separator: "\n").map(String.init)
    #expect(lines == whole[1...].dropLast())
  }
}
