import Expressions

/// A graph with arrays written out in numbers: a quantity for each cell, a product of matrices as sums of products.
///
/// Only operations that scalar formulas have are left, so that the scalar engine computes the same graph without any of
/// the rules for arrays. Where something depends on what numbers are (an index, a condition, the place of a largest
/// number), it is written out for the numbers of the given pass.
public struct UnrolledGraph: Hashable, Sendable {
  /// A line for each cell, those of inputs with their numbers.
  public let statements: [Statement]
  /// For each node of the graph with arrays the names of its cells, row by row: `W_0_1` is `W[0, 1]`.
  public let cells: [[String]]
  /// The cell whose derivatives are asked.
  public let output: String

  /// - Precondition: the output is a number.
  /// - Complexity: O(n) in the cells of all terms and the multiplications of products.
  public init(_ forward: ArrayForwardPass) {
    let graph = forward.graph
    var writer = CellWriter(used: Set(graph.nodes.map(\.name)))
    var cells: [[String]] = []
    for (index, node) in graph.nodes.enumerated() {
      let names = writer.names(node.name, graph.shape(of: index))
      if let formula = node.formula {
        let texts = writer.cells(
          of: formula.expression, at: forward.operandValues(of: index),
          named: node.operands.map { cells[$0] })
        for (name, cell) in zip(names, texts) {
          writer.statements.append(Statement("\(name) = \(cell.text)"))
        }
      } else {
        let role: Statement.Role = node.kind == .data ? .data : .parameter
        for (name, number) in zip(names, forward.values[index].elements) {
          writer.statements.append(Statement("\(name) = \(number.shortestText)", role: role))
        }
      }
      cells.append(names)
    }
    statements = writer.statements
    self.cells = cells
    precondition(graph.shape(of: graph.output).isNumber, "the output is a number")
    output = cells[graph.output][0]
  }
}
