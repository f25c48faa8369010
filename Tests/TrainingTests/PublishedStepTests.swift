import Autodiff
import Expressions
import Testing
import Training

/// A published step on matrices.
struct PublishedStepTests {
  /// Facts: a dense layer with relu for three examples, whose derivative by the layer's values is these values; then a
  /// step of 0.001 (Neural Networks from Scratch, chapter 9; public file index, file 40495251684).
  @Test func aDenseLayerAfterAStep() throws {
    let reading = try ArrayReading(
      [
        "X = [[1, 2, 3, 2.5], [2, 5, -1, 2], [-1.5, 2.7, 3.3, -0.8]]",
        "W = [[0.2, 0.5, -0.26], [0.8, -0.91, -0.27], [-0.5, 0.26, 0.17], [1, -0.5, 0.87]]",
        "b = [2, 3, 0.5]", "Z = X @ W + b", "A = relu(Z)", "start dA = A",
      ].map { Statement($0) }, GraphRequest(data: ["X"]))
    let backward = try ArrayBackwardPass(
      ArrayForwardPass(reading.graph, at: reading.inputs), starts: reading.starts)
    let after: [String: [Double]] = [
      "W": [
        0.179515, 0.5003665, -0.262746, 0.742093, -0.9152577, -0.2758402, -0.510153, 0.2529017,
        0.1629592, 0.971328, -0.5021842, 0.8636583,
      ],
      "b": [1.98489, 2.997739, 0.497389],
    ]
    for (name, published) in after {
      let node = try #require(reading.graph.index(of: name))
      var numbers = try #require(reading.inputs[name]).elements
      var state = OptimizerState(Optimizer(.descent, rate: 0.001), count: numbers.count)
      state.step(&numbers, along: backward.derivatives[node].elements)
      for (own, figure) in zip(numbers, published) { #expect(abs(own - figure) < 1e-7) }
    }
  }
}
