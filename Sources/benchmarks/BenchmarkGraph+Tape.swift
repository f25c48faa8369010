import Autodiff
import Expressions

extension TapeBuilder: GraphRecorder {
  mutating func parameter(_ value: Double) -> Quantity { parameter() }
}

extension BenchmarkGraph {
  /// The graph as the engine's tape.
  func tape() -> Tape {
    var builder = TapeBuilder()
    builder.reserve(operations: operationCount, parameters: parameters.count)
    let output = record(&builder)
    return Tape(builder, output: output)
  }
}

extension [Double] {
  /// A sum by which engines are compared without printing all derivatives.
  var weightedSum: Double {
    enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 7 + 1) }
  }
}
