import Autodiff
import Expressions
import Tutor

/// `backprop solve`: everything there is to know of a graph.
enum SolveCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let given = try GraphArguments(arguments)
    let backward: BackwardPass
    do {
      backward = try BackwardPass(given.forward)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    Output.write(arguments.has("--json") ? json(backward).text : table(backward))
    return .done
  }

  /// The symbolic derivative of a node with respect to one of its operands, as a teacher writes it.
  private static func symbolic(_ node: ComputationGraph.Node, slot: Int) -> String {
    guard let expression = node.formula?.expression else { return "" }
    return expression.derivative(withRespectTo: expression.names[slot]).simplified().text
  }

  private static func json(_ backward: BackwardPass) -> JSON {
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
            JSON.Member("symbolic", .string(symbolic(node, slot: slot))),
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

  private static func table(_ backward: BackwardPass) -> String {
    let graph = backward.forward.graph
    let output = graph.nodes[graph.output].name
    var rows = [["node", "value", "d\(output)/d·", "local derivatives"]]
    for (index, node) in graph.nodes.enumerated() {
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name
      let locals = node.operands.enumerated().map { slot, operand in
        let number = backward.localDerivative(of: index, slot: slot).shortestText
        let formula = symbolic(node, slot: slot)
        let name = "d\(node.name)/d\(graph.nodes[operand].name)"
        return formula == number ? "\(name) = \(number)" : "\(name) = \(formula) = \(number)"
      }
      rows.append([
        title, backward.forward.values[index].shortestText,
        backward.derivatives[index].shortestText, locals.joined(separator: ", "),
      ])
    }
    return Output.table(rows)
  }
}
