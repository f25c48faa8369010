import Autodiff
import Expressions
import Journals

/// Everything there is to know of a graph, as the object that `solve --json` and `export --json` print.
enum SolutionJSON {
  static func object(_ backward: BackwardPass) -> JSON {
    let graph = backward.forward.graph
    let nodes = graph.nodes.enumerated().map { index, node -> JSON in
      var members = [JSON.Member("name", .string(node.name))]
      switch node.kind {
      case .parameter: members.append(JSON.Member("kind", .string("parameter")))
      case .data: members.append(JSON.Member("kind", .string("data")))
      case .operation(let formula):
        members.append(JSON.Member("kind", .string("operation")))
        members.append(JSON.Member("formula", .string(formula.expression.text)))
      }
      members.append(JSON.Member("value", .number(backward.forward.values[index])))
      members.append(JSON.Member("derivative", .number(backward.derivatives[index])))
      if node.formula != nil {
        let operands = node.operands.enumerated().map { slot, operand in
          JSON.object([
            JSON.Member("name", .string(graph.nodes[operand].name)),
            JSON.Member(
              "localDerivative", .number(backward.localDerivative(of: index, slot: slot))),
            JSON.Member("symbolic", .string(node.symbolicDerivative(slot: slot))),
          ])
        }
        members.append(JSON.Member("operands", .array(operands)))
      }
      return .object(members)
    }
    return .object([
      JSON.Member("output", .string(graph.nodes[graph.output].name)),
      JSON.Member("nodes", .array(nodes)),
    ])
  }
}
