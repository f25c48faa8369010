import BuiltInLessons
import Foundation
import Lessons
import Testing

@Suite struct BuiltInLessonsTests {
  @Test func everyFileOfTheLessonsFolderIsBuiltIn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(BuiltInLessons.files.map(\.name) == names)
    for file in BuiltInLessons.files {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes))
    }
  }

  @Test func theMenuSaysOfEachWhatItBeginsWith() throws {
    for file in BuiltInLessons.files {
      let lesson = try Lesson(utf8: file.bytes, name: file.name)
      let outline = try #require(LessonOutline(utf8: file.bytes), "\(file.name)")
      #expect(outline.title == lesson.title)
      #expect(outline.summary == lesson.summary)
    }
  }

  @Test(arguments: [("two-nodes", 5), ("simple-network", 13)])
  func theCoursesGraphsAskWhatTheLabAsks(name: String, entries: Int) throws {
    let script = "lesson \(name)\npage 2\nexpect score 0/\(entries)\n"
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).test")
    defer { try? FileManager.default.removeItem(at: file) }
    try script.write(to: file, atomically: false, encoding: .utf8)
    #expect(try ProgramRun(["test", file.path()]).output == "1 passed, 0 failed\n")
  }
}
