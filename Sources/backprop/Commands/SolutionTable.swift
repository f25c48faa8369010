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

    var text: String { ([name] + [formula].compactMap { $0 } + [number]).joined(separator: " = ") }
  }

  private struct Row {
    var name: String
    /// The formula of an operation; `nil` for an input.
    var formula: String?
    var value: String
    var derivative: String
    var locals: [Local]
  }

  private let heading: [String]
  private let rows: [Row]

  /// The columns that the output's name has in the heading.
  private static let longestHeading = 16
  /// How far what stands below a node is set in.
  private static let indent = 4

  init(_ backward: BackwardPass) {
    let graph = backward.forward.graph
    let output = graph.nodes[graph.output].name.truncated(toColumns: SolutionTable.longestHeading)
    heading = [
      "node", "value", ComputationGraph.derivativeName(of: output, by: "·"), "local derivatives",
    ]
    rows = graph.nodes.enumerated().map { index, node in
      let locals = node.operands.enumerated().map { slot, operand in
        let number = backward.localDerivative(of: index, slot: slot)
        let formula = node.symbolicDerivative(slot: slot)
        return Local(
          name: graph.derivativeName(of: index, by: operand),
          formula: formula == number.shortestText ? nil : formula, number: number.inTable)
      }
      return Row(
        name: node.name, formula: node.formula?.expression.text,
        value: backward.forward.values[index].inTable,
        derivative: backward.derivatives[index].inTable, locals: locals)
    }
  }

  /// The table, a node a line.
  ///
  /// - Parameter columns: the width of the terminal. In a table that is wider, formulas and local derivatives stand
  ///   below their node, on as many lines as they need.
  func text(fitting columns: Int) -> String {
    let lines = rows.map { row in
      let locals = row.locals.map(\.text).joined(separator: ", ")
      let title = row.formula.map { "\(row.name) = \($0)" } ?? row.name
      return [title, row.value, row.derivative, locals]
    }
    let table = Output.table([heading] + lines)
    let isWide = table.split(separator: "\n").contains { $0.columns > columns }
    return isWide ? narrow(columns) : table
  }

  private func narrow(_ columns: Int) -> String {
    let cells = rows.map { [$0.name, $0.value, $0.derivative] }
    let lines = Output.table([Array(heading.dropLast())] + cells, columns: columns)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let room = max(1, columns - SolutionTable.indent)
    let details = rows.map { row in
      ([row.formula.map { "= \($0)" }].compactMap { $0 } + row.locals.map(\.text)).flatMap {
        StyledText($0).wrapped(toColumns: room, hangingIndent: 2).map(\.text)
      }
    }
    let indent = String(repeating: " ", count: SolutionTable.indent)
    return zip(lines, [[]] + details).flatMap { line, below in
      [line] + below.map { indent + $0 }
    }.joined(separator: "\n")
  }
}

extension Double {
  /// The number as tables have it.
  var inTable: String { rounded(toDigits: Output.digits).shortestText }
}

extension ComputationGraph.Node {
  /// The symbolic derivative with respect to an operand, as it can be read; empty for an input.
  func symbolicDerivative(slot: Int) -> String {
    guard let expression = formula?.expression else { return "" }
    return SymbolicDerivative(of: expression, withRespectTo: expression.names[slot]).text
  }
}
