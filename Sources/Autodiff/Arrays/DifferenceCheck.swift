public import Expressions

/// The derivatives of a graph's inputs beside central differences, which know nothing of rules.
public struct DifferenceCheck: Sendable {
  /// The cell of an input where the two are furthest apart.
  public struct Finding: Hashable, Sendable {
    public var node: Int
    /// The place of the cell in the input's numbers.
    public var place: Int
    public var derivative: Double
    public var difference: Double
    /// How many cells were compared.
    public var count: Int

    /// Whether they agree as well as differences can: within a hundred-thousandth.
    public var agrees: Bool {
      abs(derivative - difference) <= 1e-5 * max(1, abs(derivative), abs(difference))
    }
  }

  /// For each input that is no data, what was found.
  public let findings: [Finding]

  /// So many cells of an input are compared, spread evenly.
  static let cellLimit = 200

  /// - Throws: `EvaluationError` where the graph has no value beside the point.
  /// - Complexity: two forward passes of the tape for each cell.
  public init(
    _ backward: ArrayBackwardPass, _ inputs: [String: NumericArray],
    starts: [ArrayReading.Start] = []
  ) throws(EvaluationError) {
    let graph = backward.forward.graph
    /// What derivatives that are given weigh, held as they are.
    let weights = starts.map { start -> (Int, NumericArray) in
      let values = start.formula.expression.names.map {
        backward.forward.values[graph.index(of: $0) ?? 0]
      }
      let own = start.formula.expression.arrayValue(at: values) ?? NumericArray(0)
      let zeros = NumericArray(filledWith: 0, shape: graph.shape(of: start.node))
      return (start.node, zeros.adding(own))
    }
    // Values come from the tape, which shares no rule with the sweep and is fast enough for two runs a cell.
    var run = ArrayTapeRun(ArrayTape(graph, derivatives: .none), at: inputs)
    func output(_ node: Int, _ place: Int, _ number: Double) throws(EvaluationError) -> Double {
      run.withInput(node) { $0[place] = number }
      try run.forward()
      let value =
        weights.isEmpty
        ? run.withValue(of: graph.output) { $0[0] }
        : weights.reduce(0) { sum, weight in
          run.withValue(of: weight.0) { numbers in
            zip(weight.1.elements, numbers).reduce(sum) { $0 + $1.0 * $1.1 }
          }
        }
      guard value.isFinite else {
        throw run.notFinite ?? .nudgedTooFar(node: graph.nodes[node].name)
      }
      return value
    }
    var findings: [Finding] = []
    for (node, quantity) in graph.nodes.enumerated() where quantity.kind == .parameter {
      let count = backward.derivatives[node].elements.count
      let stride = max(1, count / DifferenceCheck.cellLimit)
      var worst: Finding?
      for place in Swift.stride(from: 0, to: count, by: stride) {
        let value = backward.forward.values[node][place]
        let step = 1e-6 * max(1, abs(value))
        let (above, below): (Double, Double)
        defer { run.withInput(node) { $0[place] = value } }
        do throws(EvaluationError) {
          above = try output(node, place, value + step)
          below = try output(node, place, value - step)
        } catch .index {
          // An index is whole: nothing lies beside it.
          break
        }
        let difference = (above - below) / (2 * step)
        let derivative = backward.derivatives[node][place]
        let distance = abs(derivative - difference)
        if worst.map({ abs($0.derivative - $0.difference) < distance }) ?? true {
          worst = Finding(
            node: node, place: place, derivative: derivative, difference: difference,
            count: (count + stride - 1) / stride)
        }
      }
      if let worst { findings.append(worst) }
    }
    self.findings = findings
  }
}
