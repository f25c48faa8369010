import Expressions

extension NumericArray {
  /// Reads a `.npy` file, of version 1, 2 or 3.
  ///
  /// - Complexity: O(n) in the bytes.
  init(npy bytes: [UInt8]) throws(ArrayFileError) {
    let header = try NPYHeader(bytes)
    let shape = header.shape
    let expected = shape.count * header.kind.width
    guard bytes.count - header.dataStart == expected else {
      throw .field(.data, .size(expected: expected, found: bytes.count - header.dataStart))
    }
    var elements: [Double] = []
    elements.reserveCapacity(shape.count)
    // How far neighbours along each axis lie apart in the file.
    var steps = Array(repeating: header.kind.width, count: shape.axes)
    let order = header.isColumnMajor ? Array(shape.sizes.indices) : shape.sizes.indices.reversed()
    for (before, axis) in zip(order, order.dropFirst()) {
      steps[axis] = steps[before] * shape.sizes[before]
    }
    func read(_ axis: Int, _ place: Int) {
      guard axis < shape.axes else {
        return elements.append(header.kind.value(bytes, at: place))
      }
      for index in 0..<shape.sizes[axis] { read(axis + 1, place + index * steps[axis]) }
    }
    read(0, header.dataStart)
    self.init(elements, shape: shape)
    guard let odd = elements.firstIndex(where: { !$0.isFinite }) else { return }
    let text = elements[odd].isNaN ? "nan" : elements[odd] < 0 ? "-inf" : "inf"
    throw .field(.data, .notFinite(text, cell: shape.cell(odd)))
  }
}

extension Shape {
  /// The indices of the number at a place of a row-major layout.
  fileprivate func cell(_ place: Int) -> [Int] {
    var rest = place
    return sizes.reversed().map { size in
      defer { rest /= size }
      return rest % size
    }.reversed()
  }
}
