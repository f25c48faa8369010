import Autodiff
import Expressions

/// The rows of the table of rules for every part of every box of a graph, read once.
struct RowTable {
  /// What a term passes back to its operands, each over A, B, C, Y and G; `nil` where that is nothing.
  typealias Rows = [Expression?]

  let graph: ComputationGraph
  /// The shapes of the terms of each node's formula.
  private(set) var shapes: [[Shape]] = []
  private var rows: [[Rows]] = []

  init(_ graph: ComputationGraph) {
    self.graph = graph
    for quantity in graph.nodes {
      guard let expression = quantity.formula?.expression,
        let found = try? expression.termShapes(
          at: quantity.operands.map { graph.shape(of: $0) })
      else {
        shapes.append([])
        rows.append([])
        continue
      }
      let isConstant = expression.constantTerms
      shapes.append(found)
      rows.append(
        expression.terms.indices.map { term in
          let operands = expression.operands(of: term)
          let own = operands.map { found[$0] }
          return operands.indices.map { operand in
            guard !isConstant[operands[operand]] else { return nil }
            switch expression.terms[term] {
            case .number, .constant, .name: return nil
            case .unary(let operation, _), .binary(let operation, _, _):
              return ArrayRule(operation, operand: operand, shapes: own)?.expression
            case .array(let place):
              return ArrayRule(
                expression.arrays[place].operation, operand: operand, shapes: own)?.expression
            }
          }
        })
    }
  }

  func row(of node: Int, term: Int, operand: Int) -> Expression? { rows[node][term][operand] }
}

/// A row with a mistake at one part of one box.
struct RowFault {
  var node: Int
  var term: Int
  var operand: Int
  /// `nil` where nothing is passed back.
  var row: Expression?
}
