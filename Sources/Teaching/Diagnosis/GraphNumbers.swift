import Autodiff
import Expressions

/// The numbers of a graph as somebody computes with them: exact, or the learner's own rounded ones where there are any.
struct GraphNumbers {
  let key: AnswerKey
  /// The learner's own numbers by entry.
  let own: [Int: Double]
  private var values: [Int: Double] = [:]
  private var derivatives: [Int: Double] = [:]
  private var locals: [Int: Double] = [:]
  private var contributions: [Int: Double] = [:]

  init(_ key: AnswerKey) {
    self.key = key
    own = [:]
  }

  /// - Parameter own: numbers by entry, in the place of the exact ones.
  init(_ key: AnswerKey, own: [Int: Double]) {
    self.key = key
    self.own = own
    for (index, number) in own {
      let entry = key.list.entries[index]
      switch entry.kind {
      case .forward: values[entry.node] = number
      case .local: locals[index] = number
      case .derivative: if let node = key.operand(of: entry) { derivatives[node] = number }
      case .contribution: contributions[index] = number
      case .shape, .derivativeShape, .later: break
      }
    }
  }

  var graph: ComputationGraph { key.graph }

  func value(_ node: Int) -> Double { values[node] ?? key.exactValue(of: node) }

  /// The value of a node where it is not the exact one.
  func ownValue(_ node: Int) -> Double? { values[node] }

  func derivative(_ node: Int) -> Double { derivatives[node] ?? key.backward.derivatives[node] }

  func local(of node: Int, slot: Int) -> Double {
    if !locals.isEmpty, let index = key.list.localDerivative(of: node, slot: slot),
      let number = locals[index]
    {
      return number
    }
    return key.backward.localDerivative(of: node, slot: slot)
  }

  /// What an entry is when its rule is followed rightly on these numbers.
  func right(_ index: Int) -> Double {
    let entry = key.list.entries[index]
    if let later = entry.later {
      return own.isEmpty
        ? key.computedValue(of: index) : LaterNumbers(key, own: own, until: later.step).value(later)
    }
    guard !isExact, let expression = graph.nodes[entry.node].formula?.expression else {
      return key.computedValue(of: index)
    }
    switch (entry.kind, entry.slot) {
    case (.forward, _): return expression.value(at: operandValues(of: entry.node))
    case (_, let slot?) where entry.isLocal:
      var results = expression.termValues(at: operandValues(of: entry.node))
      if let own = values[entry.node] { results[expression.root] = own }
      return expression.slotSlopes(from: results)[slot]
    case (_, let slot?): return local(of: entry.node, slot: slot) * derivative(entry.node)
    case (_, nil):
      return entry.prerequisites.reduce(0) { $0 + (contributions[$1] ?? right($1)) }
    }
  }

  /// Whether nobody's own number stands in the place of an exact one.
  private var isExact: Bool {
    values.isEmpty && derivatives.isEmpty && locals.isEmpty && contributions.isEmpty
  }

  func operandValues(of node: Int) -> [Double] { graph.nodes[node].operands.map { value($0) } }
}
