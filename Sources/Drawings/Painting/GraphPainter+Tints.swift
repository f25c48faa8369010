import Autodiff
import GraphLayout
import Teaching
import TextScreen

// What ran along a wire tints it: blue from the left where a value is found, green from the right where a derivative is.

extension GraphPainter {
  /// What a wire means by what ran along it, the derivative before the value, since it comes later.
  func tint(of edge: LayoutGraph.Edge) -> Style.Role {
    guard let source = picture.folding.node(ofVertex: edge.source),
      let target = picture.folding.node(ofVertex: edge.target)
    else { return .wire }
    let list = picture.list
    let graph = list.graph
    if let total = list.derivative(of: source), marks.isFound(total) { return .derivativeWire }
    let hasComeBack = picture.plans[edge.target].inner.contains { index in
      let entry = list.entries[index]
      guard entry.kind == .contribution, let slot = entry.slot else { return false }
      return graph.nodes[target].operands[slot] == source && marks.isFound(index)
    }
    if hasComeBack { return .derivativeWire }
    // A value that is given runs as far as it was used.
    let value = list.forward(of: source) ?? list.forward(of: target)
    return marks.isFound(value) ? .forwardWire : .wire
  }

  /// What the wire means that leaves a box, before it parts.
  func tint(leaving vertex: Int) -> Style.Role {
    guard let node = picture.folding.node(ofVertex: vertex) else { return .wire }
    let list = picture.list
    if marks.isFound(list.derivative(of: node)) { return .derivativeWire }
    if let value = list.forward(of: node) { return marks.isFound(value) ? .forwardWire : .wire }
    let isUsed = list.graph.consumers[node].contains { marks.isFound(list.forward(of: $0)) }
    return isUsed ? .forwardWire : .wire
  }
}
