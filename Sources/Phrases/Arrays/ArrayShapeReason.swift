import Autodiff
import Expressions

/// Why the value of a node has its shape: the step of its formula that decides it.
struct ArrayShapeReason {
  /// With the shapes of this graph.
  let text: String
  /// The rule alone.
  let rule: String

  init(of node: Int, in graph: ComputationGraph) {
    guard let expression = graph.nodes[node].formula?.expression,
      let shapes = try? expression.termShapes(
        at: graph.nodes[node].operands.map { graph.shape(of: $0) })
    else {
      (text, rule) = ("", "the axes of what enters decide it")
      return
    }
    let result = graph.shape(of: node)
    // What stands last in the formula and has its shape decides; what only spreads keeps the shape.
    let calls = expression.terms.indices.compactMap { index -> (ArrayCall, Int)? in
      guard case .array(let place) = expression.terms[index] else { return nil }
      return (expression.arrays[place], index)
    }
    guard let (call, index) = calls.last(where: { shapes[$0.1] == result }) else {
      let entering = graph.nodes[node].operands.filter { !graph.shape(of: $0).isNumber }
      let isAlike = entering.allSatisfy { graph.shape(of: $0) == result }
      rule =
        isAlike
        ? "number by number the shape stays as it is"
        : "the smaller one is spread over the larger one"
      text =
        isAlike
        ? "number by number the shape stays \(result.text)" : "\(rule), \(result.text)"
      return
    }
    let operands = call.operands.map { shapes[$0] }
    switch call.operation {
    case .product where operands.count == 2:
      rule = "in a product of matrices the two inner sizes meet and go; the outer ones stay"
      text =
        "\(operands[0].text) times \(operands[1].text): the inner sizes meet and go, "
        + "and \(shapes[index].text) is left"
    default:
      rule = "think of what \(expression.part(index).text) does to each axis"
      text = "\(expression.part(index).text) has the shape \(shapes[index].text)"
    }
  }
}
