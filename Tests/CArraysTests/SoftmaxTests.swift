import CArrays
import Glibc
import RandomNumbers
import Testing

@Suite struct SoftmaxTests {
  static let shapes = [(0, 3), (3, 0), (1, 1), (2, 3), (32, 10), (5, 33), (3, 300)]

  /// Rows, what they should be, and all by plain loops.
  struct Case {
    let (m, n): (Int, Int)
    let z: Matrix
    let shares: Matrix
    let classes: [Int]
    let upstream: Matrix
    let before: Matrix
    let logarithms: [Double]
    let softmax: Matrix

    init(_ m: Int, _ n: Int, scale: Double) {
      var generator = SplitMix64(seed: UInt64(m * n))
      (self.m, self.n) = (m, n)
      let drawn = Matrix(m, n, drawnBy: &generator)
      z = drawn.with { drawn[$0, $1] * scale }
      shares = drawn.with { _, _ in (generator.number() + 1) / 2 }
      classes = (0..<m).map { _ in n == 0 ? 0 : generator.next(below: n) }
      upstream = Matrix(m, n, drawnBy: &generator)
      before = Matrix(m, n, drawnBy: &generator)
      var logarithms: [Double] = []
      for row in 0..<m {
        let numbers = (0..<n).map { drawn[row, $0] * scale }
        let most = numbers.max() ?? 0
        logarithms.append(most + log(numbers.reduce(0) { $0 + exp($1 - most) }))
      }
      self.logarithms = logarithms
      softmax = before.with { exp(drawn[$0, $1] * scale - logarithms[$0]) }
    }

    func share(_ row: Int, _ column: Int, ofClasses: Bool) -> Double {
      ofClasses ? (classes[row] == column ? 1 : 0) : shares[row, column]
    }
  }

  @Test(arguments: availableInstructions, [0.5, 3, 900])
  func rowsAndTheirLogarithmsAreWhatPlainLoopsCompute(
    instructions: carrays_instructions, scale: Double
  ) {
    for (m, n) in SoftmaxTests.shapes {
      let item = Case(m, n, scale: scale)
      var p = item.before
      var inPlace = item.z
      var logarithms = [Double](repeating: Matrix.untouched, count: m + 1)
      with(instructions) {
        carrays_softmax(m, n, item.z.numbers, item.z.stride, &p.numbers, p.stride)
        inPlace.numbers.withUnsafeMutableBufferPointer {
          carrays_softmax(m, n, $0.baseAddress, item.z.stride, $0.baseAddress, item.z.stride)
        }
        carrays_logsumexp(m, n, item.z.numbers, item.z.stride, &logarithms)
      }
      expectClose(p, item.softmax, tolerance: 1e-12, "\(m)×\(n)")
      expectClose(
        inPlace, item.z.with { item.softmax[$0, $1] }, tolerance: 1e-12, "\(m)×\(n) in place")
      let isClose = (0..<m).allSatisfy {
        n == 0
          ? logarithms[$0] == -.infinity
          : abs(logarithms[$0] - item.logarithms[$0]) <= 1e-13 * scale
      }
      #expect(isClose && logarithms[m] == Matrix.untouched)
    }
  }

  @Test(arguments: [false, true])
  func crossEntropyTakesClassesAndShares(ofClasses: Bool) {
    for (m, n) in SoftmaxTests.shapes where n > 0 {
      let item = Case(m, n, scale: 3)
      let p = item.softmax
      var expected = 0.0
      for row in 0..<m {
        for column in 0..<n {
          expected +=
            item.share(row, column, ofClasses: ofClasses)
            * (item.logarithms[row] - item.z[row, column])
        }
      }
      let reverse = item.before.with { row, column in
        let total = (0..<n).reduce(0) { $0 + item.share(row, $1, ofClasses: ofClasses) }
        let share = item.share(row, column, ofClasses: ofClasses)
        return item.before[row, column] + 0.25 * (p[row, column] * total - share)
      }
      for instructions in availableInstructions {
        var cost = 0.0
        var dz = item.before
        with(instructions) {
          item.classes.withUnsafeBufferPointer { classes in
            item.shares.numbers.withUnsafeBufferPointer { shares in
              let targets = carrays_targets(
                classes: ofClasses ? classes.baseAddress : nil,
                shares: ofClasses ? nil : shares.baseAddress, ldshares: item.shares.stride)
              cost = carrays_cross_entropy(m, n, item.z.numbers, item.z.stride, targets)
              carrays_cross_entropy_reverse(
                m, n, 0.25, p.numbers, p.stride, targets, &dz.numbers, dz.stride)
            }
          }
        }
        #expect(abs(cost - expected) <= 1e-12 * (1 + abs(expected)))
        expectClose(dz, reverse, tolerance: 1e-14, "\(m)×\(n)")
      }
    }
  }

  @Test func itsReverseTakesEachRowAsAWhole() {
    for (m, n) in SoftmaxTests.shapes {
      let item = Case(m, n, scale: 3)
      let p = item.softmax
      var dz = item.before
      carrays_softmax_reverse(
        m, n, p.numbers, p.stride, item.upstream.numbers, item.upstream.stride, &dz.numbers,
        dz.stride)
      let expected = item.before.with { row, column in
        let sum = (0..<n).reduce(0) { $0 + p[row, $1] * item.upstream[row, $1] }
        return item.before[row, column]
          + p[row, column] * (item.upstream[row, column] - sum)
      }
      expectClose(dz, expected, tolerance: 1e-14, "\(m)×\(n)")
    }
  }
}
