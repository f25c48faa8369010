public import Autodiff
import Expressions
public import Teaching

/// A graph with its values and derivatives, as text for other programs.
public struct GraphExport {
  package let key: AnswerKey
  package let backward: BackwardPass

  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(_ key: AnswerKey) throws(EvaluationError) {
    self.key = key
    backward = try BackwardPass(key.forward)
  }
}
