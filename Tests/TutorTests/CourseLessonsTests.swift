import Testing
import Tutor

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
    let (one, other) = (try numbers(2), try numbers(7))
    let drawn = one.indices.filter { one[$0].contains("seed 2") }
    for page in drawn {
      #expect(other[page].contains("seed 7"), "page \(page + 1)")
      #expect(
        one[page].replacing("seed 2", with: "") != other[page].replacing("seed 7", with: ""),
        "page \(page + 1)")
    }
  }
}
