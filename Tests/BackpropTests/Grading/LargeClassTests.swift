import Foundation
import TestSupport
import Testing

/// How memory grows with a class.
@Suite struct LargeClassTests {
  /// Hand-ins of so many, each with a line of work.
  private func write(_ count: Int, to name: String, in folder: TemporaryFolder) throws {
    try folder.write("\(name)/none.txt", "")
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)/none.txt")
    for number in 0..<count {
      let line =
        "{\"time\": \"2026-11-24T08:00:00.000Z\", \"session\": \"sitting \(number)\", \"learner\": "
        + "\"learner number \(number)\", \"lesson\": \"two-nodes\", \"seed\": 0, \"page\": 2, "
        + "\"event\": \"fill\", \"entry\": \"a\", \"typed\": \"\(number % 20)\"}\n"
      let path = "\(folder.path)/\(name)/work of student \(number).jsonl"
      try Data(line.utf8).write(to: URL(filePath: path))
    }
  }

  /// Whether a class is marked within so many megabytes of data.
  private func isMarked(_ name: String, within megabytes: Int, in folder: TemporaryFolder) throws
    -> Bool
  {
    let limits = ["--data=\(megabytes << 20)", "--stack=\(8 << 20)"]
    let run = try ProgramRun(
      limits + ["backprop", "grade", name, "--csv"], of: "/usr/bin/prlimit", in: folder.path)
    return run.status == 0
  }

  @Test(.needs("/usr/bin/prlimit"))
  func whatIsKeptOfALearnerIsLessThanAKilobyte() throws {
    let folder = try TemporaryFolder()
    let counts = (small: 50, large: 8000)
    try write(counts.small, to: "small", in: folder)
    try write(counts.large, to: "large", in: folder)
    let least = try stride(from: 16, to: 512, by: 2).first {
      try isMarked("small", within: $0, in: folder)
    }
    let enough = try #require(least)
    // The allocator takes memory in large pieces.
    let more = counts.large / 1000 + 2
    #expect(try isMarked("large", within: enough + more, in: folder))
  }
}
