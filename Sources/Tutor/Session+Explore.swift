public import Autodiff
import Expressions
import Lessons
import Teaching

extension Session {
  /// Opens a session on formulas of the learner's own: one page that asks everything.
  ///
  /// - Parameters:
  ///   - reading: what the formulas were read as.
  ///   - formulas: as typed, for the journal.
  ///   - breaking: how they were broken up when they were read.
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(
    exploring reading: ComputationGraph.Reading, formulas: [String],
    breaking: ComputationGraph.Breaking = .singleFormula
  ) throws(EvaluationError) {
    _ = try AnswerKey(reading.graph, at: reading.inputs)
    let page = Lesson.Page(title: "", blocks: [.graph, .fill(FillRequest.everything)], graph: 0)
    let operations = reading.graph.operations
    let title =
      operations.prefix(3).compactMap { index in
        reading.graph.nodes[index].formula.map {
          "\(reading.graph.nodes[index].name) = \($0.expression.text)"
        }
      }.joined(separator: ", ") + (operations.count > 3 ? ", …" : "")
    let lesson = Lesson(
      name: "explore", title: title, pages: [page],
      graphs: [LessonGraph(graph: reading.graph, inputs: reading.inputs)])
    do {
      let exploration = Exploration(
        formulas, on: reading.graph, at: reading.inputs, breaking: breaking)
      try self.init(lesson, source: .explore(exploration))
    } catch {
      preconditionFailure("a page that asks everything names no entry")
    }
  }
}
