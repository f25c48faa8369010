import Autodiff

/// A quantity of a graph after steps of descent: `w after 1`, `v of w after 1`, `J after 1`, `dJ/dw after 1`.
public struct LaterQuantity: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// What the optimizer keeps for a parameter, by its place among what it keeps.
    case memory(Int)
    case parameter
    /// The value of an operation.
    case value
    /// The derivative of the output by a parameter.
    case derivative
  }

  public var kind: Kind
  public var node: Int
  /// How many steps were made, from 1.
  public var step: Int

  public init(_ kind: Kind, of node: Int, after step: Int) {
    self.kind = kind
    self.node = node
    self.step = step
  }

  /// Whether it is asked where a page asks for all that comes after: not the boxes on the way to the output, and not
  /// the derivatives of the next step.
  func isAskedByItself(in graph: ComputationGraph) -> Bool {
    switch kind {
    case .memory, .parameter: true
    case .value: node == graph.output
    case .derivative: false
    }
  }
}
