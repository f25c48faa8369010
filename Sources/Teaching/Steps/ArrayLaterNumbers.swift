import Autodiff
import Expressions
import Training

/// A graph with arrays after steps of descent as somebody computes it: with numbers of their own, and perhaps by a
/// wrong rule.
struct ArrayLaterNumbers {
  private struct Moment {
    var inputs: [String: NumericArray]
    var memory: [Int: [NumericArray]]
    var values: [NumericArray]
    var derivatives: [NumericArray]
  }

  private let reading: ArrayReading
  private let plan: StepPlan
  private let moving: [Int]
  private let own: [LaterQuantity: NumericArray]
  /// The graph as it stands and after each step, as far as all is finite; of the last one perhaps the parameters alone.
  private var moments: [Moment] = []

  /// - Parameters:
  ///   - own: numbers in the place of those that are computed; derivatives after step 0 are those of the graph as it
  ///     stands.
  ///   - last: the step until which it is computed.
  init(
    _ reading: ArrayReading, at point: ArrayPoint, _ plan: StepPlan,
    own: [LaterQuantity: NumericArray] = [:], until last: Int,
    _ way: LaterNumbers.Way = LaterNumbers.Way()
  ) {
    self.reading = reading
    self.plan = plan
    self.own = own
    moving = reading.graph.movingParameters(of: plan)
    let graph = reading.graph
    var start = Moment(
      inputs: point.inputs, memory: [:], values: point.forward.values,
      derivatives: point.derivatives)
    for node in moving {
      let zeros = NumericArray(filledWith: 0, shape: graph.shape(of: node))
      start.memory[node] = plan.optimizer.method.memoryNames.map { _ in zeros }
      start.derivatives[node] = owned(.derivative, node, 0) ?? start.derivatives[node]
    }
    moments = [start]
    for step in 1..<max(1, last) + 1 where !moments[step - 1].values.isEmpty {
      guard let next = moment(after: moments[step - 1], step, way) else { return }
      moments.append(next)
    }
  }

  private func moment(after last: Moment, _ step: Int, _ way: LaterNumbers.Way) -> Moment? {
    let graph = reading.graph
    let rule = StepRule(plan.optimizer, breaking: step >= way.first ? way.fault : nil)
    let turn = step >= way.first ? way.turn : nil
    var next = last
    for node in turn ?? moving where way.moving?.contains(node) ?? true {
      let name = graph.nodes[node].name
      var g = last.derivatives[node]
      if turn != nil, next.inputs != last.inputs {
        guard let point = try? ArrayPoint(reading, at: next.inputs) else { return nil }
        g = point.derivatives[node]
      }
      guard let old = last.inputs[name], let memory = last.memory[node], g.shape == old.shape else {
        return nil
      }
      let kept = rule.memory(after: memory, g).enumerated().map { place, array in
        owned(.memory(place), node, step) ?? array
      }
      next.memory[node] = kept
      next.inputs[name] =
        owned(.parameter, node, step) ?? rule.parameter(old, g, kept, step: step)
    }
    guard let point = try? ArrayPoint(reading, at: next.inputs) else {
      (next.values, next.derivatives) = ([], [])
      return next
    }
    next.derivatives = point.derivatives
    for node in moving {
      next.derivatives[node] = owned(.derivative, node, step) ?? next.derivatives[node]
    }
    next.values = own.isEmpty ? point.forward.values : values(at: next.inputs, step) ?? []
    return next
  }

  private func owned(_ kind: LaterQuantity.Kind, _ node: Int, _ step: Int) -> NumericArray? {
    own.isEmpty ? nil : own[LaterQuantity(kind, of: node, after: step)]
  }

  private func values(at inputs: [String: NumericArray], _ step: Int) -> [NumericArray]? {
    var values: [NumericArray] = []
    for (index, node) in reading.graph.nodes.enumerated() {
      let computed =
        node.formula.map { formula in
          owned(.value, index, step)
            ?? formula.expression.finiteValue(at: node.operands.map { values[$0] })
        } ?? inputs[node.name]
      guard let computed else { return nil }
      values.append(computed)
    }
    return values
  }

  /// What a quantity comes to, `nil` where something on the way is not finite; step 0 is the graph as it stands.
  func value(_ quantity: LaterQuantity) -> NumericArray? {
    guard moments.indices.contains(quantity.step) else { return nil }
    let moment = moments[quantity.step]
    let whole: NumericArray? =
      switch quantity.kind {
      case .memory(let place): moment.memory[quantity.node]?[place]
      case .parameter: moment.inputs[reading.graph.nodes[quantity.node].name]
      case .value: moment.values.isEmpty ? nil : moment.values[quantity.node]
      case .derivative: moment.derivatives.isEmpty ? nil : moment.derivatives[quantity.node]
      }
    return whole.flatMap { $0.isFinite ? $0 : nil }.map { whole in
      quantity.cell.map { NumericArray(whole[whole.place(of: $0)]) } ?? whole
    }
  }
}

extension ComputationGraph {
  /// The parameters that move, from left to right.
  func movingParameters(of plan: StepPlan) -> [Int] {
    nodes.indices.filter { nodes[$0].kind == .parameter && plan.moves(nodes[$0].name) }
  }
}

extension StepRule {
  /// What is kept for the next step, cell by cell.
  fileprivate func memory(after old: [NumericArray], _ g: NumericArray) -> [NumericArray] {
    guard !old.isEmpty else { return [] }
    var kept = old
    for cell in g.elements.indices {
      for (place, number) in memory(after: old.map { $0[cell] }, g[cell]).enumerated() {
        kept[place][cell] = number
      }
    }
    return kept
  }

  /// Where the parameter is after a step, cell by cell.
  fileprivate func parameter(
    _ w: NumericArray, _ g: NumericArray, _ memory: [NumericArray], step number: Int
  ) -> NumericArray {
    var moved = w
    for cell in w.elements.indices {
      moved[cell] = parameter(w[cell], g[cell], memory.map { $0[cell] }, step: number)
    }
    return moved
  }
}
