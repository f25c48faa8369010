/// Numbers along axes: a number, a vector, a matrix, or three axes.
public struct NumericArray: Hashable, Sendable {
  public let shape: Shape
  /// The numbers, the last axis running fastest.
  public private(set) var elements: [Double]

  /// - Precondition: there are as many numbers as the shape has.
  public init(_ elements: [Double], shape: Shape) {
    precondition(elements.count == shape.count, "an array has as many numbers as its shape")
    self.shape = shape
    self.elements = elements
  }

  public init(_ number: Double) {
    self.init([number], shape: .number)
  }

  /// One number everywhere.
  public init(filledWith number: Double, shape: Shape) {
    self.init(Array(repeating: number, count: shape.count), shape: shape)
  }

  public init(_ vector: [Double]) {
    self.init(vector, shape: Shape(vector.count))
  }

  /// - Precondition: the rows have one length.
  public init(_ rows: [[Double]]) {
    self.init(rows.flatMap { $0 }, shape: Shape(rows.count, rows.first?.count ?? 0))
  }

  /// The number, where there is but one.
  public var number: Double? { elements.count == 1 ? elements[0] : nil }

  public subscript(index: Int) -> Double {
    get { elements[index] }
    set { elements[index] = newValue }
  }

  /// The place of a cell in `elements`.
  ///
  /// - Precondition: there is an index for each axis, none beyond it.
  public func place(of cell: [Int]) -> Int {
    zip(cell, shape.strides).reduce(0) { $0 + $1.0 * $1.1 }
  }

  public var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  /// The same numbers in another shape of as many.
  public func reshaped(to shape: Shape) -> NumericArray { NumericArray(elements, shape: shape) }

  public func map(_ transform: (Double) -> Double) -> NumericArray {
    NumericArray(elements.map(transform), shape: shape)
  }

  /// Joins two arrays number by number, each spread to the shape of both.
  ///
  /// - Precondition: the shapes go together.
  /// - Complexity: O(n) in the numbers of the result.
  package static func join(
    _ a: NumericArray, _ b: NumericArray, _ join: (Double, Double) -> Double
  ) -> NumericArray {
    if a.shape == b.shape {
      return NumericArray(zip(a.elements, b.elements).map(join), shape: a.shape)
    }
    guard let shape = Shape.broadcast(a.shape, b.shape) else {
      preconditionFailure("the shapes of \(a.shape.text) and \(b.shape.text) go together")
    }
    let (first, second) = (a.spread(to: shape), b.spread(to: shape))
    return NumericArray(zip(first.elements, second.elements).map(join), shape: shape)
  }

  /// The array repeated along the axes that it lacks, or has one number along.
  ///
  /// - Precondition: it can be spread to the shape.
  package func spread(to larger: Shape) -> NumericArray {
    if larger == shape { return self }
    if let number, shape.count == 1 { return NumericArray(filledWith: number, shape: larger) }
    let strides = shape.spreadStrides(to: larger)
    return NumericArray(larger.count == 0 ? [] : gathered(larger, strides), shape: larger)
  }

  /// The numbers that lie at multiples of distances, in the order of a shape.
  func gathered(_ sizes: Shape, _ strides: [Int], from start: Int = 0) -> [Double] {
    var gathered: [Double] = []
    gathered.reserveCapacity(sizes.count)
    func walk(_ axis: Int, _ place: Int) {
      guard axis < sizes.axes else { return gathered.append(elements[place]) }
      for index in 0..<sizes.sizes[axis] { walk(axis + 1, place + index * strides[axis]) }
    }
    walk(0, start)
    return gathered
  }

  /// The array of another shape whose numbers are spread to this one's, each summed over where it was spread.
  package func summed(to smaller: Shape) -> NumericArray {
    if smaller == shape { return self }
    var sums = Array(repeating: 0.0, count: smaller.count)
    let strides = smaller.spreadStrides(to: shape)
    var index = 0
    func walk(_ axis: Int, _ place: Int) {
      guard axis < shape.axes else {
        sums[place] += elements[index]
        index += 1
        return
      }
      for step in 0..<shape.sizes[axis] { walk(axis + 1, place + step * strides[axis]) }
    }
    if shape.count > 0 { walk(0, 0) }
    return NumericArray(sums, shape: smaller)
  }
}

extension NumericArray {
  /// The array as it is typed: `3`, `[1, 2]`, `[[1, 2], [3, 4]]`.
  public var text: String { text { $0.shortestText } }

  /// The array as it is typed.
  ///
  /// - Parameter number: how each number is written.
  public func text(_ number: (Double) -> String) -> String {
    func part(_ axis: Int, _ start: Int) -> String {
      guard axis < shape.axes else { return number(elements[start]) }
      let stride = shape.strides[axis]
      let parts = (0..<shape.sizes[axis]).map { part(axis + 1, start + $0 * stride) }
      return "[\(parts.joined(separator: ", "))]"
    }
    return part(0, 0)
  }
}
