import Foundation
import Testing

/// A folder of lessons, each with one mistake, and what is said of it.
@Suite struct BrokenLessonsTests {
  @Test func everyMistakeIsToldWithItsPlaceAndWhatToDo() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../BrokenLessons").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".md") }.sorted()
    let run = try ProgramRun(["check"] + files.map { folder.appending(path: $0).path() })
    let reports = run.output.replacing(folder.path(), with: "")
      .replacing(/^\/+/.anchorsMatchLineEndings(), with: "")
    let expected = try String(
      contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    #expect(reports == expected)
    #expect(run.status == 1)
    let told = Set(reports.split(separator: "\n").compactMap { $0.split(separator: ":").first })
    #expect(files.filter { !told.contains(Substring($0)) } == [])
  }
}
