import CBenchmarks
import Expressions

/// The reference of the engine: an opcode tape in plain C.
///
/// A class, because it owns the memory of the tape.
final class ReferenceTape {
  private var tape: ctape

  init(_ graph: BenchmarkGraph) {
    // One more for the number 1/2.
    let count = graph.operationCount + graph.parameters.count + graph.data.count + 1
    var recorder = Recorder(capacity: count)
    _ = graph.record(&recorder)
    tape = recorder.tape
  }

  deinit {
    ctape_close(&tape)
  }

  func forward(at parameters: [Double]) -> Double {
    precondition(parameters.count == tape.parameters, "each parameter has a number")
    return ctape_forward(&tape, parameters)
  }

  func reverse(into gradient: inout [Double]) {
    precondition(gradient.count == tape.parameters, "each parameter has a derivative")
    ctape_reverse(&tape, &gradient)
  }

  private struct Recorder: GraphRecorder {
    var tape = ctape()

    init(capacity: Int) {
      ctape_open(&tape, capacity)
    }

    mutating func parameter(_ value: Double) -> UInt32 {
      tape.parameters += 1
      return ctape_leaf(&tape, value)
    }

    mutating func number(_ value: Double) -> UInt32 { ctape_leaf(&tape, value) }

    mutating func apply(_ operation: Operation, _ a: UInt32, _ b: UInt32) -> UInt32 {
      switch operation {
      case .add: ctape_add(&tape, a, b)
      case .subtract: ctape_sub(&tape, a, b)
      case .multiply: ctape_mul(&tape, a, b)
      case .tanh: ctape_tanh(&tape, a)
      case .sin: ctape_sin(&tape, a)
      case .relu: ctape_relu(&tape, a)
      case .negate, .divide, .power, .exp, .log, .sqrt, .cos, .tan, .sigmoid, .softplus, .abs,
        .sign, .step, .min, .max:
        preconditionFailure("the graphs have no other operations")
      }
    }
  }
}
