import CArrays
import RandomNumbers
import Testing

/// One product, and its numbers by plain loops.
struct ProductCase {
  enum Form: CaseIterable {
    case plain, transposedLeft, transposedRight
  }

  let form: Form
  let accumulates: Bool
  let (m, n, k): (Int, Int, Int)
  /// As they stand in memory.
  let a: Matrix
  let b: Matrix
  let before: Matrix

  init(_ form: Form, _ m: Int, _ n: Int, _ k: Int, accumulates: Bool, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    self.form = form
    self.accumulates = accumulates
    (self.m, self.n, self.k) = (m, n, k)
    a =
      form == .transposedLeft
      ? Matrix(k, m, drawnBy: &generator) : Matrix(m, k, drawnBy: &generator)
    b =
      form == .transposedRight
      ? Matrix(n, k, drawnBy: &generator) : Matrix(k, n, drawnBy: &generator)
    before = Matrix(m, n, drawnBy: &generator)
  }

  var expected: Matrix {
    let left = form == .transposedLeft ? a.transposed : a
    let right = form == .transposedRight ? b.transposed : b
    return before.with { row, column in
      (0..<k).reduce(accumulates ? before[row, column] : 0) {
        $0 + left[row, $1] * right[$1, column]
      }
    }
  }

  var found: Matrix {
    var c = before
    let multiply =
      switch form {
      case .plain: carrays_multiply
      case .transposedLeft: carrays_multiply_transposed_left
      case .transposedRight: carrays_multiply_transposed_right
      }
    multiply(
      m, n, k, a.numbers, a.stride, b.numbers, b.stride, &c.numbers, c.stride, accumulates)
    return c
  }

  var comment: Comment { "\(form), m \(m), n \(n), k \(k), accumulates: \(accumulates)" }
}

@Suite struct ProductTests {
  /// Sizes around those of vectors and tiles, and empty ones.
  static let sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 33, 49]

  @Test(arguments: ProductCase.Form.allCases)
  func aProductIsWhatPlainLoopsCompute(form: ProductCase.Form) {
    var generator = SplitMix64(seed: 7)
    func size() -> Int { ProductTests.sizes[generator.next(below: ProductTests.sizes.count)] }
    for seed in 0..<150 {
      let product = ProductCase(
        form, size(), size(), size(), accumulates: seed % 2 == 1, seed: UInt64(seed))
      expectEachSetComputes(product, tolerance: 1e-13)
    }
  }

  /// So long that they are computed in blocks of rows and panels of columns.
  @Test(arguments: ProductCase.Form.allCases)
  func aLargeProductIsWhatPlainLoopsCompute(form: ProductCase.Form) {
    for (m, n, k) in [(65, 50, 257), (3, 77, 600), (130, 9, 513), (1, 300, 300), (300, 1, 301)] {
      let product = ProductCase(form, m, n, k, accumulates: m % 2 == 1, seed: 3)
      expectEachSetComputes(product, tolerance: 1e-12)
    }
  }

  /// With gaps and without, since a column that lies in one go is computed as a row.
  @Test(arguments: ProductCase.Form.allCases)
  func aSingleRowOrColumnIsWhatPlainLoopsCompute(form: ProductCase.Form) {
    for seed in 0..<16 {
      let (m, n) = seed % 2 == 0 ? (1, 37) : (37, 1)
      let product = ProductCase(form, m, n, 50, accumulates: seed % 4 > 1, seed: UInt64(seed))
      expectEachSetComputes(product, tolerance: 1e-13)
    }
  }

  private func expectEachSetComputes(_ product: ProductCase, tolerance: Double) {
    let expected = product.expected
    for instructions in availableInstructions {
      let found = with(instructions) { product.found }
      expectClose(
        found, expected, tolerance: tolerance, "\(product.comment), set \(instructions.rawValue)")
    }
  }

  /// 1,024 multiplications: what a learner reads has the digits of single numbers.
  @Test(arguments: ProductCase.Form.allCases)
  func aSmallProductHasTheDigitsOfSingleNumbers(form: ProductCase.Form) {
    for (seed, (m, n, k)) in [(4, 3, 8), (1, 1, 1024), (8, 8, 16), (1024, 1, 1), (1, 32, 32)]
      .enumerated()
    {
      for accumulates in [false, true] {
        let product = ProductCase(
          form, m, n, k, accumulates: accumulates, seed: UInt64(seed))
        #expect(product.found == product.expected, product.comment)
      }
    }
  }

  @Test(arguments: ProductCase.Form.allCases, availableInstructions)
  func theNumberOfThreadsChangesNoBit(
    form: ProductCase.Form, instructions: carrays_instructions
  ) {
    for (m, n, k) in [(64, 130, 300), (500, 33, 70), (130, 131, 132), (900, 1, 700), (1, 900, 700)]
    {
      let product = ProductCase(form, m, n, k, accumulates: true, seed: 5)
      let many = with(instructions) { product.found }
      carrays_limit_threads(1)
      defer { carrays_limit_threads(0) }
      let one = with(instructions) { product.found }
      #expect(one == many, product.comment)
    }
  }

  /// Not only where the columns happen to be divided.
  @Test(arguments: availableInstructions)
  func aRowDoesNotDependOnTheOthers(instructions: carrays_instructions) {
    let product = ProductCase(.plain, 21, 29, 40, accumulates: false, seed: 11)
    let whole = with(instructions) { product.found }
    for row in 0..<product.m {
      var alone = product.before
      with(instructions) {
        product.a.numbers.withUnsafeBufferPointer { a in
          carrays_multiply(
            1, product.n, product.k, a.baseAddress.map { $0 + row * product.a.stride },
            product.a.stride, product.b.numbers, product.b.stride, &alone.numbers, alone.stride,
            false)
        }
      }
      #expect((0..<product.n).allSatisfy { alone[0, $0] == whole[row, $0] })
    }
  }
}
