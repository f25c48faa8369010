import Autodiff

/// A derivative that stands in a rule by its name.
enum DerivativeSymbol: Hashable {
  /// That of one box by one of its operands: `da/dw`.
  case local(node: Int, slot: Int)
  /// That of the output by a quantity, over all paths: `dJ/da`.
  case total(Int)
  /// What one box passes back to one of its operands: `dJ/db via a`.
  case contribution(node: Int, slot: Int)
  /// That of a quantity by another, over all paths between them: `do1/du11`.
  case between(Int, Int)

  /// - Parameters:
  ///   - top: the quantity that moves along.
  ///   - bottom: the quantity that is moved.
  ///   - consumer: the box through which it goes, where that is said.
  /// - Returns: nothing where the first does not depend on the second, or not by way of that box.
  init?(of top: Int, by bottom: Int, via consumer: Int?, in graph: ComputationGraph) {
    if let consumer {
      guard top == graph.output, graph.reachesOutput[consumer],
        let slot = graph.nodes[consumer].operands.firstIndex(of: bottom)
      else { return nil }
      self = .contribution(node: consumer, slot: slot)
    } else if top == graph.output {
      guard graph.reachesOutput[bottom] else { return nil }
      self = .total(bottom)
    } else if let slot = graph.nodes[top].operands.firstIndex(of: bottom) {
      self = .local(node: top, slot: slot)
    } else {
      guard graph.isComputed(top, from: bottom) else { return nil }
      self = .between(top, bottom)
    }
  }

  /// Its number.
  ///
  /// - Complexity: O(1), but for a derivative between two quantities O(n) in the boxes between them.
  func value(in pass: BackwardPass) -> Double {
    switch self {
    case .local(let node, let slot): return pass.localDerivative(of: node, slot: slot)
    case .total(let node): return pass.derivatives[node]
    case .contribution(let node, let slot): return pass.contribution(of: node, slot: slot)
    case .between(let top, let bottom):
      let graph = pass.forward.graph
      var moves: [Int: Double] = [bottom: 1]
      for node in (bottom + 1)..<(top + 1) {
        for (slot, operand) in graph.nodes[node].operands.enumerated() {
          guard let move = moves[operand] else { continue }
          moves[node, default: 0] += move * pass.localDerivative(of: node, slot: slot)
        }
      }
      return moves[top] ?? 0
    }
  }
}

extension ComputationGraph {
  /// Whether a node is computed from another, directly or by way of others.
  fileprivate func isComputed(_ node: Int, from source: Int) -> Bool {
    guard source < node else { return false }
    var reached: Set<Int> = [source]
    for next in (source + 1)..<(node + 1)
    where nodes[next].operands.contains(where: reached.contains) {
      reached.insert(next)
    }
    return reached.contains(node)
  }
}
