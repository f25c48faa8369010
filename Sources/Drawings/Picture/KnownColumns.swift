import Autodiff
import Expressions
import Teaching

extension Worksheet {
  /// The columns that the numbers need which are known, and stand on a drawing; an open one's tell nothing of it.
  ///
  /// - Parameters:
  ///   - isBare: whether there are boxes and wires alone.
  ///   - isKnown: whether the number of an entry may be shown.
  package func knownColumns(isBare: Bool, isKnown: (Int) -> Bool) -> Int {
    guard !isBare else { return 0 }
    guard key.graph.nodes.count <= Folding.fewVertices else { return GraphDensity.largeField }
    return key.leastColumns(of: entries.indices.filter(isKnown))
  }
}
