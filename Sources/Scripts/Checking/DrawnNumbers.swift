import Autodiff
import Expressions
import Lessons
import Sessions
import Teaching

/// What an author writes in numbers on a graph whose numbers are drawn anew for every learner.
struct DrawnNumbers {
  private let graph: LessonGraph
  /// Whether everybody has numbers of their own.
  let areDrawn: Bool
  /// Whether they are drawn even without a learner's name.
  let areFresh: Bool
  /// The answers with the numbers in the file.
  let fileKey: AnswerKey

  /// - Parameter key: the answers with the numbers that the graph has at first.
  init(_ lesson: Lesson, graph index: Int, key: AnswerKey) {
    graph = lesson.graphs[index]
    areFresh = graph.isFresh
    areDrawn = lesson.isDrawn(index, seed: lesson.graded == nil ? 0 : 1)
    fileKey = (try? AnswerKey(graph.graph, at: graph.inputs, after: graph.steps)) ?? key
  }

  /// What to say of a wrong answer that is a number.
  static func note(onMistake answer: PlacedText) -> LessonError {
    LessonError(
      "'\(answer.text)' fits only the numbers in the file, and other numbers are "
        + "drawn here; write it as a formula of the graph's quantities", at: answer.position)
  }

  /// What to say of a question whose answer stays while the graph's numbers change.
  func notes(on exercise: Exercise, _ key: QuestionKey) -> [LessonError] {
    guard areDrawn, case .number(let formula, _) = key.question.answer else { return [] }
    guard formula.expression.isConstant else {
      return key.question.feedback.map(\.answer).filter { key.isMeantForOneDraw($0.text) }
        .map(DrawnNumbers.note)
    }
    return [
      LessonError(
        "the answer of '\(exercise.id)' is \(key.exact) whatever numbers are drawn here; where it changes "
          + "with them, write a formula of the graph's quantities, as in number: 2\(example)",
        at: exercise.position)
    ]
  }

  private var example: String {
    graph.graph.nodes.first { graph.ranges[$0.name] != nil }?.name ?? "w"
  }

  /// What to say of a claim in the text that is true with the numbers in the file alone.
  func notes(onClaim span: PlacedText, of name: String) -> [LessonError] {
    guard areDrawn, graph.ranges[name] != nil || fileKey.list.index(of: name) != nil else {
      return []
    }
    return [
      LessonError(
        "the text says \(span.text), and every learner has other numbers; say it without a number, "
          + "or on a page whose graph has no ranges", at: span.position)
    ]
  }
}
