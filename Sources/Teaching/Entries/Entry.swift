/// One quantity that the learner fills in.
public struct Entry: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The value of an operation.
    case forward
    /// The derivative of a node with respect to one of its operands.
    case local
    /// What one path contributes to a derivative of the output, at a fan-out.
    case contribution
    /// The derivative of the output with respect to a node.
    case derivative
    /// The shape of an operation's value, in a graph with arrays.
    case shape
    /// The shape of the derivative of the output with respect to a node, in a graph with arrays.
    case derivativeShape
    /// A quantity after steps of descent.
    case later
  }

  /// The name, unique in the graph: `a`, `da/dw`, `dJ/dw`, `dJ/db via a`; of arrays also `shape of Z` and `Z[0, 1]`.
  public var name: String
  public var kind: Kind
  /// The node where the entry is worked out: for a derivative the consumer on its right.
  public var node: Int
  /// The operand, as an index into the node's operands; `nil` for a forward value.
  public var slot: Int?
  /// Whether the node is the output, so that the entry is a local derivative too.
  public var isAtOutput: Bool
  /// The entries that lead to this one, by their indices.
  public var prerequisites: [Int]
  /// Whether it is one cell of an array.
  public var isCell = false
  /// What it is after steps of descent; `nil` for what is asked of the graph as it stands.
  public var later: LaterQuantity?

  /// Whether it is told of from left to right, before any derivative: a value or its shape.
  public var isForward: Bool { kind == .forward || kind == .shape }

  /// Whether a shape is asked.
  public var isShape: Bool { kind == .shape || kind == .derivativeShape }

  /// Whether the entry is a derivative of one node alone, which may also be answered by a formula.
  public var isLocal: Bool { kind == .local || (isAtOutput && kind != .forward && slot != nil) }

  /// The parts of the work on a graph, in their order.
  public enum Part: CaseIterable, Hashable, Sendable {
    case values, derivatives
    /// What comes after steps of descent.
    case steps

    package var place: Int { self == .values ? 0 : self == .derivatives ? 1 : 2 }
  }

  public var part: Part { isForward ? .values : later == nil ? .derivatives : .steps }
}
