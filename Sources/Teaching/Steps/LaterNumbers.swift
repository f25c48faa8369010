import Autodiff
import Expressions
import Training

/// A graph after steps of descent as somebody computes it: with numbers of their own, and perhaps by a wrong rule.
struct LaterNumbers {
  /// A way of making steps.
  struct Way: Hashable {
    var fault: StepFault?
    /// From which step on the rule is broken.
    var first = 1
    /// The parameters in whose order they move, each derivative taken when those before have moved; `nil` where all
    /// move at once.
    var turn: [Int]?
    /// The parameters that move; `nil` if all do.
    var moving: Set<Int>?
  }

  private struct Moment {
    var inputs: [Int: Double]
    var memory: [Int: [Double]]
    var values: [Double]
    var derivatives: [Int: Double]
  }

  private let key: AnswerKey
  private let own: [Int: Double]
  private var moments: [Moment] = []

  /// - Parameters:
  ///   - own: numbers by entry, in the place of those that are computed.
  ///   - last: the step until which it is computed.
  init(_ key: AnswerKey, own: [Int: Double], until last: Int, _ way: Way = Way()) {
    self.key = key
    self.own = own
    guard let plan = key.list.steps else { return }
    let moving = key.movingParameters
    let none = plan.optimizer.method.memoryNames.map { _ in 0.0 }
    var inputs: [Int: Double] = [:]
    for (index, node) in key.graph.nodes.enumerated() where node.formula == nil {
      inputs[index] = key.forward.values[index]
    }
    var start = Moment(
      inputs: inputs, memory: Dictionary(uniqueKeysWithValues: moving.map { ($0, none) }),
      values: key.graph.nodes.indices.map { key.exactValue(of: $0) }, derivatives: [:])
    for node in moving {
      let entry = key.list.derivative(of: node)
      start.derivatives[node] =
        entry.flatMap { own[$0] } ?? entry.map { key.value(of: $0) }
        ?? key.backward.derivatives[node]
    }
    moments = [start]
    for step in 1..<max(1, last) + 1 {
      moments.append(moment(after: moments[step - 1], step, plan, moving, way))
    }
  }

  private func moment(
    after last: Moment, _ step: Int, _ plan: StepPlan, _ moving: [Int], _ way: Way
  ) -> Moment {
    let rule = StepRule(plan.optimizer, breaking: step >= way.first ? way.fault : nil)
    var next = last
    let turn = step >= way.first ? way.turn : nil
    for node in turn ?? moving where way.moving?.contains(node) ?? true {
      let g =
        turn == nil || next.inputs == last.inputs
        ? last.derivatives[node] ?? 0 : derivatives(at: next.inputs)?[node] ?? .nan
      var kept = rule.memory(after: last.memory[node] ?? [], g)
      for place in kept.indices { kept[place] = owned(.memory(place), node, step) ?? kept[place] }
      next.memory[node] = kept
      // What keeps Adam from dividing by 0 is too little to be seen elsewhere.
      var plain = rule
      if plain.optimizer.method == .adam, kept[1] > 1e-8 { plain.optimizer.epsilon = 0 }
      next.inputs[node] =
        owned(.parameter, node, step)
        ?? plain.parameter(last.inputs[node] ?? 0, g, kept, step: step)
    }
    next.values = values(at: next.inputs, step)
    let found = derivatives(at: next.inputs)
    for node in moving {
      next.derivatives[node] = owned(.derivative, node, step) ?? found?[node] ?? .nan
    }
    return next
  }

  private func owned(_ kind: LaterQuantity.Kind, _ node: Int, _ step: Int) -> Double? {
    own.isEmpty
      ? nil : key.list.index(of: LaterQuantity(kind, of: node, after: step)).flatMap { own[$0] }
  }

  private func values(at inputs: [Int: Double], _ step: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(key.graph.nodes.count)
    for (index, node) in key.graph.nodes.enumerated() {
      guard let expression = node.formula?.expression else {
        values.append(inputs[index] ?? .nan)
        continue
      }
      values.append(
        owned(.value, index, step) ?? expression.value(at: node.operands.map { values[$0] }))
    }
    return values
  }

  private func derivatives(at inputs: [Int: Double]) -> [Double]? {
    var named: [String: Double] = [:]
    for (node, number) in inputs { named[key.graph.nodes[node].name] = number }
    guard let forward = try? ForwardPass(key.graph, at: named) else { return nil }
    return (try? BackwardPass(forward, isForData: false))?.derivatives
  }

  /// What a quantity comes to; step 0 is the graph as it stands.
  func value(_ quantity: LaterQuantity) -> Double {
    guard moments.indices.contains(quantity.step) else { return .nan }
    let moment = moments[quantity.step]
    switch quantity.kind {
    case .memory(let place): return moment.memory[quantity.node]?[place] ?? .nan
    case .parameter: return moment.inputs[quantity.node] ?? .nan
    case .value: return moment.values[quantity.node]
    case .derivative: return moment.derivatives[quantity.node] ?? .nan
    }
  }
}

extension AnswerKey {
  /// The parameters that move, from left to right.
  var movingParameters: [Int] {
    graph.nodes.indices.filter {
      graph.nodes[$0].kind == .parameter
        && (list.steps?.moves(graph.nodes[$0].name) ?? false)
    }
  }
}
