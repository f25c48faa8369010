import CArrays
import RandomNumbers
import Testing

/// Numbers row by row, with a gap after each row that nothing may write to.
struct Matrix: Hashable, CustomTestStringConvertible {
  let rows: Int
  let columns: Int
  let stride: Int
  var numbers: [Double]

  /// What stands in the gaps.
  static let untouched = 1234.5

  init(_ rows: Int, _ columns: Int, gap: Int = 0, _ number: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    stride = columns + gap
    numbers = [Double](repeating: Matrix.untouched, count: max(1, rows * stride))
    for row in 0..<rows {
      for column in 0..<columns { numbers[row * stride + column] = number(row, column) }
    }
  }

  /// Numbers from -1 to 1, and gaps of up to three numbers.
  init(_ rows: Int, _ columns: Int, drawnBy generator: inout SplitMix64) {
    let gap = generator.next(below: 4)
    self.init(rows, columns, gap: gap) { _, _ in generator.number() }
  }

  subscript(row: Int, column: Int) -> Double {
    get { numbers[row * stride + column] }
    set { numbers[row * stride + column] = newValue }
  }

  var transposed: Matrix { Matrix(columns, rows) { self[$1, $0] } }

  /// The same shape with other numbers.
  func with(_ number: (Int, Int) -> Double) -> Matrix {
    Matrix(rows, columns, gap: stride - columns, number)
  }

  var testDescription: String { "\(rows)×\(columns)" }
}

extension SplitMix64 {
  mutating func number() -> Double { Double(next() >> 11) * 0x1p-52 - 1 }
}

/// The sets of instructions that this processor has.
let availableInstructions = (0...carrays_widest().rawValue).map {
  carrays_instructions(rawValue: $0)
}

/// Lets a body use certain instructions, small arrays too.
func with<Result>(_ instructions: carrays_instructions, _ body: () -> Result) -> Result {
  carrays_force(instructions)
  defer { carrays_choose() }
  return body()
}

/// Expects the same numbers but for rounding, and the same gaps.
func expectClose(
  _ found: Matrix, _ expected: Matrix, tolerance: Double, _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let worst = zip(found.numbers, expected.numbers).map { abs($0 - $1) }.max() ?? 0
  #expect(
    found.numbers.count == expected.numbers.count && worst <= tolerance, comment,
    sourceLocation: sourceLocation)
}
