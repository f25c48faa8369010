import FullScreen
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// The networks of the course as a learner sees them at work: the first half of a page filled in, then a mistake.
@Suite struct CourseNetworkScreensTests {
  static let pages: [(lesson: String, page: String)] = [
    ("one-unit", "All of it alone"), ("simple-network", "All of it alone"),
    ("two-layer-relu", "Your own sweep"), ("paths", "Each path its own entry"),
    ("sigmoid-neuron", "Right to left"),
  ]

  @Test(arguments: pages, [(80, 24), (160, 50)])
  func halfDone(page: (lesson: String, page: String), size: (width: Int, height: Int)) throws {
    var solver = try LessonSolver(page.lesson)
    while solver.session.page.title != page.page, solver.solvePage() {}
    var screen = shown(solver.session, at: Size(size.width, size.height))
    #expect(screen.page.title == page.page)
    let worksheet = try #require(screen.worksheet)
    let asked = screen.asked
    for entry in asked.prefix(asked.count / 2) {
      screen.act(.fill(entry: entry, "\(worksheet.key.answer(to: entry))"))
    }
    screen.enter("99")
    try expect(screen, matches: "\(page.lesson)-half-\(size.width)x\(size.height)")
  }
}
