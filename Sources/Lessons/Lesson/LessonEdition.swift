import Autodiff
import Expressions
import Training

/// What one version of a lesson asks, page by page, so that work on it can be told in another version.
///
/// Graphs and exercises are known by hashes: two have the same where the same is asked in the same numbers.
public struct LessonEdition: Hashable, Sendable {
  /// For each page the graph that holds there.
  public var pages: [Int?]
  /// For each graph the hash of its quantities, formulas, numbers and ranges.
  public var graphs: [String]
  /// For each exercise by its name the hash of what is asked.
  public var exercises: [String: String]

  public init(pages: [Int?], graphs: [String], exercises: [String: String]) {
    self.pages = pages
    self.graphs = graphs
    self.exercises = exercises
  }

  /// - Complexity: O(n) in the lengths of all formulas.
  public init(of lesson: Lesson) {
    pages = lesson.pages.map(\.graph)
    let graphs = lesson.graphs.map { Fingerprint(of: $0.canonicalText.utf8).text }
    self.graphs = graphs
    exercises = [:]
    for page in lesson.pages {
      for index in page.exercises {
        let exercise = lesson.exercises[index]
        let graph = page.graph.map { graphs[$0] } ?? ""
        exercises[exercise.id] = Fingerprint(of: exercise.kind.canonicalText(on: graph).utf8).text
      }
    }
  }
}

extension LessonGraph {
  /// All that its numbers depend on, a quantity a line.
  fileprivate var canonicalText: String {
    let lines = graph.nodes.map { node in
      let array = arrays?.inputs[node.name].map { " = \($0.text)" }
      let number = inputs[node.name].map { " = \($0.shortestText)" } ?? array ?? ""
      let range = ranges[node.name].map {
        " in \($0.lowerBound.shortestText)..\($0.upperBound.shortestText)"
      }
      let kind =
        switch node.kind {
        case .parameter: "parameter "
        case .data: "data "
        case .operation(let formula): "= \(formula.expression.text) "
        }
      return "\(kind)\(node.name)\(number)\(range ?? "")"
    }
    let steps = self.steps.map { [$0.canonicalText] } ?? []
    return (lines + [isFresh ? "fresh" : "given"] + steps).joined(separator: "\n")
  }
}

extension StepPlan {
  fileprivate var canonicalText: String {
    let numbers = [optimizer.rate, optimizer.beta, optimizer.beta2, optimizer.epsilon]
    return "\(count) of \(optimizer.method.name) "
      + numbers.map(\.shortestText).joined(separator: " ") + " "
      + (moving?.joined(separator: " ") ?? "all")
  }
}

extension Exercise.Kind {
  /// What is asked: the answer of a question, however it is worded.
  ///
  /// - Parameter graph: the hash of the page's graph, where the answer depends on it.
  fileprivate func canonicalText(on graph: String) -> String {
    switch self {
    case .question(let question):
      switch question.answer {
      case .number(let formula, let within):
        "number \(formula.expression.text) within \(within?.shortestText ?? "") "
          + (formula.expression.isConstant ? "" : graph)
      case .formula(let formula): "formula \(formula.expression.text)"
      case .choice(let choices):
        "choice "
          + choices.map { "\($0.isRight ? "x" : "-") \($0.text.paragraphs)" }.joined(
            separator: "\n")
      }
    case .breakUp(let graph): "break-up \(graph.canonicalText)"
    case .nudging(let nudging):
      "nudge \(nudging.names.map(\.text).joined(separator: " ")) \(nudging.count) \(graph)"
    case .race: "race"
    case .training(let request):
      "train \(request.source.name) \(request.usesLines) "
        + request.statements.map(\.text).joined(separator: "\n")
    case .exploring: "explore"
    }
  }
}

extension [Prose] {
  /// The text of its paragraphs without markup.
  fileprivate var paragraphs: String {
    compactMap { if case .paragraph(let text) = $0 { text.plainText } else { nil } }
      .joined(separator: "\n")
  }
}
