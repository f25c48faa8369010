import Glibc

extension ArrayOperation {
  /// The result of the operation.
  ///
  /// - Parameter operands: arrays whose shapes the operation takes.
  /// - Returns: `nil` where an index lies outside, which only numbers tell.
  /// - Complexity: O(n) in the numbers of operands and result; of a product, in its multiplications.
  public func value(of operands: [NumericArray]) -> NumericArray? {
    guard let shape = try? shape(of: operands.map(\.shape)) else { return nil }
    switch self {
    case .literal(let array): return array
    case .filled(let number, let shape): return NumericArray(filledWith: number, shape: shape)
    case .identity(let n):
      var result = NumericArray(filledWith: 0, shape: shape)
      for index in 0..<n { result[index * (n + 1)] = 1 }
      return result
    // Numbers are drawn where a graph is read, which knows name and seed.
    case .random: return nil
    case .product: return ArrayOperation.product(operands[0], operands[1], shape)
    case .entrywise: return .join(operands[0], operands[1], *)
    case .outer:
      let (a, b) = (operands[0].elements, operands[1].elements)
      return NumericArray(a.flatMap { a in b.map { a * $0 } }, shape: shape)
    case .transpose:
      var strides = operands[0].shape.strides
      strides.swapAt(strides.count - 1, strides.count - 2)
      return NumericArray(
        shape.count == 0 ? [] : operands[0].gathered(shape, strides), shape: shape)
    case .reduce(let reduction, let axis, _):
      return operands[0].along(axis) { [reduction.value(of: $0)] }.reshaped(to: shape)
    case .extremum(let isMaximum, let axis):
      return operands[0].along(axis) { numbers in
        let place = isMaximum ? numbers.firstMaximum : numbers.firstMinimum
        return numbers.indices.map { $0 == place ? 1 : 0 }
      }
    case .softmax(let axis): return operands[0].along(axis, \.softmax)
    case .logSumExp(let axis):
      return operands[0].along(axis) { [$0.logSumExp] }.reshaped(to: shape)
    case .crossEntropy: return ArrayOperation.crossEntropy(operands[0], operands[1])
    case .part(let cuts):
      let from = operands[0].shape
      guard let extents = try? ArrayOperation.extents(of: from, cuts) else { return nil }
      let start = zip(extents, from.strides).reduce(0) { $0 + $1.0.start * $1.1 }
      let taken = operands[0].gathered(Shape(extents.map(\.count)), from.strides, from: start)
      return NumericArray(shape.count == 0 ? [] : taken, shape: shape)
    case .rows:
      let size = operands[0].shape.sizes[0]
      guard let rows = operands[1].indices(below: size) else { return nil }
      let width = size == 0 ? 0 : operands[0].elements.count / size
      return NumericArray(
        rows.flatMap { operands[0].elements[$0 * width..<($0 + 1) * width] }, shape: shape)
    case .picked:
      let width = operands[0].shape.sizes[1]
      guard let places = operands[1].indices(below: width) else { return nil }
      return NumericArray(
        places.enumerated().map { operands[0][$0 * width + $1] }, shape: shape)
    case .concatenate(let index):
      return ArrayOperation.concatenated(operands, along: shape.axis(index) ?? 0, shape)
    case .reshape: return operands[0].reshaped(to: shape)
    case .broadcast: return operands[0].spread(to: shape)
    case .convolution: return operands[0].convolved(with: operands[1], shape)
    case .maximumPool(let size):
      return NumericArray(
        operands[0].blocks(of: size).map { block in
          let numbers = block.map { operands[0][$0] }
          return numbers[numbers.firstMaximum]
        }, shape: shape)
    case .unpool(let size):
      var result = NumericArray(filledWith: 0, shape: shape)
      for (block, number) in zip(operands[1].blocks(of: size), operands[0].elements) {
        result[block[block.map { operands[1][$0] }.firstMaximum]] += number
      }
      return result
    case .compare(let comparison):
      return .join(operands[0], operands[1]) { comparison.holds($0, $1) ? 1 : 0 }
    case .choose:
      let (condition, a, b) = (
        operands[0].spread(to: shape), operands[1].spread(to: shape), operands[2].spread(to: shape)
      )
      return NumericArray(
        condition.elements.indices.map { condition[$0] != 0 ? a[$0] : b[$0] }, shape: shape)
    case .flip: return NumericArray(operands[0].elements.reversed(), shape: shape)
    case .pad(let paddings):
      var result = NumericArray(filledWith: 0, shape: shape)
      result.add(operands[0], at: paddings.map(\.before))
      return result
    case .diagonal:
      if operands[0].shape.axes == 2 {
        let width = operands[0].shape.sizes[1]
        return NumericArray((0..<shape.count).map { operands[0][$0 * (width + 1)] }, shape: shape)
      }
      var result = NumericArray(filledWith: 0, shape: shape)
      let n = operands[0].elements.count
      for (index, number) in operands[0].elements.enumerated() { result[index * (n + 1)] = number }
      return result
    case .oneHot(let n):
      guard let places = operands[0].indices(below: n) else { return nil }
      var result = NumericArray(filledWith: 0, shape: shape)
      for (row, place) in places.enumerated() { result[row * n + place] = 1 }
      return result
    case .scatter(let n):
      guard let rows = operands[1].indices(below: n) else { return nil }
      var result = NumericArray(filledWith: 0, shape: shape)
      let width = n == 0 ? 0 : shape.count / n
      for (index, row) in rows.enumerated() {
        for column in 0..<width {
          result[row * width + column] += operands[0][index * width + column]
        }
      }
      return result
    }
  }

  private static func product(
    _ a: NumericArray, _ b: NumericArray, _ shape: Shape
  ) -> NumericArray {
    let inner = a.shape.sizes[a.shape.axes - 1]
    let rows = a.shape.axes == 1 ? 1 : a.shape.sizes[a.shape.axes - 2]
    let columns = b.shape.axes == 1 ? 1 : b.shape.sizes[b.shape.axes - 1]
    let counts = Shape(
      Array(shape.sizes.dropLast((a.shape.axes > 1 ? 1 : 0) + (b.shape.axes > 1 ? 1 : 0))))
    let first = a.spread(to: Shape(counts.sizes + Array(a.shape.sizes.suffix(2))))
    let second = b.spread(to: Shape(counts.sizes + Array(b.shape.sizes.suffix(2))))
    var result = Array(repeating: 0.0, count: shape.count)
    for count in 0..<counts.count {
      let (start, other) = (count * rows * inner, count * inner * columns)
      for row in 0..<rows {
        let place = (count * rows + row) * columns
        for index in 0..<inner {
          let factor = first[start + row * inner + index]
          for column in 0..<columns {
            result[place + column] += factor * second[other + index * columns + column]
          }
        }
      }
    }
    return NumericArray(result, shape: shape)
  }

  private static func crossEntropy(
    _ logits: NumericArray, _ targets: NumericArray
  ) -> NumericArray? {
    let width = logits.shape.sizes[logits.shape.axes - 1]
    let count = logits.elements.count / width
    var sum = 0.0
    let isShares = targets.shape == logits.shape
    let places = isShares ? [] : targets.indices(below: width)
    guard let places else { return nil }
    for row in 0..<count {
      let numbers = Array(logits.elements[row * width..<(row + 1) * width])
      let normalizer = numbers.logSumExp
      if isShares {
        for (column, number) in numbers.enumerated() {
          let share = targets[row * width + column]
          if share != 0 { sum += share * (normalizer - number) }
        }
      } else {
        sum += normalizer - numbers[places[row]]
      }
    }
    return NumericArray(sum / Double(count))
  }

  private static func concatenated(
    _ operands: [NumericArray], along axis: Int, _ shape: Shape
  ) -> NumericArray {
    var result = NumericArray(filledWith: 0, shape: shape)
    var corner = shape.sizes.map { _ in 0 }
    for operand in operands {
      result.add(operand, at: corner)
      corner[axis] += operand.shape.sizes[axis]
    }
    return result
  }
}

extension ArrayOperation.Reduction {
  func value(of numbers: [Double]) -> Double {
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .mean: return numbers.reduce(0, +) / Double(numbers.count)
    case .max: return numbers[numbers.firstMaximum]
    case .min: return numbers[numbers.firstMinimum]
    case .var:
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
    case .norm: return numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }
}

extension [Double] {
  /// The place of the first largest number.
  fileprivate var firstMaximum: Int {
    indices.reduce(0) { self[$1] > self[$0] || self[$1].isNaN ? $1 : $0 }
  }

  fileprivate var firstMinimum: Int {
    indices.reduce(0) { self[$1] < self[$0] || self[$1].isNaN ? $1 : $0 }
  }

  /// ln Σ exp, so computed that no power is too large.
  fileprivate var logSumExp: Double {
    guard let largest = self.max(), largest.isFinite else { return self.max() ?? -.infinity }
    return largest + log(reduce(0) { $0 + exp($1 - largest) })
  }

  fileprivate var softmax: [Double] {
    let largest = self.max() ?? 0
    let powers = map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
