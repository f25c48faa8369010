import Autodiff
import Teaching
import Testing

/// An exercise on back propagation that somebody published, with the numbers printed there.
struct PublishedExercise: CustomTestStringConvertible {
  var name: String
  var formulas: [String]
  var inputs: [String: Double]
  var data: Set<String>
  /// The answers by the names of their entries, as they are printed.
  var published: [String: String]
  /// Wrong answers that were given or printed.
  var wrong: [String: String]

  init(
    _ name: String, _ formulas: [String], _ inputs: [String: Double], data: Set<String>,
    published: [String: String], wrong: [String: String]
  ) {
    self.name = name
    self.formulas = formulas
    self.inputs = inputs
    self.data = data
    self.published = published
    self.wrong = wrong
  }

  static var all: [PublishedExercise] { small + large }

  var testDescription: String { name }

  /// The graph of the exercise.
  ///
  /// Formulas that lead to nothing else are left out but the last, since a derivative of anything else is not asked.
  func key() throws -> AnswerKey {
    let statements =
      inputs.sorted { $0.key < $1.key }.map { Statement("\($0.key) = \($0.value)") }
      + formulas.map { Statement($0) }
    let reading = try ComputationGraph.read(statements, data: data, breaking: .never)
    return try AnswerKey(reading.graph, at: reading.inputs)
  }
}
