import Foundation
import Testing

/// What a newcomer could mistype, with everything that the program says of it and the status it ends with.
@Suite struct WrongCommandLinesTests {
  /// A command line as typed in a shell, with the text on standard error and the status in brackets.
  private struct Transcript {
    var line: String
    var answer: String
  }

  /// The transcripts of a file: `$ LINE`, then the answer; `LESSONS` stands for the lessons' names.
  private static func read(_ name: String) throws -> [Transcript] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Transcripts/\(name)")
    let lessons = try ProgramRun(["lessons"]).output.split(separator: "\n")
      .joined(separator: ", ")
    return try String(contentsOf: file, encoding: .utf8)
      .replacing("LESSONS", with: lessons)
      .split(separator: "$ ").map { block in
        let lines = block.split(separator: "\n", maxSplits: 1)
        return Transcript(line: String(lines[0]), answer: String(lines[1]))
      }
  }

  /// A folder with a lesson, a script, a script that is no text, a link to itself and a folder.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("mine.md", "# Mine\n")
    try folder.write("mine.test", "explore J = w^2; w=3\n")
    try Data([0xFF]).write(to: URL(filePath: "\(folder.path)/latin.test"))
    try folder.write("folder/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/loop.md", withDestinationPath: "loop.md")
    return folder
  }

  @Test func eachSaysWhatIsWrongAndWhatToDo() throws {
    let folder = try folder()
    let transcripts = try WrongCommandLinesTests.read("wrong-command-lines.txt")
    #expect(transcripts.count > 100)
    for transcript in transcripts {
      let run = try ProgramRun(["-c", transcript.line], of: "/bin/sh", in: folder.path)
      #expect("\(run.errors)[\(run.status)]\n" == transcript.answer, "\(transcript.line)")
      #expect(run.output == "")
    }
  }
}
