import Autodiff
import Expressions

/// Derivatives in which weights are left out on the way back: where a product passes a change on, times 1.
enum WeightMistakes {
  /// - Complexity: O(e) in the wires of the graph.
  static func mistakes(at index: Int, in key: AnswerKey) -> [Mistake] {
    let entry = key.list.entries[index]
    let graph = key.graph
    guard entry.kind != .local, let operand = key.operand(of: entry), graph.nodes.count <= 2_000
    else { return [] }
    var adjoints = Array(repeating: 0.0, count: graph.nodes.count)
    adjoints[graph.output] = 1
    for node in graph.nodes.indices.reversed() where adjoints[node] != 0 {
      for (slot, source) in graph.nodes[node].operands.enumerated() where node > operand {
        let local = key.backward.localDerivative(of: node, slot: slot)
        // The weights that multiply the quantity itself may be left out, or only those farther on.
        adjoints[source] += adjoints[node] * (isWeight(local, at: node, slot, in: key) ? 1 : local)
      }
    }
    let whole = adjoints[operand]
    var outer = 0.0
    for node in graph.consumers[operand] where graph.reachesOutput[node] {
      guard let slot = graph.nodes[node].operands.firstIndex(of: operand) else { continue }
      if entry.slot != nil, node != entry.node { continue }
      outer += adjoints[node] * key.backward.localDerivative(of: node, slot: slot)
    }
    return [Mistake(.weightForgotten, whole), Mistake(.weightForgotten, outer)]
  }

  /// Whether a local derivative is the value of a parameter that is multiplied there.
  private static func isWeight(
    _ local: Double, at node: Int, _ slot: Int, in key: AnswerKey
  ) -> Bool {
    let operands = key.graph.nodes[node].operands
    guard key.graph.nodes[operands[slot]].formula != nil else { return false }
    return operands.indices.contains { other in
      other != slot && key.graph.nodes[operands[other]].kind == .parameter
        && key.forward.values[operands[other]] == local
    }
  }
}
