import Expressions

/// How near two arrays are that are compared as results of formulas.
enum ArrayComparison {
  /// Whether two arrays have the same shape and, but for the machine's rounding, the same numbers.
  ///
  /// - Parameter size: the largest number that was met on the way, whose rounding may be left.
  static func isSame(_ a: NumericArray, _ b: NumericArray, size: Double = 0) -> Bool {
    guard a.shape == b.shape else { return false }
    let largest = max(size, b.elements.map(abs).max() ?? 0)
    return zip(a.elements, b.elements).allSatisfy { x, y in
      abs(x - y) <= 1e-9 * max(abs(x), abs(y)) + 1e-13 * largest
    }
  }

  /// The largest number of some arrays.
  static func size(_ arrays: [NumericArray]) -> Double {
    arrays.reduce(0) { size, array in
      array.elements.reduce(size) { $1.isFinite ? max($0, abs($1)) : $0 }
    }
  }
}
