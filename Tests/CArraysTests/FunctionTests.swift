import CArrays
import Glibc
import RandomNumbers
import Testing

@Suite struct FunctionTests {
  /// A function, the C library's, its slope, and where its numbers are drawn.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: carrays_function
    let range: ClosedRange<Double>
    let value: @Sendable (Double) -> Double
    let slope: @Sendable (Double) -> Double

    init(
      _ name: String, _ function: carrays_function, _ range: ClosedRange<Double>,
      _ value: @escaping @Sendable (Double) -> Double,
      slope: @escaping @Sendable (Double) -> Double
    ) {
      testDescription = name
      self.function = function
      self.range = range
      self.value = value
      self.slope = slope
    }
  }

  static func logistic(_ x: Double) -> Double {
    x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
  }

  static let rows = [
    Row("identity", CARRAYS_IDENTITY, -2...2, { $0 }, slope: { _ in 1 }),
    Row("relu", CARRAYS_RELU, -2...2, { $0 <= 0 ? 0 : $0 }, slope: { $0 > 0 ? 1 : 0 }),
    Row("tanh", CARRAYS_TANH, -25...25, { tanh($0) }, slope: { 1 - tanh($0) * tanh($0) }),
    Row("tanh near 0", CARRAYS_TANH, -0.5...0.5, { tanh($0) }, slope: { 1 - tanh($0) * tanh($0) }),
    Row(
      "sigmoid", CARRAYS_SIGMOID, -800...800, { logistic($0) },
      slope: { logistic($0) * (1 - logistic($0)) }),
    Row("exp", CARRAYS_EXP, -760...705, { exp($0) }, slope: { exp($0) }),
    Row("log", CARRAYS_LOG, 0.001...3, { log($0) }, slope: { 1 / $0 }),
    Row("log of large", CARRAYS_LOG, 1...1e300, { log($0) }, slope: { 1 / $0 }),
    Row("sqrt", CARRAYS_SQRT, 0.01...100, { sqrt($0) }, slope: { 1 / (2 * sqrt($0)) }),
    Row(
      "softplus", CARRAYS_SOFTPLUS, -750...750, { max($0, 0) + log1p(exp(-abs($0))) },
      slope: { logistic($0) }),
    Row("abs", CARRAYS_ABS, -2...2, { abs($0) }, slope: { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
    Row("negate", CARRAYS_NEGATE, -2...2, { -$0 }, slope: { _ in -1 }),
  ]

  /// Sizes around those of vectors and strips, and one that several threads share.
  static let counts = [0, 1, 2, 3, 4, 5, 7, 8, 9, 17, 31, 127, 128, 129, 130, 300, 10_001]

  static func draw(_ count: Int, _ range: ClosedRange<Double>, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      range.lowerBound + (generator.number() + 1) / 2 * (range.upperBound - range.lowerBound)
    }
  }

  @Test(arguments: rows, availableInstructions)
  func aFunctionIsTheLibrarysButForTheLastDigits(row: Row, instructions: carrays_instructions) {
    for count in FunctionTests.counts {
      let x = FunctionTests.draw(count, row.range, seed: UInt64(count))
      var y = x + [Matrix.untouched]
      var inPlace = y
      with(instructions) {
        carrays_map(row.function, count, x, &y)
        inPlace.withUnsafeMutableBufferPointer {
          carrays_map(row.function, count, $0.baseAddress, $0.baseAddress)
        }
      }
      #expect(inPlace == y)
      #expect(y[count] == Matrix.untouched)
      let expected = x.map(row.value)
      let isClose = zip(y, expected).allSatisfy { abs($0 - $1) <= 4 * $1.ulp }
      #expect(isClose, "\(count) numbers")
    }
  }

  @Test(arguments: rows, availableInstructions)
  func itsReverseAddsTheUpstreamTimesItsSlope(row: Row, instructions: carrays_instructions) {
    for count in FunctionTests.counts where count < 1000 {
      let x = FunctionTests.draw(count, row.range, seed: UInt64(count))
      let y = x.map(row.value)
      let upstream = FunctionTests.draw(count, -1...1, seed: 2)
      let before = FunctionTests.draw(count, -1...1, seed: 3) + [Matrix.untouched]
      var sums = before
      with(instructions) { carrays_map_reverse(row.function, count, x, y, upstream, &sums) }
      #expect(sums[count] == Matrix.untouched)
      let isClose = (0..<count).allSatisfy {
        let expected = before[$0] + upstream[$0] * row.slope(x[$0])
        return abs(sums[$0] - expected) <= 1e-14 * (1 + abs(expected))
      }
      #expect(isClose, "\(count) numbers")
    }
  }

  /// Among others, whose digits they do not change.
  @Test(arguments: rows, availableInstructions)
  func whatIsNoNumberOrBeyondAllBoundsIsAsInTheLibrary(
    row: Row, instructions: carrays_instructions
  ) {
    let special: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude,
      -.leastNonzeroMagnitude, 0x1p-1030, 1e308, -1e308, 710, -710, 745,
      -745.5, 709.7, -708.5, 22.5, 1e-20, -1e-20,
    ]
    let ordinary = FunctionTests.draw(200, row.range, seed: 1)
    var (alone, mixed) = (ordinary, ordinary)
    for (index, number) in special.enumerated() { mixed[index * 7] = number }
    var results = mixed
    with(instructions) {
      carrays_map(row.function, 200, ordinary, &alone)
      carrays_map(row.function, 200, mixed, &results)
    }
    for index in 0..<200 {
      if index % 7 == 0, index / 7 < special.count {
        let (found, expected) = (results[index], row.value(mixed[index]))
        let isSame =
          found.isNaN && expected.isNaN || found == expected
          || abs(found - expected) <= 4 * expected.ulp
        #expect(isSame, "f(\(mixed[index])) is \(expected), not \(found)")
      } else {
        #expect(results[index] == alone[index])
      }
    }
  }

  @Test(arguments: rows)
  func fewNumbersHaveTheDigitsOfTheLibrary(row: Row) {
    let x = FunctionTests.draw(31, row.range, seed: 9)
    var y = x
    carrays_map(row.function, 31, x, &y)
    #expect(y == x.map(row.value))
  }

  @Test(arguments: rows, availableInstructions)
  func theNumberOfThreadsChangesNoBit(row: Row, instructions: carrays_instructions) {
    let x = FunctionTests.draw(20_003, row.range, seed: 4)
    var (many, one) = (x, x)
    with(instructions) { carrays_map(row.function, x.count, x, &many) }
    carrays_limit_threads(1)
    defer { carrays_limit_threads(0) }
    with(instructions) { carrays_map(row.function, x.count, x, &one) }
    #expect(one == many)
  }
}
