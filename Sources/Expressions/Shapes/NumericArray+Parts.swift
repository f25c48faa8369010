extension NumericArray {
  /// Replaces the numbers along an axis, or all of them, by those that a function makes of them.
  ///
  /// The result has the shape of what is left: as many numbers along the axis as the function returns.
  ///
  /// - Complexity: O(n).
  func along(_ index: Int?, _ transform: ([Double]) -> [Double]) -> NumericArray {
    guard let axis = index.flatMap({ shape.axis($0) }) else {
      let numbers = transform(elements)
      return NumericArray(
        numbers, shape: numbers.count == elements.count ? shape : Shape(numbers.count))
    }
    let size = shape.sizes[axis]
    let stride = shape.strides[axis]
    let outer = Shape(Array(shape.sizes[..<axis])).count
    // Where another axis is empty nothing is transformed, and still the result has its shape.
    let made = transform(Array(repeating: 0, count: size)).count
    var sizes = shape.sizes
    sizes[axis] = made
    var result = NumericArray(filledWith: 0, shape: Shape(sizes))
    for block in 0..<outer {
      for place in 0..<stride {
        let numbers = (0..<size).map { elements[(block * size + $0) * stride + place] }
        for (index, number) in transform(numbers).enumerated() {
          result[(block * made + index) * stride + place] = number
        }
      }
    }
    return result
  }

  /// The numbers as indices, negative ones from the end; `nil` if one is none.
  func indices(below size: Int) -> [Int]? {
    var indices: [Int] = []
    indices.reserveCapacity(elements.count)
    for number in elements {
      guard let index = Int(exactly: number), -size..<size ~= index else { return nil }
      indices.append(index < 0 ? size + index : index)
    }
    return indices
  }

  /// Adds a smaller array at a corner.
  ///
  /// - Precondition: it fits.
  mutating func add(_ part: NumericArray, at corner: [Int]) {
    let strides = shape.strides
    var index = 0
    func walk(_ axis: Int, _ place: Int, _ elements: inout [Double]) {
      guard axis < part.shape.axes else {
        elements[place] += part[index]
        index += 1
        return
      }
      for step in 0..<part.shape.sizes[axis] {
        walk(axis + 1, place + (corner[axis] + step) * strides[axis], &elements)
      }
    }
    guard part.shape.count > 0 else { return }
    var sums = elements
    walk(0, 0, &sums)
    self = NumericArray(sums, shape: shape)
  }

  /// The sums of a kernel laid on each place where it fits, not flipped.
  func convolved(with kernel: NumericArray, _ result: Shape) -> NumericArray {
    let (strides, kernelStrides) = (shape.strides, kernel.shape.strides)
    let isLine = shape.axes == 1
    let (height, width) = isLine ? (1, result.sizes[0]) : (result.sizes[0], result.sizes[1])
    let (rows, columns) =
      isLine ? (1, kernel.shape.sizes[0]) : (kernel.shape.sizes[0], kernel.shape.sizes[1])
    var sums: [Double] = []
    sums.reserveCapacity(result.count)
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0.0
        for row in 0..<rows {
          for column in 0..<columns {
            let place = isLine ? x + column : (y + row) * strides[0] + x + column
            let weight = isLine ? column : row * kernelStrides[0] + column
            sum += elements[place] * kernel[weight]
          }
        }
        sums.append(sum)
      }
    }
    return NumericArray(sums, shape: result)
  }

  /// For each block of a size along every axis the places of its numbers; what is left over at the end has no block.
  public func blocks(of size: Int) -> [[Int]] {
    if shape.axes == 1 {
      return (0..<shape.count / size).map { block in (0..<size).map { block * size + $0 } }
    }
    let (height, width) = (shape.sizes[0] / size, shape.sizes[1] / size)
    return (0..<height * width).map { block in
      let (y, x) = (block / width * size, block % width * size)
      return (0..<size * size).map { (y + $0 / size) * shape.sizes[1] + x + $0 % size }
    }
  }
}
