public import Autodiff
import Expressions

/// The right answers to the entries of a graph, and the check of an answer against them.
public struct AnswerKey: Hashable, Sendable {
  public let list: EntryList
  public let backward: BackwardPass
  /// The exact value of each entry.
  private let values: [Double]

  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(_ graph: ComputationGraph, at inputs: [String: Double]) throws(EvaluationError) {
    try self.init(EntryList(graph), at: inputs)
  }

  /// Answers the entries of a graph that were listed before.
  ///
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  init(_ list: EntryList, at inputs: [String: Double]) throws(EvaluationError) {
    self.list = list
    let backward = try BackwardPass(ForwardPass(list.graph, at: inputs), isForData: false)
    var values: [Double] = []
    values.reserveCapacity(list.entries.count)
    for entry in list.entries { values.append(backward.value(of: entry, after: values)) }
    self.backward = backward
    self.values = values
  }

  public var graph: ComputationGraph { list.graph }
  public var forward: ForwardPass { backward.forward }

  /// The exact value of an entry.
  public func value(of index: Int) -> Double { values[index] }

  /// The nudge that the course uses to estimate a derivative.
  public static let step = 0.001

  /// The finite difference that estimates a derivative; none for a value.
  func nudgeEstimate(of index: Int, step: Double = AnswerKey.step) -> Double? {
    let entry = list.entries[index]
    guard let slot = entry.slot else {
      return entry.kind == .derivative ? wholeEstimate(entry, step) : nil
    }
    switch entry.kind {
    case .forward: return nil
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
    case (.local, nil), (.contribution, nil):
      preconditionFailure("only values and sums have no operand")
    }
  }
}
