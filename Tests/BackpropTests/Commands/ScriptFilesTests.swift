import Foundation
import Testing

/// The scripts that come with the sources.
@Suite struct ScriptFilesTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  private func text(_ path: String) throws -> String {
    try String(contentsOf: ScriptFilesTests.tests.appending(path: path), encoding: .utf8)
  }

  @Test func everyScriptPasses() throws {
    let folder = ScriptFilesTests.tests.appending(path: "Scripts").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".test") }.sorted()
    let run = try ProgramRun(["test"] + names, in: folder)
    #expect(run.output == "\(names.count) passed, 0 failed\n")
    #expect(names.count > 5)
  }

  @Test func everyStoredPictureIsComparedByAScript() throws {
    let folder = ScriptFilesTests.tests.appending(path: "Scripts").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let scripts = try names.filter { $0.hasSuffix(".test") }
      .map { try text("Scripts/\($0)") }.joined()
    for picture in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/Pictures") {
      #expect(scripts.contains("picture \(picture.dropLast(4))\n"))
    }
  }

  @Test func theReadmesPictureIsTheOneThatAScriptMakes() throws {
    let rows = try text("Scripts/Pictures/readme.txt")
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
    #expect(try text("../README.md").contains("```\n\(rows.joined(separator: "\n"))\n```"))
  }

  @Test func theScriptsOfThePagesPass() throws {
    let readme = try text("../README.md")
    let section = try #require(readme.components(separatedBy: "## Write a script").last)
      .components(separatedBy: "## ")[0]
    let page = try ProgramRun(["help", "scripts"]).output
    let folder = try TemporaryFolder()
    let blocks = [section, page].flatMap { text in
      text.components(separatedBy: "```\n").enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
    }
    #expect(blocks.count == 3)
    for (index, block) in blocks.enumerated() {
      let path = try folder.write("\(index).test", block)
      #expect(try ProgramRun(["test", path, "--update"]).output.hasSuffix("1 passed, 0 failed\n"))
    }
  }
}
