import Autodiff
import Expressions
import Journals

/// Everything there is to know of a graph, as the object that `solve --json` and `export --json` print.
enum SolutionJSON {
  /// Writes the object and a line end, an operand at a time: of a product each derivative is as long as the product.
  static func write(_ backward: BackwardPass, to stream: inout some TextOutputStream) {
    let graph = backward.forward.graph
    let output = JSON.string(graph.nodes[graph.output].name).text
    stream.write("{\"output\": \(output), \"nodes\": [")
    for (index, node) in graph.nodes.enumerated() {
      if index > 0 { stream.write(", ") }
      let members = JSON.object(members(of: index, in: backward)).text
      guard let formula = node.formula?.expression else {
        stream.write(members)
        continue
      }
      stream.write("\(members.dropLast()), \"operands\": [")
      var derivatives = LocalDerivatives(of: formula)
      for (slot, operand) in node.operands.enumerated() {
        if slot > 0 { stream.write(", ") }
        let object = JSON.object([
          JSON.Member("name", .string(graph.nodes[operand].name)),
          JSON.Member("localDerivative", .number(backward.localDerivative(of: index, slot: slot))),
          JSON.Member("symbolic", .string(derivatives.text(slot: slot))),
        ])
        stream.write(object.text)
      }
      stream.write("]}")
    }
    stream.write("]}\n")
  }

  /// What is said of a node beside its operands.
  private static func members(of index: Int, in backward: BackwardPass) -> [JSON.Member] {
    head(of: backward.forward.graph.nodes[index]) + [
      JSON.Member("value", .number(backward.forward.values[index])),
      JSON.Member("derivative", .number(backward.derivatives[index])),
    ]
  }

  /// What a node is: its name, its kind, and the formula of an operation.
  static func head(of node: ComputationGraph.Node) -> [JSON.Member] {
    let name = JSON.Member("name", .string(node.name))
    switch node.kind {
    case .parameter: return [name, JSON.Member("kind", .string("parameter"))]
    case .data: return [name, JSON.Member("kind", .string("data"))]
    case .operation(let formula):
      return [
        name, JSON.Member("kind", .string("operation")),
        JSON.Member("formula", .string(formula.expression.text)),
      ]
    }
  }
}
