/// What the table of operations computes with: numbers, or expressions.
public protocol Scalar {
  init(_ number: Double)

  /// Applies an operation; `b` is ignored by one with a single operand.
  static func apply(_ operation: Operation, _ a: Self, _ b: Self) -> Self

  /// n·xⁿ⁻¹, the slope of xⁿ as x moves.
  static func powerSlope(_ x: Self, _ n: Self) -> Self

  /// y·ln x, which is 0 where y is 0.
  static func xlogy(_ y: Self, _ x: Self) -> Self
}

extension Scalar {
  @inlinable @inline(__always)
  static func + (a: Self, b: Self) -> Self { apply(.add, a, b) }
  @inlinable @inline(__always)
  static func - (a: Self, b: Self) -> Self { apply(.subtract, a, b) }
  @inlinable @inline(__always)
  static func * (a: Self, b: Self) -> Self { apply(.multiply, a, b) }
  @inlinable @inline(__always)
  static func / (a: Self, b: Self) -> Self { apply(.divide, a, b) }
  @inlinable @inline(__always)
  static prefix func - (a: Self) -> Self { apply(.negate, a, a) }

  @inlinable @inline(__always)
  static func call(_ operation: Operation, _ a: Self) -> Self { apply(operation, a, a) }

  @inlinable
  public static func powerSlope(_ x: Self, _ n: Self) -> Self {
    n * apply(.power, x, n - Self(1))
  }

  @inlinable
  public static func xlogy(_ y: Self, _ x: Self) -> Self {
    y * call(.log, x)
  }
}
