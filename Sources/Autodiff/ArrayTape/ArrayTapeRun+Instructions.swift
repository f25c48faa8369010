import CArrays
import Expressions

extension ArrayTapeRun {
  private typealias Numbers = UnsafeMutablePointer<Double>

  private func at(_ piece: Int) -> Numbers { base + tape.places[piece] }

  private func at(_ operand: ArrayInstruction.Operand) -> Numbers {
    at(operand.piece) + operand.start
  }

  /// Executes an instruction.
  ///
  /// - Returns: whether all indices lie inside.
  func execute(_ instruction: ArrayInstruction) -> Bool {
    switch instruction {
    case .fill(let number, let count, let to): at(to).update(repeating: number, count: count)
    case .copy(let count, let from, let to): at(to).update(from: at(from), count: count)
    case .addScaled(let factor, let count, let from, let to):
      carrays_add_scaled(count, factor, at(from), at(to))
    case .move(let loop, let from, let to, let adds): move(loop, from, to, adds)
    case .map(let function, let count, let from, let to):
      carrays_map(function, count, at(from), at(to))
    case .mapReverse(let function, let count, let x, let y, let g, let to):
      carrays_map_reverse(function, count, at(x), at(y), at(g), at(to))
    case .activationReverse(let function, let count, let y, let g, let to):
      carrays_activation_reverse(
        1, count, function, at(y), count, at(g), count, at(to), count)
    case .combine(let operation, let loop, let a, let b, let to, let adds):
      let (first, second, result) = (at(a), at(b), at(to))
      for outer in 0..<loop.outer {
        carrays_combine(
          operation, loop.rows, loop.columns,
          carrays_operand(
            numbers: first + outer * a.steps.outer, row: a.steps.row, column: a.steps.column),
          carrays_operand(
            numbers: second + outer * b.steps.outer, row: b.steps.row, column: b.steps.column),
          result + outer * loop.rows * loop.columns, loop.columns, adds)
      }
    case .apply(let operation, let loop, let a, let b, let to):
      let (first, second, result) = (at(a), at(b), at(to))
      loop.forEach(a.steps, b.steps) { cell, x, y in
        result[cell] = .apply(operation, first[x], second[y])
      }
    case .slope(let operation, let loop, let a, let b, let isSecond, let y, let g, let to, let adds):
      let (first, second, value, upstream) = (at(a), at(b), at(y), at(g))
      let result = at(to)
      loop.forEach(a.steps, b.steps) { cell, x, y in
        let slopes = operation.localDerivatives(first[x], second[y], result: value[cell])
        let part = upstream[cell] * (isSecond ? slopes.1 : slopes.0)
        result[cell] = adds ? result[cell] + part : part
      }
    case .sums(let loop, let from, let to, let adds): sums(loop, at(from), at(to), adds)
    case .product(let product): multiply(product)
    case .dense(let dense, let function):
      carrays_dense(
        dense.m, dense.n, dense.k, at(dense.x), dense.k, at(dense.w), dense.n, at(dense.b),
        function, at(dense.h), dense.n)
    case .softmax(let rows, let columns, let from, let to):
      carrays_softmax(rows, columns, at(from), columns, at(to), columns)
    case .softmaxReverse(let rows, let columns, let p, let g, let to):
      carrays_softmax_reverse(
        rows, columns, at(p), columns, at(g), columns, at(to), columns)
    case .logSumExp(let rows, let columns, let from, let to):
      carrays_logsumexp(rows, columns, at(from), columns, at(to))
    case .indices(let count, let size, let from, let to):
      return writeIndices(count, below: size, at(from), at(to))
    case .crossEntropy(let cost, let to):
      at(to).pointee = carrays_cross_entropy(
        cost.rows, cost.columns, at(cost.logits), cost.columns, targets(of: cost))
    case .crossEntropyReverse(let cost, let p, let g, let to):
      carrays_cross_entropy_reverse(
        cost.rows, cost.columns, at(g).pointee / Double(cost.rows), at(p), cost.columns,
        targets(of: cost), at(to), cost.columns)
    case .rows(let count, let width, let indices, let from, let to):
      let places = whole(indices)
      for row in 0..<count {
        (at(to) + row * width).update(from: at(from) + places[row] * width, count: width)
      }
    case .addRows(let count, let width, let indices, let from, let to):
      let places = whole(indices)
      for row in 0..<count {
        carrays_add_scaled(width, 1, at(from) + row * width, at(to) + places[row] * width)
      }
    case .general(let operation, let operands, let shapes, let to):
      return compute(operation, operands, shapes, at(to))
    }
    return true
  }

  private func move(
    _ loop: CellLoop, _ from: ArrayInstruction.Operand, _ to: ArrayInstruction.Operand, _ adds: Bool
  ) {
    let (source, target) = (at(from), at(to))
    if from.steps.column == 1, to.steps.column == 1 {
      for outer in 0..<loop.outer {
        for row in 0..<loop.rows {
          let run = source + outer * from.steps.outer + row * from.steps.row
          let place = target + outer * to.steps.outer + row * to.steps.row
          if adds {
            carrays_add_scaled(loop.columns, 1, run, place)
          } else {
            place.update(from: run, count: loop.columns)
          }
        }
      }
      return
    }
    loop.forEach(from.steps, to.steps) { _, x, y in
      target[y] = adds ? target[y] + source[x] : source[x]
    }
  }

  private func sums(_ loop: SumLoop, _ from: Numbers, _ to: Numbers, _ adds: Bool) {
    let size = loop.rows * loop.columns
    for outer in 0..<loop.outer {
      if loop.isAlongRows {
        carrays_row_sums(
          loop.rows, loop.columns, from + outer * size, loop.columns, to, adds || outer > 0)
      } else {
        carrays_column_sums(
          loop.rows, loop.columns, from + outer * size, loop.columns, to + outer * loop.columns,
          adds)
      }
    }
  }

  private func multiply(_ product: ArrayInstruction.Product) {
    let (m, n, k) = (product.m, product.n, product.k)
    for index in 0..<product.count {
      let a = at(product.a) + index * product.aStep
      let b = at(product.b) + index * product.bStep
      let c = at(product.c) + index * product.cStep
      let adds = product.adds || product.cStep == 0 && index > 0
      switch product.transposed {
      case .none: carrays_multiply(m, n, k, a, k, b, n, c, n, adds)
      case .left: carrays_multiply_transposed_left(m, n, k, a, m, b, n, c, n, adds)
      case .right: carrays_multiply_transposed_right(m, n, k, a, k, b, k, c, n, adds)
      }
    }
  }

  // MARK: Indices

  /// A piece whose numbers are whole, as the kernels take them.
  private func whole(_ piece: Int) -> UnsafeMutablePointer<Int> {
    UnsafeMutableRawPointer(at(piece)).assumingMemoryBound(to: Int.self)
  }

  private func writeIndices(_ count: Int, below size: Int, _ from: Numbers, _ to: Numbers) -> Bool {
    let raw = UnsafeMutableRawPointer(to)
    for place in 0..<count {
      guard let index = Int(exactly: from[place]), -size..<size ~= index else { return false }
      raw.storeBytes(
        of: index < 0 ? size + index : index, toByteOffset: place * MemoryLayout<Int>.stride,
        as: Int.self)
    }
    return true
  }

  private func targets(of cost: ArrayInstruction.CrossEntropy) -> carrays_targets {
    cost.isShares
      ? carrays_targets(classes: nil, shares: at(cost.targets), ldshares: cost.columns)
      : carrays_targets(classes: whole(cost.targets), shares: nil, ldshares: 0)
  }

  // MARK: The rest

  private func compute(
    _ operation: ArrayOperation, _ operands: [Int], _ shapes: [Shape], _ to: Numbers
  ) -> Bool {
    let arrays = zip(operands, shapes).map { piece, shape in
      NumericArray(Array(UnsafeBufferPointer(start: at(piece), count: shape.count)), shape: shape)
    }
    guard let value = operation.value(of: arrays) else { return false }
    value.elements.withUnsafeBufferPointer { numbers in
      if let start = numbers.baseAddress { to.update(from: start, count: numbers.count) }
    }
    return true
  }
}

extension CellLoop {
  /// Calls a function for each cell, with the cell's number and its places in two arrays.
  @inline(__always)
  func forEach(_ a: Steps, _ b: Steps, _ body: (_ cell: Int, _ x: Int, _ y: Int) -> Void) {
    var cell = 0
    for outer in 0..<self.outer {
      for row in 0..<rows {
        var x = outer * a.outer + row * a.row
        var y = outer * b.outer + row * b.row
        for _ in 0..<columns {
          body(cell, x, y)
          cell += 1
          x += a.column
          y += b.column
        }
      }
    }
  }
}
