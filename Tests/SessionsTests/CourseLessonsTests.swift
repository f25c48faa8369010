import BuiltInLessons
import LessonSolving
import Sessions
import TestSupport
import Testing

/// The built-in lessons, as a whole course.
@Suite struct CourseLessonsTests {
  @Test(arguments: LessonSolver.lessonNames, [0, 2, 7])
  func everyLessonCanBeSolvedFromItsFirstPageToItsLast(name: String, seed: Int) throws {
    var solver = try LessonSolver(name, seed: seed)
    var hasNext = true
    while hasNext {
      let page = solver.session.pageNumber
      hasNext = solver.solvePage()
      #expect(!solver.screens[page - 1].contains("✗"), "page \(page)")
    }
    let score = solver.session.wholeScore
    #expect(score.accepted == score.asked)
    #expect(score.asked > 0)
  }

  @Test(arguments: LessonSolver.lessonNames)
  func aSeedChangesTheNumbersOfAPageThatDrawsThem(name: String) throws {
    func numbers(_ seed: Int) throws -> [String] {
      var solver = try LessonSolver(name, seed: seed)
      while solver.solvePage() {}
      return solver.screens
    }
    let screens = try [2, 7, 11].map { seed in (seed, try numbers(seed)) }
    let first = screens[0].1
    let drawn = first.indices.filter { first[$0].contains("seed 2") }
    let file = try #require(BuiltInLessons.files.first { $0.name.hasSuffix("-\(name).md") })
    let isFresh = String(decoding: file.bytes, as: UTF8.self).contains("```graph fresh")
    #expect(drawn.isEmpty == !isFresh)
    for page in drawn {
      let plain = screens.map { seed, pages in
        #expect(pages[page].contains("seed \(seed)"), "page \(page + 1)")
        return pages[page].replacing("seed \(seed)", with: "")
      }
      #expect(Set(plain).count > 1, "page \(page + 1)")
    }
  }
}
