public import Autodiff
public import Expressions

/// A graph before the first step of descent and after each, with bounds on the rounding.
public struct StepTrace: Sendable {
  public struct Moment: Sendable {
    public var backward: BackwardPass
    /// The same with bounds.
    public var bounds: BoundedPass
    /// For each parameter that moves, by its node, what is kept for it.
    public var memory: [Int: [BoundedNumber]]
  }

  /// The graph as it stands, and after each step.
  public let moments: [Moment]

  /// Makes steps: all parameters move at once, and the next derivatives are those at the new parameters.
  ///
  /// - Throws: `EvaluationError` where a value or derivative is not finite after some step.
  /// - Complexity: O(n) in the terms of all formulas, for each step.
  public init(_ backward: BackwardPass, _ plan: StepPlan) throws(EvaluationError) {
    let graph = backward.forward.graph
    let moving = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .parameter && plan.moves(graph.nodes[$0].name)
    }
    let rule = StepRule(plan.optimizer)
    let none = plan.optimizer.method.memoryNames.map { _ in BoundedNumber(0) }
    var moments = [
      Moment(
        backward: backward, bounds: BoundedPass(backward.forward),
        memory: Dictionary(uniqueKeysWithValues: moving.map { ($0, none) }))
    ]
    for step in 1..<plan.count + 1 {
      let last = moments[step - 1]
      var inputs: [String: Double] = [:]
      var bounded: [Int: BoundedNumber] = [:]
      var memory: [Int: [BoundedNumber]] = [:]
      for (index, node) in graph.nodes.enumerated() where node.formula == nil {
        bounded[index] = last.bounds.values[index]
        if moving.contains(index) {
          let g = last.bounds.derivatives[index].known(last.backward.derivatives[index])
          let kept = rule.memory(after: last.memory[index] ?? none, g)
          memory[index] = kept
          bounded[index] = rule.moved(last.bounds.values[index], g, kept, step)
        }
        inputs[node.name] = bounded[index]?.value
      }
      let next = try BackwardPass(ForwardPass(graph, at: inputs), isForData: false)
      let bounds = BoundedPass(graph) { bounded[$0] ?? BoundedNumber(0) }
      moments.append(Moment(backward: next, bounds: bounds, memory: memory))
    }
    self.moments = moments
  }
}

extension StepRule {
  /// A parameter after a step; the little that keeps Adam from dividing by 0 counts as rounding.
  fileprivate func moved(
    _ w: BoundedNumber, _ g: BoundedNumber, _ memory: [BoundedNumber], _ step: Int
  ) -> BoundedNumber {
    var moved = parameter(w, g, memory, step: step)
    guard optimizer.method == .adam else { return moved }
    var exact = self
    exact.optimizer.epsilon = 0
    let without = exact.parameter(w, g, memory, step: step)
    let difference = abs(without.value - moved.value)
    if difference <= 1e-4 * optimizer.rate { moved.error += difference }
    return moved
  }
}

extension BoundedNumber {
  /// Itself, or a number of which nothing more is known than its usual rounding.
  fileprivate func known(_ value: Double) -> BoundedNumber {
    isKnown ? self : BoundedNumber(value, error: abs(value) * 1e-13)
  }
}
