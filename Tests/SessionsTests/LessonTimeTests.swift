import BuiltInLessons
import Journals
import Lessons
import Sessions
import TestSupport
import Testing

@Suite struct LessonTimeTests {
  @Test(arguments: [
    (0, 0, 0, 5), (1, 1, 0, 5), (7, 7, 0, 5), (7, 8, 0, 10), (10, 10, 5, 15), (10, 40, 0, 25),
  ])
  func minutesAreRoundedToFive(pages: Int, entries: Int, exercises: Int, minutes: Int) {
    #expect(
      LessonTime.minutes(pages: pages, entries: entries, exercises: exercises) == minutes)
  }

  /// The menu does not read the lessons that nobody has begun.
  @Test func theSizesOfTheBuiltInLessonsAreWhatTheyAsk() throws {
    var sizes: [String: BuiltInLessons.Size] = [:]
    for file in BuiltInLessons.files {
      let name = String(file.name.dropFirst(3).dropLast(3))
      var lesson = try Lesson(utf8: file.bytes, name: name)
      for graph in lesson.graphs.indices { lesson.graphs[graph].ranges = [:] }
      let session = try Session(lesson, source: .lesson(name: name, hash: ""))
      sizes[name] = BuiltInLessons.Size(
        asked: session.wholeScore.asked, minutes: session.minutesLeft)
    }
    let rows = sizes.map {
      "\"\($0.key)\": Size(asked: \($0.value.asked), minutes: \($0.value.minutes)),"
    }
    #expect(BuiltInLessons.sizes == sizes, "\(rows.sorted().joined(separator: "\n"))")
  }
}
