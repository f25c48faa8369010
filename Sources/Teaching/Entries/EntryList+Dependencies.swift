import Autodiff
import Expressions

extension EntryList {
  /// For each entry those that its number is computed from.
  ///
  /// A local derivative depends on those values alone that stand in its formula: that of a sum depends on none.
  ///
  /// - Complexity: O(n) in the terms of all formulas, for each operand of a box once.
  func dependencies() -> [[Int]] {
    entries.map { entry in
      guard entry.isLocal, let slot = entry.slot,
        let box = graph.nodes[entry.node].formula?.expression
      else { return entry.prerequisites }
      let operands = graph.nodes[entry.node].operands
      let names = Set(
        box.derivative(withRespectTo: graph.nodes[operands[slot]].name).names)
      return operands.filter { names.contains(graph.nodes[$0].name) }.compactMap { forward(of: $0) }
    }
  }
}
