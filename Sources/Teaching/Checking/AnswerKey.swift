public import Autodiff
import Expressions
public import Training

/// The right answers to the entries of a graph, and the check of an answer against them.
public struct AnswerKey: Sendable {
  public let list: EntryList
  public let backward: BackwardPass
  /// The exact value of each entry, as it is computed.
  private let values: [Double]
  /// The entries, and the nodes, whose computed number is nothing but rounding around 0.
  private let zeros: (entries: Set<Int>, nodes: Set<Int>)
  /// The graph after each step of descent; `nil` where nothing is asked of that.
  let trace: StepTrace?

  /// - Parameter steps: the steps after which more is asked.
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(
    _ graph: ComputationGraph, at inputs: [String: Double], after steps: StepPlan? = nil
  ) throws(EvaluationError) {
    try self.init(EntryList(graph, after: steps), at: inputs)
  }

  /// Answers the entries of a graph that were listed before.
  ///
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  init(_ list: EntryList, at inputs: [String: Double]) throws(EvaluationError) {
    self.list = list
    let backward = try BackwardPass(ForwardPass(list.graph, at: inputs), isForData: false)
    var values: [Double] = []
    values.reserveCapacity(list.entries.count)
    let trace: StepTrace?
    if let steps = list.steps { trace = try StepTrace(backward, steps) } else { trace = nil }
    for entry in list.entries {
      values.append(
        entry.later.flatMap { trace?.value(of: $0) } ?? backward.value(of: entry, after: values))
    }
    self.backward = backward
    self.values = values
    self.trace = trace
    zeros = AnswerKey.zeros(list, backward, values, trace)
  }

  /// A key with numbers that came out otherwise.
  init(_ list: EntryList, _ backward: BackwardPass, values: [Double]) {
    (self.list, self.backward, self.values) = (list, backward, values)
    zeros = ([], [])
    trace = list.steps.flatMap { try? StepTrace(backward, $0) }
  }

  /// Finds what is a zero made by cancellation: `0.1 + 0.2 - 0.3`, or what comes back to a mean that was taken off.
  private static func zeros(
    _ list: EntryList, _ backward: BackwardPass, _ values: [Double], _ trace: StepTrace?
  ) -> (entries: Set<Int>, nodes: Set<Int>) {
    let scale = backward.forward.values.reduce(1) { max($0, abs($1)) }
    let derivativeScale = backward.derivatives.reduce(scale) { max($0, abs($1)) }
    func isSuspicious(_ number: Double) -> Bool {
      number != 0 && abs(number) < 1e-9 * derivativeScale
    }
    guard values.contains(where: isSuspicious) else { return ([], []) }
    let pass = BoundedPass(backward.forward)
    let entries = list.entries.indices.filter {
      isSuspicious(values[$0])
        && pass.number(of: list.entries[$0], in: list, after: trace).mayBeZero
    }
    let nodes = list.graph.nodes.indices.filter {
      isSuspicious(backward.forward.values[$0]) && pass.values[$0].mayBeZero
    }
    return (Set(entries), Set(nodes))
  }

  public var graph: ComputationGraph { list.graph }
  public var forward: ForwardPass { backward.forward }

  /// The exact value of an entry; 0 where what is computed is rounding around a 0 alone.
  public func value(of index: Int) -> Double {
    zeros.entries.contains(index) ? 0 : values[index]
  }

  /// The exact value of a node; 0 where what is computed is rounding around a 0 alone.
  public func exactValue(of node: Int) -> Double {
    zeros.nodes.contains(node) ? 0 : forward.values[node]
  }

  /// The number that an entry has as it is computed, from which fresh numbers are chosen.
  func computedValue(of index: Int) -> Double { values[index] }

  /// The exact value of an entry, with as much of a bound on its rounding as a comparison with a number needs.
  ///
  /// - Complexity: O(n) in the terms of all formulas where the two are near each other, else O(1).
  func exactNumber(of index: Int, besides typed: Double) -> ExactNumber {
    let value = value(of: index)
    let distance = abs(typed - value)
    if list.entries[index].later != nil { return exactNumber(of: index) }
    // What is equal, or far away, needs no bound.
    if typed == value
      || (value != 0 && !(4e-15 * abs(value)...0.02 * abs(value)).contains(distance))
    {
      return ExactNumber(BoundedNumber(value, error: 1e-15 * abs(value)))
    }
    return exactNumber(of: index)
  }

  /// The exact value of an entry, with a bound on its rounding.
  ///
  /// - Complexity: O(n) in the terms of all formulas.
  func exactNumber(of index: Int) -> ExactNumber {
    let number = BoundedPass(forward).number(of: list.entries[index], in: list, after: trace)
    if number.isKnown { return ExactNumber(number) }
    // At a kink no bound tells the side; what is computed follows the convention.
    let value = value(of: index)
    return ExactNumber(BoundedNumber(value, error: abs(value) * 1e-13))
  }

  /// The nudge that the course uses to estimate a derivative.
  public static let step = 0.001

  /// The finite difference that estimates a derivative; `nil` for a value.
  func nudgeEstimate(of index: Int, step: Double = AnswerKey.step) -> Double? {
    let entry = list.entries[index]
    guard let slot = entry.slot else {
      return entry.kind == .derivative ? wholeEstimate(entry, step) : nil
    }
    switch entry.kind {
    case .forward, .shape, .derivativeShape, .later: return nil
    case .local: return localEstimate(entry.node, slot, step)
    case .contribution:
      return localEstimate(entry.node, slot, step).map { $0 * backward.derivatives[entry.node] }
    case .derivative: return wholeEstimate(entry, step)
    }
  }

  private func localEstimate(_ node: Int, _ slot: Int, _ step: Double) -> Double? {
    guard let expression = graph.nodes[node].formula?.expression else { return nil }
    var operands = forward.operandValues(of: node)
    operands[slot] += step
    return (expression.value(at: operands) - forward.values[node]) / step
  }

  private func wholeEstimate(_ entry: Entry, _ step: Double) -> Double? {
    guard let node = operand(of: entry),
      let nudge = try? Nudge(node, by: step, in: forward)
    else { return nil }
    return nudge.changes.last { $0.node == graph.output }?.slope
  }

  /// The node with respect to which an entry is a derivative.
  public func operand(of entry: Entry) -> Int? {
    if let slot = entry.slot { return graph.nodes[entry.node].operands[slot] }
    guard entry.kind == .derivative, let path = entry.prerequisites.first else { return nil }
    return operand(of: list.entries[path])
  }
}

extension BoundedPass {
  /// The exact value of an entry.
  fileprivate func number(
    of entry: Entry, in list: EntryList, after trace: StepTrace?
  ) -> BoundedNumber {
    if let later = entry.later { return trace?.number(of: later) ?? BoundedNumber(0) }
    let operands = list.graph.nodes[entry.node].operands
    switch (entry.kind, entry.slot) {
    case (.forward, _): return values[entry.node]
    case (.local, let slot?): return locals[entry.node][slot]
    case (.contribution, let slot?):
      return .apply(.multiply, locals[entry.node][slot], derivatives[entry.node])
    case (.derivative, let slot?): return derivatives[operands[slot]]
    case (.derivative, nil):
      guard let path = entry.prerequisites.first, let slot = list.entries[path].slot else {
        return .init(0)
      }
      return derivatives[list.graph.nodes[list.entries[path].node].operands[slot]]
    case (.shape, _), (.derivativeShape, _):
      preconditionFailure("a number has no shape to ask for")
    case (.local, nil), (.contribution, nil):
      preconditionFailure("only values and sums have no operand")
    case (.later, _): preconditionFailure("what comes later is traced")
    }
  }
}

extension BackwardPass {
  /// The exact value of an entry, when those of the entries before it are known.
  fileprivate func value(of entry: Entry, after values: [Double]) -> Double {
    switch (entry.kind, entry.slot) {
    case (.forward, _): return forward.values[entry.node]
    case (.local, let slot?): return localDerivative(of: entry.node, slot: slot)
    case (.contribution, let slot?): return contribution(of: entry.node, slot: slot)
    case (.derivative, let slot?):
      return derivatives[forward.graph.nodes[entry.node].operands[slot]]
    case (.derivative, nil): return entry.prerequisites.reduce(0) { $0 + values[$1] }
    case (.shape, _), (.derivativeShape, _):
      preconditionFailure("a number has no shape to ask for")
    case (.local, nil), (.contribution, nil):
      preconditionFailure("only values and sums have no operand")
    case (.later, _): preconditionFailure("what comes later is traced")
    }
  }
}

extension AnswerKey: Hashable {
  // All else follows from these.
  public static func == (a: AnswerKey, b: AnswerKey) -> Bool {
    a.list == b.list && a.backward == b.backward
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(list)
    hasher.combine(backward)
  }
}
