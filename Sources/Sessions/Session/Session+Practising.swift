import Autodiff
import Expressions
import Journals
public import Lessons
public import Teaching

extension Session {
  /// Opens a session on a problem that practises a skill.
  ///
  /// The journal keeps it as formulas, which say all that it takes to check the answers anew, with the skill as mark.
  ///
  /// - Throws: `LessonFailure` where the problem cannot be opened; no problem is known that cannot.
  public init(practising problem: PracticeProblem, number: Int) throws(LessonFailure) {
    var lesson = problem.lesson
    lesson.title += ", problem \(number)"
    for page in lesson.pages.indices {
      lesson.pages[page].title = ""
      lesson.pages[page].panel = problem.practice.panel
    }
    // The numbers are the problem; others make another problem.
    for graph in lesson.graphs.indices { lesson.graphs[graph].ranges = [:] }
    guard let graph = lesson.graphs.first else {
      preconditionFailure("a practice problem has a graph")
    }
    let arrays = (graph.arrays?.inputs ?? [:]).sorted { $0.key < $1.key }.map { name, array in
      "\(name) = \(array.text(\.shortestText))"
    }
    let source = Source.explore(
      Exploration(
        arrays + graph.graph.formulas, on: graph.graph, at: graph.inputs, breaking: .never,
        practice: problem.practice.skill))
    try self.init(lesson, source: source)
    practice = problem.practice
    continuation = .nextProblem
    remark = openingRemark
  }
}

extension Practice {
  /// How much stands beside the problem: never the rule, which a hint brings back, and in the end nothing.
  var panel: Panel { support == .none ? .none : .question }
}
