import Autodiff
import Expressions

/// Notes on standard error where a graph stands at a corner, at which a derivative is a convention.
enum CornerNotes {
  /// What is agreed at each corner of a graph, and what libraries answer there.
  static func write(on graph: ComputationGraph, at values: [NumericArray]) {
    for node in graph.nodes {
      guard let expression = node.formula?.expression else { continue }
      for note in expression.conventionNotes(at: node.operands.map { values[$0] }) {
        Output.error("note: at '\(node.name)', \(note)")
      }
    }
  }

  static func write(on forward: ForwardPass) {
    for node in forward.graph.nodes {
      guard let expression = node.formula?.expression else { continue }
      for note in expression.conventionNotes(at: node.operands.map { forward.values[$0] }) {
        Output.error("note: at '\(node.name)', \(note)")
      }
    }
  }

  /// What a nudge at a corner tells, which sees one side of it.
  static func write(on nudge: Nudge, in forward: ForwardPass) {
    let graph = forward.graph
    let corner = nudge.changes.map(\.node).first { index in
      guard let expression = graph.nodes[index].formula?.expression else { return false }
      let results = expression.termValues(at: forward.operandValues(of: index))
      return !expression.corners(from: results).allSatisfy(\.corner.isError)
    }
    guard let corner, let right = nudge.changes.last(where: { $0.node == graph.output }),
      let other = try? Nudge(nudge.node, by: -nudge.step, in: forward),
      let left = other.changes.last(where: { $0.node == graph.output }),
      let backward = try? BackwardPass(forward)
    else { return }
    let name = graph.derivativeName(of: graph.output, by: nudge.node)
    let side = nudge.step > 0 ? ("right", "left") : ("left", "right")
    Output.error(
      "note: '\(graph.nodes[corner].name)' stands at a corner: the nudge to the \(side.0) gives "
        + "\(right.slope.inTable), one to the \(side.1) \(left.slope.inTable), both together "
        + "\(((right.slope + left.slope) / 2).inTable); by convention \(name) is "
        + backward.derivatives[nudge.node].inTable)
  }
}
