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
    var title: String
    var value: String
    var derivative: String
    var locals: [Local]
  }

  private let heading: [String]
  private let rows: [Row]

  /// Formulas are shortened to this and no further; a narrower terminal breaks the lines.
  private static let leastColumns = 8

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
        title: node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name,
        value: backward.forward.values[index].shortestText,
        derivative: backward.derivatives[index].shortestText, locals: locals)
    }
  }

  /// The table, a node a line.
  ///
  /// - Parameter columns: the width of the terminal; none for a file or a pipe, where nothing is left out. A table
  ///   that is wider gives each local derivative a line, then shortens formulas with `…`, never numbers.
  func text(fitting columns: Int?) -> String {
    let whole = Output.table(
      [heading]
        + rows.map { row in
          let locals = row.locals.map { $0.text(columns: Int.max) }.joined(separator: ", ")
          return [row.title, row.value, row.derivative, locals]
        })
    guard let columns, whole.split(separator: "\n").contains(where: { $0.columns > columns })
    else { return whole }
    return narrow(columns)
  }

  private func narrow(_ columns: Int) -> String {
    let numbers =
      width(of: rows.map(\.value) + [heading[1]])
      + width(of: rows.map(\.derivative) + [heading[2]])
    let titles = width(of: rows.map(\.title) + [heading[0]])
    let locals = width(
      of: rows.flatMap { $0.locals.map { $0.text(columns: Int.max) } } + [heading[3]])
    // Three gaps of two blanks; of what is left neither formula gets less than it needs or its half.
    let room = columns - numbers - 6
    let title = max(SolutionTable.leastColumns, min(titles, max(room / 2, room - locals)))
    let lines = rows.flatMap { row -> [[String]] in
      let cells = row.locals.map { $0.text(columns: room - title) }
      let first = [
        row.title.truncated(toColumns: title), row.value, row.derivative, cells.first ?? "",
      ]
      return [first] + cells.dropFirst().map { ["", "", "", $0] }
    }
    return Output.table([heading] + lines)
  }

  private func width(of cells: [String]) -> Int { cells.map(\.columns).max() ?? 0 }
}

extension ComputationGraph.Node {
  /// The symbolic derivative with respect to an operand, as a teacher writes it; empty for an input.
  func symbolicDerivative(slot: Int) -> String {
    guard let expression = formula?.expression else { return "" }
    return expression.derivative(withRespectTo: expression.names[slot]).simplified().text
  }
}
