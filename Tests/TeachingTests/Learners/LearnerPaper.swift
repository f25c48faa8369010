import Autodiff
import Expressions
import Teaching

/// The numbers with which a learner computes: exact ones, or those that stand on the learner's own paper.
struct LearnerPaper {
  let key: AnswerKey
  /// Numbers that are not the exact ones, by entry.
  var own: [Int: Double] = [:]

  var isExact: Bool { own.isEmpty }

  private var graph: ComputationGraph { key.graph }

  func value(_ node: Int) -> Double {
    key.list.forward(of: node).flatMap { own[$0] } ?? key.forward.values[node]
  }

  func derivative(_ node: Int) -> Double {
    key.list.derivative(of: node).flatMap { own[$0] } ?? key.backward.derivatives[node]
  }

  func operandValues(of node: Int) -> [Double] { graph.nodes[node].operands.map { value($0) } }

  /// What differentiates the formula of a node, if it has one.
  func slopes(of node: Int, slot: Int) -> LearnerSlopes? {
    graph.nodes[node].formula.map { formula in
      LearnerSlopes(
        formula.expression, at: operandValues(of: node), slot: slot,
        result: key.list.forward(of: node).flatMap { own[$0] })
    }
  }

  func local(_ node: Int, _ operand: Int) -> Double {
    guard let slot = graph.nodes[node].operands.firstIndex(of: operand) else { return 0 }
    if let entry = key.list.localDerivative(of: node, slot: slot), let number = own[entry] {
      return number
    }
    return slopes(of: node, slot: slot)?.slope() ?? 0
  }

  /// The right answer to an entry as it follows from the paper.
  func right(_ index: Int) -> Double {
    let entry = key.list.entries[index]
    guard !isExact else { return key.value(of: index) }
    switch (entry.kind, entry.slot) {
    case (.forward, _):
      return graph.nodes[entry.node].formula?.expression.value(at: operandValues(of: entry.node))
        ?? key.value(of: index)
    case (.local, let slot?): return local(entry.node, graph.nodes[entry.node].operands[slot])
    case (_, let slot?):
      let operand = graph.nodes[entry.node].operands[slot]
      return local(entry.node, operand) * derivative(entry.node)
    case (_, nil): return entry.prerequisites.reduce(0) { $0 + (own[$1] ?? key.value(of: $1)) }
    }
  }
}
