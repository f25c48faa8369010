package import Autodiff
import RandomNumbers

/// A kind of graph that is made of any number of formulas.
package enum GrowingGraph: String, CaseIterable, Sendable {
  case chain, near, far, wideSum, differences, fan, doublingNames, product, network, oneFormula

  /// The formulas and numbers of a graph of about so many operations.
  package func statements(_ count: Int) -> [String] {
    var numbers = SplitMix64(seed: 7)
    func random(reach: Int) -> [String] {
      ["x0 = 0.5"]
        + (1...count).map { index in
          let least = max(0, index - reach)
          let one = least + numbers.next(below: index - least)
          let other = least + numbers.next(below: index - least)
          return "x\(index) = 0.5x\(one) - 0.3x\(other) + 0.1"
        }
    }
    let inputs = (1...count).map { "x\($0) = \(1 + Double($0 % 2) / 100)" }
    let names = (1...count).map { "x\($0)" }
    switch self {
    case .chain: return ["x0 = 0.5"] + (1...count).map { "x\($0) = 0.5x\($0 - 1) + 0.1" }
    case .near: return random(reach: 6)
    case .far: return random(reach: count)
    case .wideSum: return inputs + ["J = \(names.joined(separator: " + "))"]
    case .differences:
      return ["w = 0.5"] + (1...count).map { "x\($0) = w - \($0 % 9)" }
        + ["J = \(names.joined(separator: " + "))"]
    case .fan:
      return ["x0 = 0.5"]
        + (1...count).map { index in
          "x\(index) = (\((0..<index).map { "x\($0)" }.joined(separator: " + ")))/\(2 * index)"
        }
    case .doublingNames:
      return ["x = 0.5"]
        + (1...count).map { index in
          let name = String(repeating: "x", count: index)
          return "\(name)x = 0.4\(name) + 0.1\(name)"
        }
    case .product: return inputs + ["J = \(names.joined(separator: " "))"]
    case .network: return ["network 4-\(count / 8 + 1)-2 tanh"]
    case .oneFormula:
      return ["x = 0.5", "J = \((1...count).map { "sin(\($0)x)" }.joined(separator: " + "))"]
    }
  }

  package func reading(_ count: Int) throws -> ComputationGraph.Reading {
    try ComputationGraph.read(statements(count).map { Statement(input: $0) })
  }
}
