import CArrays
import RandomNumbers
import Testing

/// Operations of two arrays, cell by cell, and sums.
@Suite struct CellTests {
  static let operations: [(carrays_operation, @Sendable (Double, Double) -> Double)] = [
    (CARRAYS_ADD, { $0 + $1 }), (CARRAYS_SUBTRACT, { $0 - $1 }), (CARRAYS_MULTIPLY, { $0 * $1 }),
    (CARRAYS_DIVIDE, { $0 / $1 }),
  ]

  static let shapes = [(0, 3), (3, 0), (1, 1), (2, 3), (5, 8), (7, 33), (40, 5)]

  /// How an operand is spread over the cells: a number of its own for each, a row, a column, a number, or lying.
  enum Spread: CaseIterable {
    case none, row, column, all, transposed

    func steps(_ m: Int, _ n: Int) -> (row: Int, column: Int) {
      switch self {
      case .none: (n, 1)
      case .row: (0, 1)
      case .column: (1, 0)
      case .all: (0, 0)
      case .transposed: (1, m)
      }
    }
  }

  @Test(arguments: Spread.allCases, Spread.allCases)
  func operandsAreSpreadOverTheCells(_ first: Spread, _ second: Spread) {
    for (m, n) in CellTests.shapes {
      var generator = SplitMix64(seed: UInt64(m * n))
      let a = Matrix(1, max(1, m * n), gap: 0) { _, _ in generator.number() }
      let b = Matrix(1, max(1, m * n), gap: 0) { _, _ in 1 + abs(generator.number()) }
      let before = Matrix(m, n, drawnBy: &generator)
      let (left, right) = (first.steps(m, n), second.steps(m, n))
      for instructions in availableInstructions {
        for (operation, apply) in CellTests.operations {
          for accumulates in [false, true] {
            var c = before
            with(instructions) {
              a.numbers.withUnsafeBufferPointer { a in
                b.numbers.withUnsafeBufferPointer { b in
                  carrays_combine(
                    operation, m, n,
                    carrays_operand(numbers: a.baseAddress, row: left.row, column: left.column),
                    carrays_operand(numbers: b.baseAddress, row: right.row, column: right.column),
                    &c.numbers, c.stride, accumulates)
                }
              }
            }
            let expected = before.with {
              let result = apply(
                a.numbers[$0 * left.row + $1 * left.column],
                b.numbers[$0 * right.row + $1 * right.column])
              return accumulates ? before[$0, $1] + result : result
            }
            expectClose(c, expected, tolerance: 1e-15, "\(m)×\(n), set \(instructions.rawValue)")
          }
        }
      }
    }
  }

  @Test(arguments: availableInstructions)
  func aMultipleIsAdded(instructions: carrays_instructions) {
    for count in FunctionTests.counts where count < 1000 {
      let x = FunctionTests.draw(count, -1...1, seed: 1)
      let before = FunctionTests.draw(count, -1...1, seed: 2) + [Matrix.untouched]
      var y = before
      with(instructions) { carrays_add_scaled(count, 0.3, x, &y) }
      let isClose = (0..<count).allSatisfy { abs(y[$0] - (before[$0] + 0.3 * x[$0])) <= 1e-15 }
      #expect(isClose && y[count] == Matrix.untouched, "\(count) numbers")
    }
  }

  /// Sums round alike on every processor.
  @Test(arguments: availableInstructions)
  func sumsHaveTheSameBitsWithAllInstructions(instructions: carrays_instructions) {
    for count in FunctionTests.counts {
      let x = FunctionTests.draw(count, -1...1, seed: 1)
      let plain = with(CARRAYS_PLAIN) { carrays_sum(count, x) }
      #expect(with(instructions) { carrays_sum(count, x) } == plain)
      #expect(abs(plain - x.reduce(0, +)) <= 1e-11)
      if count <= 32 { #expect(plain == x.reduce(0, +)) }
    }
  }

  @Test(arguments: availableInstructions)
  func rowsAndColumnsAreSummed(instructions: carrays_instructions) {
    for (m, n) in CellTests.shapes + [(3, 70), (70, 3)] {
      var generator = SplitMix64(seed: UInt64(m * n))
      let a = Matrix(m, n, drawnBy: &generator)
      for accumulates in [false, true] {
        let before = (0..<max(m, n) + 1).map { _ in generator.number() }
        var (rows, columns) = (before, before)
        with(instructions) {
          carrays_row_sums(m, n, a.numbers, a.stride, &rows, accumulates)
          carrays_column_sums(m, n, a.numbers, a.stride, &columns, accumulates)
        }
        let isRowSum = (0..<m).allSatisfy { row in
          let sum = (0..<n).reduce(0) { $0 + a[row, $1] }
          return abs(rows[row] - (accumulates ? before[row] + sum : sum)) <= 1e-13
        }
        let isColumnSum = (0..<n).allSatisfy { column in
          columns[column]
            == (0..<m).reduce(accumulates ? before[column] : 0) { $0 + a[$1, column] }
        }
        #expect(isRowSum && isColumnSum, "\(m)×\(n), accumulates: \(accumulates)")
        #expect(rows[m...] == before[m...] && columns[n...] == before[n...])
      }
    }
  }
}
