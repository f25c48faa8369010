import Expressions

extension CellWriter {
  /// The cells of an operation on arrays.
  ///
  /// - Parameter value: its value, whose numbers stand for what only numbers tell.
  mutating func cells(
    of operation: ArrayOperation, _ operands: [CellArray], _ value: NumericArray
  ) -> [CellText] {
    let shape = value.shape
    switch operation {
    case .literal, .filled, .identity, .random, .extremum, .oneHot:
      return value.elements.map { CellText($0) }
    case .product: return CellWriter.product(operands[0], operands[1], shape)
    case .entrywise:
      let (a, b) = (operands[0], operands[1])
      return zip(
        CellWriter.spread(a.cells, a.shape, to: shape),
        CellWriter.spread(b.cells, b.shape, to: shape)
      ).map { $0 * $1 }
    case .outer: return operands[0].cells.flatMap { a in operands[1].cells.map { a * $0 } }
    case .reduce(let reduction, let axis, _):
      return operands[0].lines(along: axis).map { reduced($0, reduction) }
    case .softmax(let index):
      return softmax(operands[0], index)
    case .logSumExp(let axis):
      return operands[0].lines(along: axis).map { CellWriter.logarithmOfSum($0) }
    case .crossEntropy: return [crossEntropy(operands[0], operands[1])]
    case .convolution: return CellWriter.convolution(operands[0], operands[1], shape)
    case .maximumPool(let size):
      return operands[0].values.blocks(of: size).map { block in
        CellText.joined(block.map { operands[0].cells[$0] }) { .apply(.max, $0, $1) } ?? CellText(0)
      }
    case .compare(let comparison):
      let (a, b) = (operands[0], operands[1])
      return zip(
        CellWriter.spread(a.cells, a.shape, to: shape),
        CellWriter.spread(b.cells, b.shape, to: shape)
      ).map { CellWriter.compared($0, comparison, $1) }
    case .transpose, .part, .concatenate, .reshape, .broadcast, .flip, .pad, .diagonal, .rows,
      .picked, .unpool, .choose:
      return CellWriter.moved(operation, operands)
    case .scatter(let size): return CellWriter.scattered(operands[0], operands[1], size)
    }
  }

  // MARK: Sums and extremes

  private mutating func reduced(
    _ line: [CellText], _ reduction: ArrayOperation.Reduction
  ) -> CellText {
    let count = CellText(Double(line.count))
    switch reduction {
    case .sum: return CellText.sum(line)
    case .mean: return CellText.sum(line) / count
    case .max: return CellText.joined(line) { .apply(.max, $0, $1) } ?? CellText(0)
    case .min: return CellText.joined(line) { .apply(.min, $0, $1) } ?? CellText(0)
    case .var:
      let mean = named([CellText.sum(line) / count], .number)[0]
      return CellText.sum(line.map { .apply(.power, $0 - mean, CellText(2)) }) / count
    case .norm:
      let sum = CellText.sum(line.map { CellText.apply(.power, $0, CellText(2)) })
      return .apply(.sqrt, sum, sum)
    }
  }

  private mutating func softmax(_ a: CellArray, _ axis: Int) -> [CellText] {
    let powers = CellArray(a.cells.map { .apply(.exp, $0, $0) }, a.values)
    let sums = powers.lines(along: axis).map { named([CellText.sum($0)], .number)[0] }
    let strides = a.shape.reduced(along: a.shape.axis(axis), keepingAxes: true)
      .spreadStrides(to: a.shape)
    return zip(powers.cells, a.shape.cellIndices).map { power, index in
      power / sums[zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }]
    }
  }

  private static func logarithmOfSum(_ line: [CellText]) -> CellText {
    let sum = CellText.sum(line.map { .apply(.exp, $0, $0) })
    return .apply(.log, sum, sum)
  }

  private func crossEntropy(_ logits: CellArray, _ targets: CellArray) -> CellText {
    let lines = logits.lines(along: -1)
    let width = logits.shape.sizes.last ?? 1
    let isShares = logits.shape == targets.shape
    let parts = lines.enumerated().map { row, line -> CellText in
      let logarithm = CellWriter.logarithmOfSum(line)
      guard isShares else { return logarithm - line[targets.index(row, below: width)] }
      return CellText.sum(
        line.enumerated().map { targets.cells[row * width + $0] * (logarithm - $1) })
    }
    return lines.count == 1 ? parts[0] : CellText.sum(parts) / CellText(Double(lines.count))
  }

  private static func compared(
    _ a: CellText, _ comparison: ArrayOperation.Comparison, _ b: CellText
  ) -> CellText {
    let (above, below) = (CellText.apply(.step, a - b, a), CellText.apply(.step, b - a, a))
    return switch comparison {
    case .greater: above
    case .less: below
    case .atLeast: CellText(1) - below
    case .atMost: CellText(1) - above
    case .equal: CellText(1) - above - below
    }
  }

  // MARK: Products

  private static func product(_ a: CellArray, _ b: CellArray, _ shape: Shape) -> [CellText] {
    let (m, n) = (a.shape.rowCount, b.shape.columnCount)
    let inner = a.shape.sizes[a.shape.axes - 1]
    return (0..<shape.matrixCount(atLeast: a.shape, b.shape)).flatMap { count in
      (0..<m * n).map { cell in
        CellText.sum(
          (0..<inner).map { index in
            a.cells[count * a.shape.matrixStep + cell / n * inner + index]
              * b.cells[count * b.shape.matrixStep + index * n + cell % n]
          })
      }
    }
  }

  private static func convolution(
    _ a: CellArray, _ kernel: CellArray, _ shape: Shape
  ) -> [CellText] {
    let (strides, places) = (a.shape.strides, kernel.shape.cellIndices)
    return shape.cellIndices.map { corner in
      CellText.sum(
        zip(places, kernel.cells).map { place, weight in
          let cell = zip(strides, zip(corner, place)).reduce(0) { $0 + $1.0 * ($1.1.0 + $1.1.1) }
          return a.cells[cell] * weight
        })
    }
  }

  // MARK: Moved cells

  /// Operations that put numbers elsewhere: they are done with the numbers of cells.
  ///
  /// Cells are told apart by their place, from 1 on; 0 is a zero that is put in.
  private static func moved(_ operation: ArrayOperation, _ operands: [CellArray]) -> [CellText] {
    var cells = [CellText(0)]
    var places: [NumericArray] = []
    for (slot, operand) in operands.enumerated() {
      if operation.isData(operand: slot) {
        places.append(operand.values)
        continue
      }
      let start = cells.count
      cells += operand.cells
      places.append(
        NumericArray((0..<operand.cells.count).map { Double(start + $0) }, shape: operand.shape))
    }
    guard let result = operation.value(of: places) else {
      preconditionFailure("an operation is written out where it has a value")
    }
    return result.elements.map { cells[Int($0)] }
  }

  private static func scattered(
    _ a: CellArray, _ indices: CellArray, _ size: Int
  ) -> [CellText] {
    let width = a.cells.count / max(1, indices.cells.count)
    var sums: [[CellText]] = Array(repeating: [], count: size * width)
    for row in indices.cells.indices {
      for column in 0..<width {
        sums[indices.index(row, below: size) * width + column].append(a.cells[row * width + column])
      }
    }
    return sums.map { CellText.sum($0) }
  }
}
