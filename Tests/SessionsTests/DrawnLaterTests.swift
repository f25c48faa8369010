import Autodiff
import BuiltInLessons
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing

/// Numbers are drawn when a page needs them, and are what they are.
@Suite struct DrawnLaterTests {
  private func lesson() throws -> Lesson {
    let file = try #require(BuiltInLessons.files.first { $0.name.hasSuffix("-your-turn.md") })
    return try Lesson(utf8: file.bytes, name: "your-turn")
  }

  @Test func aLessonOpensWithoutDrawingWhatNoPageInViewShows() throws {
    var session = try opened(lesson(), name: "your-turn")
    #expect(session.progress.worksheets.map(\.isWorkedOut) == [true, false])
    _ = session.update(.page(5))
    _ = session.worksheet?.key
    #expect(session.progress.worksheets.map(\.isWorkedOut) == [true, true])
  }

  @Test(arguments: FreshNumbers.Draw.allCases, [1, 2, 17, 4711])
  func whatIsDrawnLaterIsWhatIsDrawnAtOnce(way: FreshNumbers.Draw, seed: Int) throws {
    let lesson = try lesson()
    let worksheets = try LessonPlan.worksheets(of: lesson, seed: seed, by: way)
    for (index, graph) in lesson.graphs.enumerated() where lesson.isDrawn(index, seed: seed) {
      #expect(!worksheets[index].isWorkedOut)
      let copy = worksheets[index]
      let numbers = FreshNumbers(for: graph, seed: seed, index: index, by: way)
      let key = try AnswerKey(graph.graph, at: numbers.inputs)
      #expect(worksheets[index].key == .numbers(key))
      #expect(copy.isWorkedOut)
      #expect(worksheets[index] == Worksheet(key))
    }
  }
}
