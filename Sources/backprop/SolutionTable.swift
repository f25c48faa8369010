import Autodiff
import Expressions
import TextScreen

/// The table that `solve` prints: each node with its value, its derivative and its local derivatives.
struct SolutionTable {
  /// A local derivative in its three parts; no formula where that is the number itself.
  private struct Local {
    var name: String
    var formula: String?
    var number: String

    func text(columns: Int) -> String {
      guard let formula else { return "\(name) = \(number)" }
      let room = columns - "\(name) =  = \(number)".columns
      let shown = formula.truncated(toColumns: max(SolutionTable.leastColumns, room))
      return "\(name) = \(shown) = \(number)"
    }
  }

  private struct Row {
    var name: String
    /// The formula of an operation; none for an input.
    var formula: String?
    var value: String
    var derivative: String
    var locals: [Local]
  }

  private let heading: [String]
  private let rows: [Row]

  /// Formulas are shortened to this and no further; a narrower terminal breaks the lines.
  private static let leastColumns = 8
  /// How far what stands below a node is set in.
  private static let indent = 4

  init(_ backward: BackwardPass) {
    let graph = backward.forward.graph
    heading = ["node", "value", "d\(graph.nodes[graph.output].name)/d·", "local derivatives"]
    rows = graph.nodes.enumerated().map { index, node in
      let locals = node.operands.enumerated().map { slot, operand in
        let number = backward.localDerivative(of: index, slot: slot).shortestText
        let formula = node.symbolicDerivative(slot: slot)
        return Local(
          name: "d\(node.name)/d\(graph.nodes[operand].name)",
          formula: formula == number ? nil : formula, number: number)
      }
      return Row(
        name: node.name, formula: node.formula?.expression.text,
        value: backward.forward.values[index].shortestText,
        derivative: backward.derivatives[index].shortestText, locals: locals)
    }
  }

  /// The table, a node a line.
  ///
  /// - Parameter columns: the width of the terminal; none for a file or a pipe, where nothing is left out. In a
  ///   table that is wider, formulas and local derivatives stand below their node, and a formula that is still too
  ///   long ends with `…`. Numbers are never shortened.
  func text(fitting columns: Int?) -> String {
    let lines = rows.map { row in
      let locals = row.locals.map { $0.text(columns: Int.max) }.joined(separator: ", ")
      let title = row.formula.map { "\(row.name) = \($0)" } ?? row.name
      return [title, row.value, row.derivative, locals]
    }
    let table = Output.table([heading] + lines)
    guard let columns, table.split(separator: "\n").contains(where: { $0.columns > columns })
    else { return table }
    return narrow(columns)
  }

  private func narrow(_ columns: Int) -> String {
    let cells = rows.map { [$0.name, $0.value, $0.derivative] }
    let lines = Output.table([Array(heading.dropLast())] + cells)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let room = max(SolutionTable.leastColumns, columns - SolutionTable.indent)
    let details = rows.map { row in
      [row.formula.map { "= \($0)".truncated(toColumns: room) }].compactMap { $0 }
        + row.locals.map { $0.text(columns: room) }
    }
    let indent = String(repeating: " ", count: SolutionTable.indent)
    return zip(lines, [[]] + details).flatMap { line, below in
      [line] + below.map { indent + $0 }
    }.joined(separator: "\n")
  }
}

extension ComputationGraph.Node {
  /// The symbolic derivative with respect to an operand, as it can be read; empty for an input.
  func symbolicDerivative(slot: Int) -> String {
    guard let expression = formula?.expression else { return "" }
    return SymbolicDerivative(of: expression, withRespectTo: expression.names[slot]).text
  }
}
