/// One thing that is asked of a graph with arrays.
public struct ArrayEntry: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The shape of an operation's value.
    case valueShape
    /// The shape of the derivative of the output with respect to a quantity.
    case derivativeShape
    /// The value of an operation.
    case value
    /// What one path contributes to a derivative of the output, at a fan-out.
    case contribution
    /// The derivative of the output with respect to a quantity.
    case derivative
  }

  /// The name, unique in the graph: `shape of Z`, `Z`, `Z[0, 1]`, `dJ/dW`, `dJ/dH via Z2`.
  public var name: String
  public var kind: Kind
  /// The quantity whose value, shape or derivative it is.
  public var quantity: Int
  /// The node where the entry is worked out: for a derivative the consumer on its right.
  public var node: Int
  /// The operand, as an index into the node's operands; `nil` for a value, for a shape and for a sum over paths.
  public var slot: Int?
  /// The cell, an index for each axis; `nil` for the whole array.
  public var cell: [Int]?
  /// The entries that lead to this one, by their indices.
  public var prerequisites: [Int]

  /// Whether a shape is asked.
  public var isShape: Bool { kind == .valueShape || kind == .derivativeShape }

  /// Whether it may be answered by a formula over what is on the graph.
  public var takesFormulas: Bool { kind == .derivative || kind == .contribution }
}
