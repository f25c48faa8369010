public import Expressions

/// A number that a graph does not have at the values of its inputs.
public enum EvaluationError: Error, Hashable, Sendable {
  /// An operation's value is infinite or no number.
  case value(node: String, formula: String)
  /// An index lies outside of what it is taken from.
  case index(node: String, formula: String)
  /// The local derivative of a node is infinite or no number.
  case localDerivative(node: String, operand: String, at: Corner? = nil)
  /// The derivative of the output is infinite or no number.
  case derivative(output: String, node: String, at: Corner? = nil)
  case nudgeOfZero
  /// A step that is lost beside the node's value.
  case nudgeTooSmall(node: String)
  /// A node whose nudged value, or whose change over the step, is not finite.
  case nudgedTooFar(node: String)
  case unknownNode(String, known: [String])

  /// The node at which it came up, if at one.
  public var node: String? {
    switch self {
    case .value(let node, _), .index(let node, _), .localDerivative(let node, _, _),
      .nudgedTooFar(let node),
      .nudgeTooSmall(let node):
      node
    case .derivative(_, let node, _): node
    case .nudgeOfZero, .unknownNode: nil
    }
  }

  /// What is wrong and what to do, on one line.
  public var message: String {
    switch self {
    case .value(let node, let formula):
      "'\(node) = \(formula)' has no finite value at these numbers; choose others"
    case .index(let node, let formula):
      "'\(node) = \(formula)' uses an index that lies outside; indices are whole numbers from 0 on"
    case .localDerivative(let node, let operand, let corner):
      EvaluationError.noDerivative(of: node, by: operand, at: corner)
    case .derivative(let output, let node, let corner):
      EvaluationError.noDerivative(of: output, by: node, at: corner)
    case .nudgeOfZero:
      "a nudge by 0 moves nothing; choose another step, such as 0.001"
    case .nudgeTooSmall(let node):
      "the step is too small to move '\(node)'; choose a larger one, such as 0.001"
    case .nudgedTooFar(let node):
      "the change of '\(node)' over the step is not finite; choose another step, such as 0.001"
    case .unknownNode(let name, let known):
      "no quantity is called '\(name)'; there are \(known.joined(separator: ", "))"
    }
  }

  private static func noDerivative(of node: String, by operand: String, at corner: Corner?)
    -> String
  {
    let others = corner.map { "; \($0.others())" } ?? ""
    return
      "\(ComputationGraph.derivativeName(of: node, by: operand)) has no finite value at these numbers; "
      + "choose others\(others)"
  }
}
