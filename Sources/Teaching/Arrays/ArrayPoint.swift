import Autodiff
import Expressions

/// Every value and derivative of a graph with arrays for one choice of its inputs.
struct ArrayPoint: Hashable, Sendable {
  let inputs: [String: NumericArray]
  let forward: ArrayForwardPass
  /// For each node the derivative of the output with respect to it.
  let derivatives: [NumericArray]

  /// - Throws: `EvaluationError` where something has no finite value.
  init(_ reading: ArrayReading, at inputs: [String: NumericArray]) throws(EvaluationError) {
    self.inputs = inputs
    forward = try ArrayForwardPass(reading.graph, at: inputs)
    derivatives = try ArrayBackwardPass(forward, starts: reading.starts).derivatives
  }

  /// What a node passes back to one of its operands, all places where it stands together.
  func contribution(of node: Int, slot: Int) -> NumericArray {
    let operand = forward.graph.nodes[node].operands[slot]
    let zeros = NumericArray(filledWith: 0, shape: forward.graph.shape(of: operand))
    return forward.occurrences(of: node, upstream: derivatives[node])
      .reduce(zeros) { $1.slot == slot ? $0.adding($1.derivative) : $0 }
  }

  /// The right answer to an entry that has numbers.
  func value(of entry: ArrayEntry) -> NumericArray {
    let whole: NumericArray
    switch (entry.kind, entry.slot) {
    case (.value, _), (.valueShape, _): whole = forward.values[entry.quantity]
    case (.contribution, let slot?): whole = contribution(of: entry.node, slot: slot)
    default: whole = derivatives[entry.quantity]
    }
    return entry.cell.map { NumericArray(whole[whole.place(of: $0)]) } ?? whole
  }
}
