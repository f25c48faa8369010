public import Autodiff
import Expressions
import Journals
public import Lessons
import Teaching

extension Session {
  /// Opens a session on formulas of the learner's own: one page that asks everything.
  ///
  /// - Parameters:
  ///   - reading: what the formulas were read as.
  ///   - formulas: as typed, for the journal.
  ///   - breaking: how they were broken up when they were read.
  ///   - panel: how much of the chain rule is shown.
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(
    exploring reading: ComputationGraph.Reading, formulas: [String],
    breaking: ComputationGraph.Breaking = .singleFormula, panel: Panel = .full
  ) throws(EvaluationError) {
    let worksheet = Worksheet(try AnswerKey(reading.graph, at: reading.inputs))
    let page = Lesson.Page(
      title: "", blocks: [.graph, .fill(FillRequest.everything)], graph: 0, panel: panel)
    let lesson = Lesson(
      name: "explore", title: Session.title(of: formulas, on: reading.graph), pages: [page],
      graphs: [LessonGraph(graph: reading.graph, inputs: reading.inputs)])
    do {
      let exploration = Exploration(
        formulas, on: reading.graph, at: reading.inputs, breaking: breaking)
      try self.init(lesson, on: [worksheet], source: .explore(exploration))
    } catch {
      preconditionFailure("a page that asks everything names no entry")
    }
  }

  /// Opens a session on formulas of the learner's own over vectors and matrices.
  ///
  /// - Parameters:
  ///   - formulas: as typed, those of inputs among them, for the journal.
  ///   - isCode: whether the derivatives are written as the lines of a program.
  ///   - asked: what is asked; `nil` for everything.
  /// - Precondition: what is asked names entries of the graph.
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(
    exploring reading: ArrayReading, formulas: [String], isCode: Bool = false,
    asking asked: [String]? = nil
  ) throws(EvaluationError) {
    let worksheet = Worksheet(.arrays(try ArraySheetKey(reading)))
    let position = TextPosition(line: 1, column: 1)
    let requests =
      asked.map { $0.map { FillRequest(.entry($0), at: position) } }
      ?? (isCode ? [FillRequest(.backward, at: position)] : FillRequest.everything)
    var page = Lesson.Page(title: "", blocks: [.graph, .fill(requests)], graph: 0)
    page.isCode = isCode
    let lesson = Lesson(
      name: "explore", title: Session.title(of: formulas, on: reading.graph), pages: [page],
      graphs: [LessonGraph(reading)])
    do {
      let exploration = Exploration(formulas, on: reading.graph, at: [:], breaking: .never)
      try self.init(lesson, on: [worksheet], source: .explore(exploration))
    } catch {
      preconditionFailure("a page that asks everything names no entry")
    }
  }

  /// The first formulas as they were typed, long ones cut; what only gives an input its number is left out.
  private static func title(of formulas: [String], on graph: ComputationGraph) -> String {
    let shown = formulas.lazy.map { Statement(input: $0) }
      .filter { $0.chosenOutput == nil && ($0.isNetwork || graph.isOperation($0.name)) }
      .prefix(4)
    let titles: [String] = shown.map { statement in
      let start = statement.formula.prefix(200)
      let formula =
        start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        + (start.endIndex < statement.formula.endIndex ? "…" : "")
      return statement.isNetwork ? formula : "\(statement.name) = \(formula)"
    }
    return titles.prefix(3).joined(separator: ", ") + (titles.count > 3 ? ", …" : "")
  }
}

extension ComputationGraph {
  fileprivate func isOperation(_ name: String) -> Bool {
    index(of: name).map { nodes[$0].formula != nil } ?? false
  }
}
