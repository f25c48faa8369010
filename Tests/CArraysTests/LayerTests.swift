import CArrays
import Glibc
import RandomNumbers
import Testing

@Suite struct LayerTests {
  static let functions: [carrays_function] = [
    CARRAYS_IDENTITY, CARRAYS_RELU, CARRAYS_TANH, CARRAYS_SIGMOID,
  ]

  /// f of a number, and its derivative from its value.
  static func value(_ function: carrays_function, _ x: Double) -> Double {
    switch function {
    case CARRAYS_RELU: max(x, 0)
    case CARRAYS_TANH: tanh(x)
    case CARRAYS_SIGMOID: 1 / (1 + exp(-x))
    default: x
    }
  }

  static func slope(_ function: carrays_function, ofValue y: Double) -> Double {
    switch function {
    case CARRAYS_RELU: y > 0 ? 1 : 0
    case CARRAYS_TANH: 1 - y * y
    case CARRAYS_SIGMOID: y * (1 - y)
    default: 1
    }
  }

  @Test(arguments: functions, availableInstructions)
  func aLayerIsAProductARowAndAFunction(
    function: carrays_function, instructions: carrays_instructions
  ) {
    let sizes = [
      (0, 3, 2), (3, 0, 2), (2, 3, 0), (1, 1, 1), (5, 11, 7), (9, 26, 300), (40, 50, 3),
      (40, 26, 300),
    ]
    for (m, n, k) in sizes {
      var generator = SplitMix64(seed: UInt64(m * n + k))
      let x = Matrix(m, k, drawnBy: &generator)
      let w = Matrix(k, n, drawnBy: &generator)
      let bias = Matrix(1, n, drawnBy: &generator)
      var h = Matrix(m, n, drawnBy: &generator)
      for hasBias in [false, true] {
        let expected = h.with { row, column in
          let sum = (0..<k).reduce(0) { $0 + x[row, $1] * w[$1, column] }
          return LayerTests.value(function, hasBias ? sum + bias[0, column] : sum)
        }
        with(instructions) {
          bias.numbers.withUnsafeBufferPointer {
            carrays_dense(
              m, n, k, x.numbers, x.stride, w.numbers, w.stride,
              hasBias ? $0.baseAddress : nil, function, &h.numbers, h.stride)
          }
        }
        expectClose(h, expected, tolerance: 1e-13, "\(m)×\(n), \(k)")
      }
    }
  }

  /// Layers that several threads compute, of which each applies the function to its part.
  @Test(arguments: functions, availableInstructions)
  func theNumberOfThreadsChangesNoBit(
    function: carrays_function, instructions: carrays_instructions
  ) {
    var generator = SplitMix64(seed: 2)
    for (m, n, k) in [(64, 130, 100), (500, 33, 70)] {
      let x = Matrix(m, k, drawnBy: &generator)
      let w = Matrix(k, n, drawnBy: &generator)
      func layer() -> Matrix {
        var h = Matrix(m, n) { _, _ in 0 }
        with(instructions) {
          carrays_dense(
            m, n, k, x.numbers, x.stride, w.numbers, w.stride, x.numbers, function, &h.numbers,
            h.stride)
        }
        return h
      }
      let many = layer()
      carrays_limit_threads(1)
      defer { carrays_limit_threads(0) }
      #expect(layer() == many)
    }
  }

  @Test(arguments: functions, availableInstructions)
  func backThroughTheFunctionGoesTheUpstreamTimesItsSlope(
    function: carrays_function, instructions: carrays_instructions
  ) {
    for (m, n) in [(0, 4), (4, 0), (1, 1), (3, 5), (7, 24), (6, 33)] {
      var generator = SplitMix64(seed: UInt64(m + n))
      let h = Matrix(m, n, drawnBy: &generator)
      var upstream = Matrix(m, n, drawnBy: &generator)
      var dz = Matrix(m, n, drawnBy: &generator)
      let expected = dz.with { LayerTests.slope(function, ofValue: h[$0, $1]) * upstream[$0, $1] }
      let inPlace = upstream.with { expected[$0, $1] }
      with(instructions) {
        carrays_activation_reverse(
          m, n, function, h.numbers, h.stride, upstream.numbers, upstream.stride, &dz.numbers,
          dz.stride)
        upstream.numbers.withUnsafeMutableBufferPointer {
          carrays_activation_reverse(
            m, n, function, h.numbers, h.stride, $0.baseAddress, upstream.stride, $0.baseAddress,
            upstream.stride)
        }
      }
      expectClose(dz, expected, tolerance: 1e-15, "\(m)×\(n)")
      expectClose(upstream, inPlace, tolerance: 1e-15, "\(m)×\(n) in place")
    }
  }
}
