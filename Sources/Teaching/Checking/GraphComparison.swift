import Autodiff
import Expressions

/// Compares formulas where the quantities of a graph hang together as the graph says.
struct GraphComparison {
  let graph: ComputationGraph
  private let here: [Double]?

  init(_ graph: ComputationGraph) {
    self.graph = graph
    here = nil
  }

  init(_ forward: ForwardPass) {
    graph = forward.graph
    here = forward.values
  }

  /// The value of each node where the inputs have certain values.
  ///
  /// - Parameter input: the value of an input; a name without one is of unknown value.
  func values(where input: (String) -> BoundedNumber?) -> [BoundedNumber] {
    var values: [BoundedNumber] = []
    values.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      if let expression = node.formula?.expression {
        values.append(expression.value(at: node.operands.map { values[$0] }))
      } else {
        values.append(input(node.name) ?? BoundedNumber(.nan, error: .infinity))
      }
    }
    return values
  }

  /// Whether a formula over quantities of the graph is the same as the right one, which speaks of others.
  ///
  /// What the right formula speaks of may be written out by what it is computed from. The value of a box may stand for
  /// it too, unless the right formula is that box itself: then nothing would be left to write.
  func isSame(_ formula: Expression, as right: Expression) -> Bool {
    let names = formula.names + right.names
    guard !right.names.isEmpty, names.allSatisfy({ graph.index(of: $0) != nil }) else {
      return false
    }
    let inputs = graph.nodes.indices.filter { graph.nodes[$0].formula == nil }
    let own = here.map { values in [inputs.map { values[$0] }] } ?? []
    let points = TrialPoints(inputs.count, around: own, kinksOf: []).points
    let places = Dictionary(
      uniqueKeysWithValues: inputs.enumerated().map { (graph.nodes[$1].name, $0) })
    func value(of expression: Expression, at point: [BoundedNumber]) -> BoundedNumber {
      let values = self.values { name in places[name].map { point[$0] } }
      return expression.value(at: expression.names.map { values[graph.index(of: $0) ?? 0] })
    }
    let comparison = FormulaComparison(
      with: { value(of: right, at: $0) }, at: points,
      where: { point in
        values { name in places[name].map { point[$0] } }.allSatisfy(\.isKnown)
      })
    let sources = ancestors(of: right.names)
    let others = formula.names.filter { !right.names.contains($0) && !sources.contains($0) }
    if !others.isEmpty {
      let isBox = graph.operations.contains { node in
        comparison.outcome { value(of: Expression(name: graph.nodes[node].name), at: $0) } == .same
      }
      if isBox { return false }
    }
    return comparison.outcome { value(of: formula, at: $0) } == .same
  }

  /// The names of everything that some quantities are computed from.
  private func ancestors(of names: [String]) -> Set<String> {
    var isSource = Array(repeating: false, count: graph.nodes.count)
    for name in names { graph.index(of: name).map { isSource[$0] = true } }
    for node in graph.nodes.indices.reversed() where isSource[node] {
      for operand in graph.nodes[node].operands { isSource[operand] = true }
    }
    return Set(graph.nodes.indices.filter { isSource[$0] }.map { graph.nodes[$0].name })
  }
}
