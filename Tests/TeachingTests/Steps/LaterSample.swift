import Autodiff
import Teaching
import Testing
import Training

/// A graph with steps of descent on it.
struct LaterSample: Sendable {
  var lines: [String]
  var steps: StepPlan

  init(_ lines: String, _ optimizer: Optimizer, moving: [String]? = nil, count: Int = 2) {
    self.lines = lines.split(separator: ";").map { String($0.drop { $0 == " " }) }
    steps = StepPlan(optimizer, moving: moving, count: count)
  }

  func key() throws -> AnswerKey {
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) }, breaking: .never)
    return try AnswerKey(reading.graph, at: reading.inputs, after: steps)
  }

  static let line = "data x = 2; data y = 1; w = 0.8; b = 0.1; p = w x + b; L = (p - y)^2"
  static let product = "w = 2; b = 3; J = w^2 b"
  static let chain = "u = 0.5; w = -1.5; a = tanh(u w); J = (a - 2)^2 + 1/2 w^2"

  static let all: [LaterSample] = [line, product, chain].flatMap { lines in
    Optimizer.Method.allCases.map {
      LaterSample(lines, Optimizer($0, rate: 0.05), count: 3)
    }
  }
}
