import Autodiff
import Testing

@testable import benchmarks

/// The numbers are those that programs in C++ and Python print for the same graphs.
@Suite struct BenchmarkGraphTests {
  @Test(arguments: [
    (BenchmarkGraph.Kind.seed, 9, 0.0703125, 5.15625),
    (.mlp10k, 9_904, 2.78503767803, 5.94114806886),
    (.mlp100k, 201_504, 8.98875759291, 48.3510893429),
    (.lecture, 200_300, 13.917076262, -5.62659352859),
    (.chain, 1_000_000, 0.0391396764774, 2659.19124805),
    (.wide, 2_000_001, 0.126440634751, 1408044.10929),
  ])
  func theTapeFindsWhatOtherProgramsFind(
    kind: BenchmarkGraph.Kind, operations: Int, cost: Double, weightedSum: Double
  ) {
    let graph = BenchmarkGraph(kind)
    let tape = graph.tape()
    #expect(graph.operationCount == operations)
    #expect(tape.operationCount == operations)
    var run = TapeRun(tape)
    expectSameDigits(run.forward(at: graph.parameters), cost)
    run.reverse(at: graph.parameters)
    expectSameDigits(run.gradient.weightedSum, weightedSum)
  }

  @Test(arguments: BenchmarkGraph.Kind.allCases)
  func theReferenceFindsTheSame(kind: BenchmarkGraph.Kind) {
    let graph = BenchmarkGraph(kind)
    var run = TapeRun(graph.tape())
    let reference = ReferenceTape(graph)
    expectSameDigits(
      reference.forward(at: graph.parameters), run.forward(at: graph.parameters))
    run.reverse(at: graph.parameters)
    var gradient = graph.parameters
    reference.reverse(into: &gradient)
    expectSameDigits(gradient.weightedSum, run.gradient.weightedSum)
  }

  private func expectSameDigits(
    _ a: Double, _ b: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(a - b) <= 1e-11 * abs(b), sourceLocation: sourceLocation)
  }
}
