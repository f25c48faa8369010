import Foundation
import Testing

/// Which files are marked: regular ones, each once, and the others are named.
@Suite(.timeLimit(.minutes(1))) struct JournalFilesTests {
  private static let line =
    #"{"time": "2026-01-01T00:00:00.000Z", "session": "1", "learner": "ada", "#
    + #""lesson": "two-nodes", "lessonHash": "0", "seed": 0, "page": 2, "event": "hint", "#
    + #""entry": "a"}"# + "\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/ada.jsonl", JournalFilesTests.line)
    return folder
  }

  private func link(_ name: String, to target: String, in folder: TemporaryFolder) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(name)", withDestinationPath: target)
  }

  /// What is said of files, without notes on what is in them.
  ///
  /// The status is 1 where a file is left out, and 0 where each is read, however often it is met.
  private func notes(_ words: [String], in folder: TemporaryFolder) throws -> [String] {
    let run = try ProgramRun(["grade"] + words, in: folder.path)
    let leavesOut = run.errors.contains("; left out\n") || run.errors.contains("lies too deep")
    #expect(run.status == (leavesOut ? 1 : 0))
    #expect(run.output.contains("ada"))
    return run.errors.split(separator: "\n").map(String.init).filter { $0.contains("in/") }
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let folder = try folder()
    #expect(mkfifo("\(folder.path)/in/pipe.jsonl", 0o600) == 0)
    try link("in/zero.jsonl", to: "/dev/zero", in: folder)
    #expect(
      try notes(["in"], in: folder) == [
        "note: in/pipe.jsonl is a pipe and no file; left out",
        "note: in/zero.jsonl is a device and no file; left out",
      ])
    #expect(
      try notes(["in/pipe.jsonl", "in/ada.jsonl"], in: folder)
        == ["note: in/pipe.jsonl is a pipe and no file; left out"])
  }

  @Test func aLoopOfLinksIsWalkedOnce() throws {
    let folder = try folder()
    try link("in/loop", to: ".", in: folder)
    try link("in/up", to: "..", in: folder)
    #expect(
      try notes(["in"], in: folder) == [
        "note: in/loop is the same as in and is read once",
        "note: in/up/in is the same as in and is read once",
      ])
  }

  @Test func aFileUnderTwoNamesIsReadOnce() throws {
    let folder = try folder()
    try link("in/again.jsonl", to: "ada.jsonl", in: folder)
    try FileManager.default.linkItem(
      atPath: "\(folder.path)/in/ada.jsonl", toPath: "\(folder.path)/in/hard.jsonl")
    #expect(
      try notes(["in", "in/ada.jsonl"], in: folder) == [
        "note: in/again.jsonl is the same as in/ada.jsonl and is read once",
        "note: in/hard.jsonl is the same as in/ada.jsonl and is read once",
        "note: in/ada.jsonl is the same as in/ada.jsonl and is read once",
      ])
  }

  @Test func aLinkThatLeadsNowhereIsNamed() throws {
    let folder = try folder()
    try link("in/lost.jsonl", to: "nowhere", in: folder)
    try link("in/self.jsonl", to: "self.jsonl", in: folder)
    #expect(
      try notes(["in"], in: folder) == [
        "in/lost.jsonl: cannot be read: no such file or directory; left out",
        "in/self.jsonl: cannot be read: too many levels of symbolic links; left out",
      ])
  }

  @Test func aFolderThatLiesTooDeepIsNamed() throws {
    let folder = try folder()
    let deep = "in" + String(repeating: "/d", count: 17)
    try folder.write("\(deep)/bob.jsonl", JournalFilesTests.line)
    #expect(
      try notes(["in"], in: folder) == ["note: \(deep) lies too deep; name it by itself"])
  }

  @Test(arguments: [["replay"], ["check"], ["learn", "--plain"], ["test"]])
  func noCommandWaitsForAPipeThatNobodyWritesInto(words: [String]) throws {
    let folder = try folder()
    for name in ["pipe.md", "pipe.test"] { #expect(mkfifo("\(folder.path)/\(name)", 0o600) == 0) }
    let name = words == ["test"] ? "pipe.test" : "pipe.md"
    let run = try ProgramRun(words + [name], in: folder.path)
    #expect(run.status == (words == ["test"] || words == ["check"] ? 1 : 3))
  }

  @Test func whatSomebodyWritesIntoAPipeIsRead() throws {
    let folder = try folder()
    let run = try ProgramRun(
      ["-c", "backprop replay <(cat in/ada.jsonl)"], of: "/bin/bash", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("hint a"))
  }
}
