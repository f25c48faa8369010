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
  /// The cell, an index for each axis; `nil` for a number and for a whole array.
  public var cell: [Int]?

  public init(_ kind: Kind, of node: Int, after step: Int, cell: [Int]? = nil) {
    self.kind = kind
    self.node = node
    self.step = step
    self.cell = cell
  }

  /// The array of which it is a cell; itself where it is none.
  var whole: LaterQuantity { LaterQuantity(kind, of: node, after: step) }

  /// Whether it is asked where a page asks for all that comes after: not the boxes on the way to the output, and not
  /// the derivatives of the next step.
  func isAskedByItself(in list: EntryList) -> Bool {
    guard cell == nil else { return false }
    return switch kind {
    case .memory, .parameter: true
    // Where derivatives are given nobody knows what they are those of.
    case .value: node == list.graph.output && list.graph.nodes[node].name == list.outputName
    case .derivative: false
    }
  }
}
