import Expressions

/// A node of a graph with arrays written out: each of its cells as a formula over the cells that enter it.
///
/// `Z = X W` is `Z[0, 0] = X[0, 0] * W[0, 0] + X[0, 1] * W[1, 0]`, and so on. What depends on what numbers are (an index,
/// the place of a largest number) is written out for the numbers of the given pass.
public struct CellFormulas: Hashable, Sendable {
  /// For each cell its formula, row by row.
  public let cells: [String]
  /// What would be too long where it is used, with a name of its own: `t1 = …`.
  public let parts: [String]

  /// - Parameters:
  ///   - longestPart: a part of at most so many characters is written where it is used.
  ///   - text: how a cell of a node is written, by its place.
  /// - Precondition: the node is an operation.
  /// - Complexity: O(n) in the cells of all terms and the multiplications of products.
  public init(
    of node: Int, in forward: ArrayForwardPass, longestPart: Int,
    text: (_ node: Int, _ place: Int) -> String
  ) {
    let graph = forward.graph
    guard let formula = graph.nodes[node].formula else {
      preconditionFailure("an operation has a formula")
    }
    var writer = CellWriter(used: Set(graph.nodes.map(\.name)), longestPart: longestPart)
    let names = graph.nodes[node].operands.map { operand in
      (0..<graph.shape(of: operand).count).map { text(operand, $0) }
    }
    cells = writer.cells(
      of: formula.expression, at: forward.operandValues(of: node), named: names
    ).map(\.text)
    parts = writer.statements.map(\.text)
  }
}
