import Autodiff
import Expressions
import GraphLayout
import TextScreen

extension Folding {
  /// The vertices as boxes of about the size that they get, for a guess at the drawing.
  ///
  /// - Parameter titleLimit: the columns after which a formula is cut.
  /// - Complexity: O(n + e), without a look at the formulas.
  func sketch(titleLimit: Int) -> LayoutGraph {
    var inlets = Array(repeating: 0, count: parts.count)
    let edges = self.edges
    for edge in edges { inlets[edge.target] += 1 }
    return LayoutGraph(
      nodes: parts.enumerated().map { vertex, part in
        guard case .node(let node) = part else {
          return LayoutGraph.Node(
            size: Size(width: 40, height: 3 + inlets[vertex]), inletRow: 1, outletRow: 0)
        }
        let name = graph.nodes[node].name.utf8.count
        guard graph.nodes[node].formula != nil else {
          return LayoutGraph.Node(
            size: Size(width: min(titleLimit, name + 8) + 4, height: 2), inletRow: 0, outletRow: 0)
        }
        let operands = graph.nodes[node].operands
        let formula = operands.reduce(name) { $0 + 4 + graph.nodes[$1].name.utf8.count }
        return LayoutGraph.Node(
          size: Size(
            width: min(titleLimit, formula) + 24, height: 3 + inlets[vertex] + operands.count),
          inletRow: 1, outletRow: 0)
      }, edges: edges)
  }

  /// The wires between vertices: one for each occurrence of an operand in a formula, and one from a vertex to a group,
  /// or from a group to a node, however many there are inside.
  var edges: [LayoutGraph.Edge] {
    var edges: [LayoutGraph.Edge] = []
    /// For each vertex the last one that has a wire from it.
    var joined = Array(repeating: -1, count: parts.count)
    for (vertex, part) in parts.enumerated() {
      switch part {
      case .node(let node):
        guard let formula = graph.nodes[node].formula else { continue }
        for slot in formula.expression.occurrenceSlots {
          let source = vertices[graph.nodes[node].operands[slot]]
          if group(ofVertex: source) != nil {
            guard joined[source] != vertex else { continue }
            joined[source] = vertex
          }
          edges.append(LayoutGraph.Edge(source: source, target: vertex))
        }
      case .group(let group):
        for node in group.nodes {
          for operand in graph.nodes[node].operands {
            let source = vertices[operand]
            guard source != vertex, joined[source] != vertex else { continue }
            joined[source] = vertex
            edges.append(LayoutGraph.Edge(source: source, target: vertex))
          }
        }
      }
    }
    return edges
  }
}
