public import Expressions

extension ComputationGraph {
  /// The formulas of the graph as terms that share what they have in common, each over the inputs alone.
  ///
  /// - Parameter held: a node that is taken as an input, so that what it is computed from does not matter.
  /// - Returns: the terms, and for each node its own.
  /// - Complexity: O(n) in the terms of all formulas, however often a quantity is used.
  public func sharedTerms(holding held: Int? = nil) -> (terms: SharedTerms, nodes: [Int]) {
    var terms = SharedTerms()
    var places: [Int] = []
    places.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let formula = node.formula, index != held else {
        places.append(terms.term(named: node.name))
        continue
      }
      let operands = node.operands.map { places[$0] }
      let meanings = Dictionary(uniqueKeysWithValues: zip(formula.expression.names, operands))
      places.append(terms.add(formula.expression, meaning: meanings))
    }
    return (terms, places)
  }
}
