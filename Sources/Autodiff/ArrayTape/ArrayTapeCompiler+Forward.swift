import CArrays
import Expressions

extension ArrayTapeCompiler {
  // MARK: Number by number

  mutating func addUnary(_ operation: Operation, _ a: Int, _ result: Int) {
    let count = quantities[result].shape.count
    let (from, to) = (stored(a), ownPiece(result))
    guard count > 0 else { return }
    if let function = operation.kernel {
      emit(.map(function, count: count, from: from, to: to))
    } else {
      let cells = ArrayInstruction.Operand(piece: from, steps: CellLoop.Steps(column: 1))
      emit(.apply(operation, CellLoop(columns: count), cells, cells, to: to))
    }
  }

  mutating func addBinary(_ operation: Operation, _ a: Int, _ b: Int, _ result: Int) {
    let shape = quantities[result].shape
    let (first, second) = (stored(a), stored(b))
    let to = ownPiece(result)
    guard shape.count > 0 else { return }
    if let combination = operation.combination {
      combine(
        combination, first, quantities[a].shape, second, quantities[b].shape, to, shape)
    } else if operation == .power, contents[second] == [2] {
      combine(CARRAYS_MULTIPLY, first, quantities[a].shape, first, quantities[a].shape, to, shape)
    } else {
      let (loop, x, y) = spread(
        first, quantities[a].shape, second, quantities[b].shape, to: shape)
      emit(.apply(operation, loop, x, y, to: to))
    }
  }

  /// Joins two arrays that are spread to a shape.
  mutating func combine(
    _ operation: carrays_operation, _ a: Int, _ aShape: Shape, _ b: Int, _ bShape: Shape, _ to: Int,
    _ shape: Shape, adds: Bool = false
  ) {
    guard shape.count > 0 else { return }
    let (loop, x, y) = spread(a, aShape, b, bShape, to: shape)
    emit(.combine(operation, loop, x, y, to: to, adds: adds))
  }

  // MARK: Arrays

  mutating func addArray(_ operation: ArrayOperation, _ operands: [Int], _ result: Int) {
    let shape = quantities[result].shape
    switch operation {
    case .literal, .filled, .identity:
      let to = ownPiece(result)
      pieces[to].isKept = true
      contents[to] = operation.value(of: [])?.elements ?? []
    case .product: addProduct(operands[0], operands[1], result)
    case .entrywise: addBinary(.multiply, operands[0], operands[1], result)
    case .outer:
      let (m, n) = (quantities[operands[0]].shape, quantities[operands[1]].shape)
      combine(
        CARRAYS_MULTIPLY, stored(operands[0]), Shape(m.count, 1), stored(operands[1]), n,
        ownPiece(result), shape)
    case .transpose: quantities[result].transposed = operands[0]
    case .reshape: quantities[result].piece = stored(operands[0])
    case .broadcast:
      let from = quantities[operands[0]].shape
      move(stored(operands[0]), from.spreadStrides(to: shape), ownPiece(result), shape)
    case .reduce(.sum, let axis, _): addSum(operands[0], axis, result, isMean: false)
    case .reduce(.mean, let axis, _): addSum(operands[0], axis, result, isMean: true)
    case .softmax(let axis) where isLast(axis, operands[0]):
      let (rows, columns) = rows(of: operands[0])
      let (from, to) = (stored(operands[0]), ownPiece(result))
      guard shape.count > 0 else { return }
      emit(.softmax(rows: rows, columns: columns, from: from, to: to))
    case .logSumExp(let axis) where isLast(axis, operands[0]):
      let (rows, columns) = rows(of: operands[0])
      let (from, to) = (stored(operands[0]), ownPiece(result))
      guard shape.count > 0 else { return }
      emit(.logSumExp(rows: rows, columns: columns, from: from, to: to))
    case .crossEntropy:
      let cost = crossEntropy(operands[0], operands[1])
      let sum = piece(1)
      emit(.crossEntropy(cost, to: sum))
      combine(
        CARRAYS_DIVIDE, sum, .number, numberPiece(Double(cost.rows)), .number, ownPiece(result),
        .number)
    case .part(let cuts):
      let from = quantities[operands[0]].shape
      guard let extents = try? ArrayOperation.extents(of: from, cuts) else {
        preconditionFailure("a part was read for the shape that it is taken from")
      }
      let start = zip(extents, from.strides).reduce(0) { $0 + $1.0.start * $1.1 }
      let taken = Shape(extents.map(\.count))
      move(stored(operands[0]), from.strides, start: start, ownPiece(result), taken)
    case .rows:
      let from = quantities[operands[0]].shape
      let indices = indices(operands[1], below: from.sizes[0])
      let (source, to) = (stored(operands[0]), ownPiece(result))
      emit(
        .rows(
          count: quantities[operands[1]].shape.count, width: from.count / max(1, from.sizes[0]),
          indices: indices, from: source, to: to))
    case .concatenate(let index):
      let to = ownPiece(result)
      for (operand, start) in starts(of: operands, along: shape.axis(index) ?? 0) {
        let own = quantities[operand].shape
        guard own.count > 0 else { continue }
        let (loop, steps) = CellLoop.joined(own.sizes, [own.strides, shape.strides])
        emit(
          .move(
            loop, from: ArrayInstruction.Operand(piece: stored(operand), steps: steps[0]),
            to: ArrayInstruction.Operand(
              piece: to, start: start * shape.strides[shape.axis(index) ?? 0], steps: steps[1]),
            adds: false))
      }
    case .reduce, .extremum, .softmax, .logSumExp, .picked, .convolution, .maximumPool, .unpool,
      .compare, .choose, .flip, .pad, .diagonal, .oneHot, .scatter, .random:
      let from = operands.map { stored($0) }
      emit(
        .general(
          operation, from, operands.map { quantities[$0].shape }, to: ownPiece(result)))
    }
  }

  /// Where each operand begins along an axis.
  func starts(of operands: [Int], along axis: Int) -> [(operand: Int, start: Int)] {
    var start = 0
    return operands.map { operand in
      defer { start += quantities[operand].shape.sizes[axis] }
      return (operand, start)
    }
  }

  func isLast(_ axis: Int, _ quantity: Int) -> Bool {
    let shape = quantities[quantity].shape
    return shape.axis(axis) == shape.axes - 1
  }

  /// The numbers along the last axis as rows.
  func rows(of quantity: Int) -> (rows: Int, columns: Int) {
    let shape = quantities[quantity].shape
    let columns = shape.sizes.last ?? 1
    return (shape.count / max(1, columns), columns)
  }

  mutating func crossEntropy(_ logits: Int, _ targets: Int) -> ArrayInstruction.CrossEntropy {
    let (rows, columns) = rows(of: logits)
    let isShares = quantities[targets].shape == quantities[logits].shape
    return ArrayInstruction.CrossEntropy(
      rows: rows, columns: columns, logits: stored(logits),
      targets: isShares ? stored(targets) : indices(targets, below: columns), isShares: isShares)
  }

  private mutating func addSum(_ a: Int, _ index: Int?, _ result: Int, isMean: Bool) {
    let (from, shape) = (quantities[a].shape, quantities[result].shape)
    let axis = index.flatMap { from.axis($0) }
    let to = ownPiece(result)
    let sums = isMean ? piece(shape.count) : to
    sum(
      stored(a), from, along: from.sizes.indices.map { axis == nil || axis == $0 }, to: sums,
      adds: false)
    guard isMean else { return }
    let count = numberPiece(Double(axis.map { from.sizes[$0] } ?? from.count))
    combine(CARRAYS_DIVIDE, sums, shape, count, .number, to, shape)
  }

  /// Sums an array over some of its axes.
  mutating func sum(_ from: Int, _ shape: Shape, along isSummed: [Bool], to: Int, adds: Bool) {
    guard pieces[to].count > 0 else { return }
    if shape.count == 0 {
      if !adds { emit(.fill(0, count: pieces[to].count, to: to)) }
    } else {
      emit(.sums(SumLoop(shape.sizes, isSummed: isSummed), from: from, to: to, adds: adds))
    }
  }

  // MARK: Products

  /// A factor of a product: its numbers, and whether they lie transposed.
  private mutating func factor(_ quantity: Int) -> (source: Int, isTransposed: Bool) {
    if quantities[quantity].piece == nil, let source = quantities[quantity].transposed {
      return (source, true)
    }
    return (quantity, false)
  }

  /// The factors of a product as they are used, so that at most one lies transposed.
  mutating func factors(
    _ a: Int, _ b: Int
  ) -> (a: Int, aIsTransposed: Bool, b: Int, bIsTransposed: Bool) {
    let (first, second) = (factor(a), factor(b))
    if first.isTransposed, second.isTransposed { return (a, false, second.source, true) }
    return (first.source, first.isTransposed, second.source, second.isTransposed)
  }

  private mutating func addProduct(_ a: Int, _ b: Int, _ result: Int) {
    let (x, y) = (quantities[a].shape, quantities[b].shape)
    let used = factors(a, b)
    let product = ArrayInstruction.Product(
      transposed: used.aIsTransposed ? .left : used.bIsTransposed ? .right : .none,
      m: x.rowCount, n: y.columnCount, k: x.sizes[x.axes - 1], a: stored(used.a),
      b: stored(used.b), c: ownPiece(result),
      count: quantities[result].shape.matrixCount(atLeast: x, y), aStep: x.matrixStep,
      bStep: y.matrixStep, cStep: x.rowCount * y.columnCount)
    emit(product)
  }

  /// Multiplies, or where there is nothing to multiply writes zeros.
  mutating func emit(_ product: ArrayInstruction.Product) {
    guard pieces[product.c].count > 0 else { return }
    if product.count == 0 {
      if !product.adds { emit(.fill(0, count: pieces[product.c].count, to: product.c)) }
    } else {
      emit(.product(product))
    }
  }
}

extension Shape {
  /// The rows of each matrix of a left factor; a vector is a row.
  var rowCount: Int { axes == 1 ? 1 : sizes[axes - 2] }

  /// The columns of each matrix of a right factor; a vector is a column.
  var columnCount: Int { axes == 1 ? 1 : sizes[axes - 1] }

  /// How far the next matrix of a factor lies; 0 where it is the same one.
  var matrixStep: Int { axes == 3 && sizes[0] > 1 ? sizes[1] * sizes[2] : 0 }

  /// How many matrices are multiplied.
  func matrixCount(atLeast a: Shape, _ b: Shape) -> Int {
    a.axes == 3 || b.axes == 3 ? sizes[0] : 1
  }
}

extension Operation {
  /// The kernel for arrays that computes it.
  var kernel: carrays_function? {
    switch self {
    case .negate: CARRAYS_NEGATE
    case .exp: CARRAYS_EXP
    case .log: CARRAYS_LOG
    case .sqrt: CARRAYS_SQRT
    case .tanh: CARRAYS_TANH
    case .sigmoid: CARRAYS_SIGMOID
    case .relu: CARRAYS_RELU
    case .softplus: CARRAYS_SOFTPLUS
    case .abs: CARRAYS_ABS
    case .add, .subtract, .multiply, .divide, .power, .sin, .cos, .tan, .sign, .step, .min, .max:
      nil
    }
  }

  /// The kernel for arrays that joins two by it.
  var combination: carrays_operation? {
    switch self {
    case .add: CARRAYS_ADD
    case .subtract: CARRAYS_SUBTRACT
    case .multiply: CARRAYS_MULTIPLY
    case .divide: CARRAYS_DIVIDE
    case .negate, .power, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus,
      .abs, .sign, .step, .min, .max:
      nil
    }
  }
}
