package import Autodiff
import RandomNumbers

/// Graphs of any size, one kind for each way in which work or output may grow faster than a graph does.
public enum GrowingGraph: String, CaseIterable, Sendable {
  /// Each operation uses the one before.
  case chain
  /// Each uses two at random of the few before it, or of all before it.
  case near, far
  /// One sum of all inputs.
  case wideSum
  /// One sum of the squared differences between neighbours.
  case differences
  /// Each uses all before; of so many wires there are fewer operations.
  case fan
  /// Each uses the one before twice, so that a formula written out doubles.
  case doubling
  /// One product of all inputs, whose derivatives are each as long as itself.
  case product
  /// Layers that use all of the layer before.
  case network
  /// One formula in two inputs.
  case longFormula

  /// The graph as a command line has it, with about so many operations; the first word gives an input a number.
  public func words(_ size: Int) -> [String] {
    var numbers = SplitMix64(seed: UInt64(size))
    func before(_ index: Int, reach: Int) -> Int {
      index - 1 - Int.random(in: 0..<min(index, reach), using: &numbers)
    }
    func inputs(_ count: Int) -> [String] { (0..<count).map { "x\($0) = 1" } }
    func operations(_ count: Int, _ formula: (Int) -> String) -> [String] {
      ["x0 = 0.5"] + (1...count).map { "x\($0) = \(formula($0))" }
    }
    switch self {
    case .chain: return operations(size) { "sin(x\($0 - 1))" }
    case .near:
      return operations(size) { "tanh(x\(before($0, reach: 5)) + x\(before($0, reach: 5)))" }
    case .far:
      return operations(size) { "tanh(x\(before($0, reach: $0)) + x\(before($0, reach: $0)))" }
    case .wideSum:
      return inputs(size) + ["J = " + (0..<size).map { "x\($0)" }.joined(separator: " + ")]
    case .differences:
      let terms = (1..<max(2, size)).map { "(x\($0 - 1) - x\($0))^2" }
      return inputs(max(2, size)) + ["J = " + terms.joined(separator: " + ")]
    case .fan:
      let count = max(2, Int((2 * Double(size)).squareRoot()))
      return operations(count) { index in
        "tanh(" + (0..<index).map { "x\($0)" }.joined(separator: " + ") + ")"
      }
    case .doubling: return operations(size) { "0.5 * (x\($0 - 1) + x\($0 - 1))" }
    case .product:
      return inputs(size) + ["J = " + (0..<size).map { "x\($0)" }.joined(separator: " * ")]
    case .network:
      let width = max(1, Int((Double(size) / 4).squareRoot()))
      return ["x1 = 1", "network \(width)-\(width)-\(width)-1 tanh"]
    case .longFormula:
      return ["w = 0.5", "b = 0.25"]
        + ["J = " + (0..<max(1, size / 3)).map { "sin(w b + \($0))" }.joined(separator: " + ")]
    }
  }

  /// The name of the first input.
  public var input: String {
    switch self {
    case .longFormula: "w"
    case .network: "x1"
    case .chain, .near, .far, .wideSum, .differences, .fan, .doubling, .product: "x0"
    }
  }
}

extension GrowingGraph {
  /// The graph, read, with about so many operations.
  package func reading(
    _ size: Int, breaking: ComputationGraph.Breaking = .singleFormula
  ) throws -> ComputationGraph.Reading {
    try ComputationGraph.read(words(size).map { Statement(input: $0) }, breaking: breaking)
  }
}
