import Autodiff
import TextScreen

/// A walk over the page's graph: the focused place, and the names that can be looked for.
package struct GraphMap: Hashable {
  /// The focused node, or one inside the focused group.
  var node: Int
  /// The node from which the last step along a wire came, so that the way back is the first to be offered.
  var from: Int?
  let names: NameList

  init(_ graph: ComputationGraph, node: Int) {
    self.node = node
    names = NameList(graph.nodes.map(\.name))
  }
}
