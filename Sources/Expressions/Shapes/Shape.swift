/// How many numbers a quantity has along each of its axes: none for a number, one for a vector, two for a matrix.
///
/// The rules are NumPy's: shapes are compared from the right, and an axis of one number is spread.
public struct Shape: Hashable, Sendable {
  public let sizes: [Int]

  /// A quantity has so many axes at most.
  public static let axisLimit = 3
  /// A quantity has so many numbers at most.
  public static let countLimit = 20_000_000

  public static let number = Shape([])

  /// - Precondition: no size is negative.
  public init(_ sizes: [Int]) {
    self.sizes = sizes
  }

  public init(_ sizes: Int...) {
    self.init(sizes)
  }

  public var axes: Int { sizes.count }

  public var isNumber: Bool { sizes.isEmpty }

  /// The number of numbers; `Int.max` for more than can be counted.
  public var count: Int {
    var count = 1
    for size in sizes {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      if overflows { return sizes.contains(0) ? 0 : .max }
      count = product
    }
    return count
  }

  /// The shape as it is written: `()`, `(3)`, `(3, 2)`.
  public var text: String { "(\(sizes.map(String.init).joined(separator: ", ")))" }

  /// The distance between neighbours along each axis, in a row-major layout.
  public var strides: [Int] {
    var strides = sizes
    var stride = 1
    for axis in sizes.indices.reversed() {
      strides[axis] = stride
      stride *= sizes[axis]
    }
    return strides
  }

  /// The axis that an index names, counted from the end where it is negative; `nil` if there is none.
  public func axis(_ index: Int) -> Int? {
    let axis = index < 0 ? axes + index : index
    return sizes.indices.contains(axis) ? axis : nil
  }

  /// The shape without one axis, or with one number along it.
  public func reduced(along axis: Int?, keepingAxes: Bool) -> Shape {
    guard let axis else {
      return keepingAxes ? Shape(sizes.map { _ in 1 }) : .number
    }
    var sizes = sizes
    if keepingAxes { sizes[axis] = 1 } else { sizes.remove(at: axis) }
    return Shape(sizes)
  }

  /// The shape to which both are spread where they meet number by number; `nil` if they do not go together.
  public static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    if a == b { return a }
    let axes = max(a.axes, b.axes)
    var sizes: [Int] = []
    for axis in 0..<axes {
      let first = axis - (axes - a.axes)
      let second = axis - (axes - b.axes)
      let m = first < 0 ? 1 : a.sizes[first]
      let n = second < 0 ? 1 : b.sizes[second]
      guard m == n || m == 1 || n == 1 else { return nil }
      sizes.append(m == 1 ? n : m)
    }
    return Shape(sizes)
  }

  /// Where a number of a larger array lies in one of this shape that is spread to it: the distance along each axis of
  /// the larger one, 0 where it is spread.
  public func spreadStrides(to larger: Shape) -> [Int] {
    let own = strides
    let missing = larger.axes - axes
    return larger.sizes.indices.map { axis in
      axis < missing || sizes[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }
}
