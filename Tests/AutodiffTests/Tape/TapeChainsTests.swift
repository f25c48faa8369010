import Autodiff
import Expressions
import RandomNumbers
import Testing
import _Differentiation

/// Sums of products, fused or not.
@Suite struct TapeChainsTests {
  typealias Quantity = TapeBuilder.Quantity

  /// A shape of sums, drawn over some parameters.
  enum Shape: CaseIterable {
    /// Weights and values in rows, each weight used once.
    case layer
    /// The same, each weight used in a second place as well.
    case layerOfSharedWeights
    /// Weights in rows, each row over values that begin one later than those of the row before.
    case band
    /// The same, each weight used in a second place as well.
    case bandOfSharedWeights
    /// Weights in rows over the sums of other rows.
    case rowsOfRows
    /// One factor for all.
    case scaled
    /// The sum of squares.
    case squares
    /// Each value times its neighbour: the factors overlap.
    case neighbours
    /// Rows of values over the same values: the factors of each row overlap with those that all share.
    case overlappingRows
    /// Factors from anywhere.
    case scattered
    /// Sums without products, and differences.
    case plain
    /// Everything in turn.
    case mixed
  }

  /// Records sums of a shape over 40 parameters and returns the output with all operations on the way.
  func record(
    _ shape: Shape, seed: UInt64, _ builder: inout TapeBuilder
  ) -> (output: Quantity, all: [Quantity]) {
    var generator = SplitMix64(seed: seed)
    let weights = (0..<40).map { _ in builder.parameter() }
    var all: [Quantity] = []
    func apply(_ operation: Operation, _ a: Quantity, _ b: Quantity) -> Quantity {
      all.append(builder.apply(operation, a, b))
      return all[all.count - 1]
    }
    let values = (0..<9).map { index -> Quantity in
      let weight = weights[30 + index]
      return apply(.sin, weight, weight)
    }
    func sum(_ start: Quantity?, _ products: [(Quantity, Quantity)]) -> Quantity {
      var sum = start
      for (a, b) in products {
        let product = apply(.multiply, a, b)
        sum = sum.map { apply(.add, $0, product) } ?? product
      }
      return sum ?? builder.one
    }
    func anyOne() -> Quantity {
      (weights + values).randomElement(using: &generator) ?? builder.one
    }
    func drawn(_ shape: Shape) -> [Quantity] {
      switch shape {
      case .layer, .layerOfSharedWeights:
        let fanIn = 3 + generator.next(below: 3)
        let rows = (0..<29 / (fanIn + 1)).map { row in
          let first = row * (fanIn + 1)
          return sum(
            weights[first + fanIn],
            (0..<fanIn).map { (weights[first + $0], values[$0]) })
        }
        guard shape == .layerOfSharedWeights else { return rows }
        return rows + weights.prefix(29).map { apply(.multiply, $0, $0) }
      case .band, .bandOfSharedWeights:
        let fanIn = 4 + generator.next(below: 2)
        let rows = (0...9 - fanIn).map { row in
          sum(nil, (0..<fanIn).map { (weights[row * fanIn + $0], values[row + $0]) })
        }
        guard shape == .bandOfSharedWeights else { return rows }
        return rows + weights.prefix(25).map { apply(.multiply, $0, $0) }
      case .rowsOfRows:
        func row(_ first: Int, _ values: ArraySlice<Quantity>) -> Quantity {
          sum(nil, zip(weights[first...], values).map { ($0, $1) })
        }
        // As many rows that four in a row are some of those that are used and some of those that use them.
        let rows = (0..<6).map { row($0, values[..<4]) }
        return (10..<16).map { row($0, rows[($0 % 3)..<($0 % 3 + 4)]) }
      case .scaled:
        return [
          sum(nil, (0..<9).map { (values[$0], weights[39]) }),
          sum(weights[0], (1..<20).map { (weights[39], weights[$0]) }),
        ]
      case .squares: return [sum(nil, (0..<9).map { (values[$0], values[$0]) })]
      case .neighbours:
        return [
          sum(nil, (0..<8).map { (values[$0], values[$0 + 1]) }),
          sum(nil, (0..<20).map { (weights[$0], weights[$0 + 1]) }),
        ]
      case .overlappingRows:
        return (0..<5).map { row in
          sum(nil, (0..<5).map { (values[row + $0], values[2 + $0]) })
        }
      case .scattered: return [sum(anyOne(), (0..<12).map { _ in (anyOne(), anyOne()) })]
      case .plain:
        var total = anyOne()
        for _ in 0..<12 {
          let other =
            generator.next(below: 3) == 0 ? apply(.multiply, anyOne(), anyOne()) : anyOne()
          switch generator.next(below: 3) {
          case 0: total = apply(.add, total, other)
          case 1: total = apply(.add, other, total)
          default: total = apply(.subtract, total, other)
          }
        }
        return [total]
      case .mixed: return Shape.allCases.filter { $0 != .mixed }.flatMap { drawn($0) }
      }
    }
    // All rows are equally far from the output, so that they become one layer.
    let output = sum(nil, drawn(shape).map { (apply(.tanh, $0, $0), weights[29]) })
    return (output, all)
  }

  @Test(arguments: Shape.allCases, 0..<20)
  func aFusedSumEqualsSingleOperations(shape: Shape, seed: Int) {
    var builder = TapeBuilder()
    let recorded = record(shape, seed: UInt64(seed), &builder)
    let fused = Tape(builder, output: recorded.output)
    var other = TapeBuilder()
    let again = record(shape, seed: UInt64(seed), &other)
    let single = Tape(other, output: again.output, keeping: again.all)
    #expect(fused.instructionCount < single.instructionCount)
    #expect(single.instructionCount == again.all.count)

    var generator = SplitMix64(seed: UInt64(seed) + 1_000)
    var runA = TapeRun(fused)
    var runB = TapeRun(single)
    for _ in 0..<2 {
      let numbers = (0..<40).map { _ in Double.random(in: -1...1, using: &generator) }
      let (a, b) = (runA.forward(at: numbers), runB.forward(at: numbers))
      #expect(abs(a - b) <= 1e-12 * max(1, abs(b)))
      runA.reverse(at: numbers)
      runB.reverse(at: numbers)
      for (a, b) in zip(runA.gradient, runB.gradient) {
        #expect(abs(a - b) <= 1e-12 * max(1, abs(b)))
      }
    }
  }

  @Test(arguments: [4, 5, 7, 8, 9, 16, 23])
  func aNeuronIsOneInstruction(fanIn: Int) {
    var builder = TapeBuilder()
    let weights = (0...fanIn).map { _ in builder.parameter() }
    let values = (0..<fanIn).map { builder.number(Double($0) / 2) }
    var sum = weights[fanIn]
    for (weight, value) in zip(weights, values) {
      sum = builder.apply(.add, sum, builder.apply(.multiply, weight, value))
    }
    let tape = Tape(builder, output: sum)
    #expect(tape.operationCount == 2 * fanIn)
    #expect(tape.instructionCount == 1)
    var run = TapeRun(tape)
    let numbers = (0...fanIn).map { Double($0) }
    let squares = (0..<fanIn).reduce(0) { $0 + $1 * $1 }
    #expect(run.forward(at: numbers) == Double(fanIn) + Double(squares) / 2)
    run.reverse(at: numbers)
    #expect(run.gradient == (0..<fanIn).map { Double($0) / 2 } + [1])
  }

  @Test(arguments: [4, 5, 8, 13])
  func twoRowsOfParametersHaveEachTheOtherAsDerivatives(count: Int) {
    var builder = TapeBuilder()
    let a = (0..<count).map { _ in builder.parameter() }
    let b = (0..<count).map { _ in builder.parameter() }
    let products = zip(a, b).map { builder.apply(.multiply, $0, $1) }
    let sum = products.dropFirst().reduce(products[0]) { builder.apply(.add, $0, $1) }
    var run = TapeRun(Tape(builder, output: sum))
    for shift in [1.0, 100] {
      let numbers = (0..<2 * count).map { Double($0) + shift }
      run.forward(at: numbers)
      run.reverse(at: numbers)
      #expect(run.gradient == Array(numbers[count...] + numbers[..<count]))
    }
  }

  @Test func aKeptOperationHasItsPlaceWithinAChain() {
    var builder = TapeBuilder()
    let x = (0..<6).map { _ in builder.parameter() }
    let product = builder.apply(.multiply, x[0], x[1])
    var sum = product
    for index in 2..<6 { sum = builder.apply(.add, sum, x[index]) }
    let output = builder.apply(.multiply, sum, sum)
    var run = TapeRun(Tape(builder, output: output, keeping: [product, x[2]]))
    let numbers = [2.0, 3, 4, 5, 6, 7]
    #expect(run.forward(at: numbers) == 28 * 28)
    run.reverse(at: numbers)
    #expect(run.value(ofKept: 0) == 6)
    #expect(run.derivative(ofKept: 0) == 56)
    #expect(run.derivative(ofKept: 1) == 56)
  }

  @Test func theTapeAgreesWithTheCompilersDerivatives() {
    @differentiable(reverse)
    func unit(_ w1: Double, _ b1: Double, _ w2: Double, _ b2: Double) -> Double {
      let hidden = w1 * 2 + b1
      let result = w2 * (hidden * hidden) + b2 - 1
      return 0.5 * (result * result)
    }
    var builder = TapeBuilder()
    let p = (0..<4).map { _ in builder.parameter() }
    let (two, half) = (builder.number(2), builder.number(0.5))
    let hidden = builder.apply(.add, builder.apply(.multiply, p[0], two), p[1])
    let square = builder.apply(.multiply, hidden, hidden)
    let sum = builder.apply(.add, builder.apply(.multiply, p[2], square), p[3])
    let result = builder.apply(.subtract, sum, builder.one)
    let output = builder.apply(.multiply, half, builder.apply(.multiply, result, result))
    var run = TapeRun(Tape(builder, output: output))
    let numbers = [0.5, 0.25, 1.5, -0.5]
    let (w1, b1, w2, b2) = (numbers[0], numbers[1], numbers[2], numbers[3])
    #expect(run.forward(at: numbers) == unit(w1, b1, w2, b2))
    run.reverse(at: numbers)
    let expected = gradient(at: w1, b1, w2) { unit($0, $1, $2, -0.5) }
    let last = gradient(at: b2) { unit(0.5, 0.25, 1.5, $0) }
    #expect(run.gradient == [expected.0, expected.1, expected.2, last])
  }

  @Test func theTapeAgreesWithCentralDifferences() {
    var builder = TapeBuilder()
    let recorded = record(.mixed, seed: 3, &builder)
    var run = TapeRun(Tape(builder, output: recorded.output))
    var generator = SplitMix64(seed: 4)
    let numbers = (0..<40).map { _ in Double.random(in: -1...1, using: &generator) }
    run.forward(at: numbers)
    run.reverse(at: numbers)
    let gradient = run.gradient
    for index in numbers.indices {
      func moved(by step: Double) -> Double {
        var moved = numbers
        moved[index] += step
        return run.forward(at: moved)
      }
      let central = (moved(by: 1e-5) - moved(by: -1e-5)) / 2e-5
      #expect(abs(central - gradient[index]) < 1e-7 * max(1, abs(central)))
    }
  }
}
