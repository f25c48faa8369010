import CArrays
import Expressions

extension ArrayTapeCompiler {
  /// Compiles the reverse sweep over all that was recorded; the derivatives to begin with are there.
  mutating func addReverse() {
    for (node, record) in records.reversed() {
      self.node = node
      switch record {
      case .same(let a, let result):
        if let g = quantities[result].adjoint { pass(g, to: a) }
      case .unary(let operation, let a, let result):
        if let g = quantities[result].adjoint { reverseUnary(operation, a, result, g) }
      case .binary(let operation, let a, let b, let result):
        if let g = quantities[result].adjoint { reverseBinary(operation, a, b, result, g) }
      case .array(let operation, let operands, let result):
        if let g = quantities[result].adjoint { reverseArray(operation, operands, result, g) }
      case .dense(let function, let x, let w, let b, let result):
        if let g = quantities[result].adjoint { reverseDense(function, x, w, b, result, g) }
      }
    }
  }

  // MARK: Sums of contributions

  /// Where a contribution goes, and whether something is there already.
  mutating func target(_ quantity: Int) -> (piece: Int, adds: Bool) {
    if let piece = quantities[quantity].adjoint { return (piece, true) }
    let piece = piece(quantities[quantity].shape.count, isKept: quantities[quantity].isNode)
    quantities[quantity].adjoint = piece
    return (piece, false)
  }

  /// Where an instruction that adds may add: zeros, where nothing is there.
  mutating func sumTarget(_ quantity: Int) -> Int {
    let (to, adds) = target(quantity)
    if !adds { emit(.fill(0, count: pieces[to].count, to: to)) }
    return to
  }

  /// A contribution that was computed, in the shape of the quantity.
  mutating func pass(_ from: Int, to quantity: Int) {
    guard quantities[quantity].isWanted, quantities[quantity].shape.count > 0 else { return }
    let item = quantities[quantity]
    // What is used once has the very derivative of what it is used in.
    if item.adjoint == nil, !item.isNode, item.uses == 1 {
      quantities[quantity].adjoint = from
      return
    }
    let count = item.shape.count
    let (to, adds) = target(quantity)
    emit(
      adds
        ? .addScaled(1, count: count, from: from, to: to) : .copy(count: count, from: from, to: to))
  }

  /// A contribution in a larger shape, summed over where the quantity was spread.
  mutating func passSum(_ from: Int, _ shape: Shape, to quantity: Int) {
    let own = quantities[quantity].shape
    if own == shape { return pass(from, to: quantity) }
    guard quantities[quantity].isWanted, own.count > 0 else { return }
    let missing = shape.axes - own.axes
    let isSummed = shape.sizes.indices.map { axis in
      axis < missing || own.sizes[axis - missing] == 1
    }
    let (to, adds) = target(quantity)
    sum(from, shape, along: isSummed, to: to, adds: adds)
  }

  // MARK: Number by number

  private mutating func reverseUnary(_ operation: Operation, _ a: Int, _ result: Int, _ g: Int) {
    let count = quantities[a].shape.count
    guard quantities[a].isWanted, count > 0 else { return }
    let (x, y) = (stored(a), stored(result))
    switch operation {
    case .negate:
      let (to, adds) = target(a)
      emit(
        adds
          ? .addScaled(-1, count: count, from: g, to: to)
          : .map(CARRAYS_NEGATE, count: count, from: g, to: to))
    case .tanh, .sigmoid, .relu:
      guard let function = operation.kernel else { return }
      let (to, adds) = target(a)
      emit(
        adds
          ? .mapReverse(function, count: count, x: x, y: y, g: g, to: to)
          : .activationReverse(function, count: count, y: y, g: g, to: to))
    case .exp, .log, .sqrt, .softplus, .abs:
      guard let function = operation.kernel else { return }
      emit(.mapReverse(function, count: count, x: x, y: y, g: g, to: sumTarget(a)))
    case .sin, .cos, .tan, .sign, .step, .add, .subtract, .multiply, .divide, .power, .min, .max:
      let cells = ArrayInstruction.Operand(piece: x, steps: CellLoop.Steps(column: 1))
      let (to, adds) = target(a)
      emit(
        .slope(
          operation, CellLoop(columns: count), cells, cells, isSecond: false, y: y, g: g, to: to,
          adds: adds))
    }
  }

  private mutating func reverseBinary(
    _ operation: Operation, _ a: Int, _ b: Int, _ result: Int, _ g: Int
  ) {
    let shape = quantities[result].shape
    guard shape.count > 0 else { return reverseEmpty([a, b]) }
    for (operand, isSecond) in [(a, false), (b, true)] where quantities[operand].isWanted {
      if operation == .add {
        passSum(g, shape, to: operand)
        continue
      }
      let isSpread = quantities[operand].shape != shape
      let (to, adds) = isSpread ? (piece(shape.count), false) : target(operand)
      reverse(operation, a, b, result, g, isSecond: isSecond, to: to, adds: adds)
      if isSpread { passSum(to, shape, to: operand) }
    }
  }

  /// Sums over no cells are zeros.
  private mutating func reverseEmpty(_ operands: [Int]) {
    for operand in operands
    where quantities[operand].isWanted && quantities[operand].shape.count > 0 {
      _ = sumTarget(operand)
    }
  }

  /// G times a local derivative, in the shape of the result.
  private mutating func reverse(
    _ operation: Operation, _ a: Int, _ b: Int, _ result: Int, _ g: Int, isSecond: Bool, to: Int,
    adds: Bool
  ) {
    let shape = quantities[result].shape
    let (x, y) = (stored(a), stored(b))
    switch (operation, isSecond) {
    case (.subtract, false):
      emit(
        adds
          ? .addScaled(1, count: shape.count, from: g, to: to)
          : .copy(count: shape.count, from: g, to: to))
    case (.subtract, true):
      emit(
        adds
          ? .addScaled(-1, count: shape.count, from: g, to: to)
          : .map(CARRAYS_NEGATE, count: shape.count, from: g, to: to))
    case (.multiply, _):
      let (factor, own) = isSecond ? (x, quantities[a].shape) : (y, quantities[b].shape)
      combine(CARRAYS_MULTIPLY, g, shape, factor, own, to, shape, adds: adds)
    case (.divide, false):
      combine(CARRAYS_DIVIDE, g, shape, y, quantities[b].shape, to, shape, adds: adds)
    case (.power, false) where contents[y] == [2]:
      let half = piece(shape.count)
      combine(CARRAYS_MULTIPLY, g, shape, x, quantities[a].shape, half, shape)
      combine(CARRAYS_MULTIPLY, half, shape, y, .number, to, shape, adds: adds)
    default:
      let (loop, first, second) = spread(
        x, quantities[a].shape, y, quantities[b].shape, to: shape)
      emit(
        .slope(
          operation, loop, first, second, isSecond: isSecond, y: stored(result), g: g, to: to,
          adds: adds))
    }
  }

  // MARK: Arrays

  private mutating func reverseArray(
    _ operation: ArrayOperation, _ operands: [Int], _ result: Int, _ g: Int
  ) {
    let shape = quantities[result].shape
    let a = operands.first ?? result
    let own = quantities[a].shape
    switch operation {
    case .product: reverseProduct(operands[0], operands[1], result, g)
    case .entrywise: reverseBinary(.multiply, operands[0], operands[1], result, g)
    case .outer: reverseOuter(operands[0], operands[1], g)
    case .transpose: reverseMove(a, ArrayTapeCompiler.transposedStrides(own), shape, g)
    case .reshape: pass(g, to: a)
    case .broadcast: shape.count == 0 ? reverseEmpty([a]) : passSum(g, shape, to: a)
    case .reduce(.sum, let axis, _): reverseSum(a, axis, g, count: 1)
    case .reduce(.mean, let axis, _):
      reverseSum(a, axis, g, count: own.axis(axis ?? own.axes).map { own.sizes[$0] } ?? own.count)
    case .softmax(let axis) where isLast(axis, a):
      guard own.count > 0 else { return }
      let (rows, columns) = rows(of: a)
      emit(
        .softmaxReverse(
          rows: rows, columns: columns, p: stored(result), g: g, to: sumTarget(a)))
    case .crossEntropy: reverseCrossEntropy(operands[0], operands[1], result, g)
    case .part(let cuts):
      guard let extents = try? ArrayOperation.extents(of: own, cuts) else { return }
      let start = zip(extents, own.strides).reduce(0) { $0 + $1.0.start * $1.1 }
      reverseMove(a, own.strides, start: start, Shape(extents.map(\.count)), g)
    case .rows:
      guard quantities[a].isWanted, own.count > 0 else { return }
      emit(
        .addRows(
          count: quantities[operands[1]].shape.count, width: own.count / own.sizes[0],
          indices: indices(operands[1], below: own.sizes[0]), from: g, to: sumTarget(a)))
    case .concatenate(let index):
      let axis = shape.axis(index) ?? 0
      for (operand, start) in starts(of: operands, along: axis) {
        reversePart(of: shape, from: start * shape.strides[axis], operand, g)
      }
    case .literal, .filled, .identity, .random, .reduce, .extremum, .softmax, .logSumExp, .picked,
      .convolution, .maximumPool, .unpool, .compare, .choose, .flip, .pad, .diagonal, .oneHot,
      .scatter:
      for slot in operands.indices { reverseByRule(operation, operands, slot, result, g) }
    }
  }

  /// What follows from the table of rules, compiled as the formula that it is.
  private mutating func reverseByRule(
    _ operation: ArrayOperation, _ operands: [Int], _ slot: Int, _ result: Int, _ g: Int
  ) {
    let item = quantities[operands[slot]]
    guard item.isWanted, item.shape.count > 0,
      let rule = ArrayRule(
        operation, operand: slot, shapes: operands.map { quantities[$0].shape })?.expression
    else { return }
    let upstream = append(quantities[result].shape, piece: g, isWanted: false)
    let values = rule.names.map { name in
      if name == "G" { return upstream }
      if name == "Y" { return result }
      return operands[ArrayRule.operandNames.firstIndex(of: name) ?? 0]
    }
    let root = add(rule, at: values, isRecorded: false)
    pass(stored(root), to: operands[slot])
  }

  /// Adds what was copied to where it came from.
  private mutating func reverseMove(
    _ a: Int, _ strides: [Int], start: Int = 0, _ taken: Shape, _ g: Int
  ) {
    guard quantities[a].isWanted, quantities[a].shape.count > 0 else { return }
    let isWhole = taken.count == quantities[a].shape.count
    let (to, adds) = target(a)
    if !adds, !isWhole { emit(.fill(0, count: pieces[to].count, to: to)) }
    guard taken.count > 0 else { return }
    let (loop, steps) = CellLoop.joined(taken.sizes, [taken.strides, strides])
    emit(
      .move(
        loop, from: ArrayInstruction.Operand(piece: g, steps: steps[0]),
        to: ArrayInstruction.Operand(piece: to, start: start, steps: steps[1]),
        adds: adds || !isWhole))
  }

  /// Adds the part of a derivative that belongs to an operand.
  private mutating func reversePart(of shape: Shape, from start: Int, _ operand: Int, _ g: Int) {
    let own = quantities[operand].shape
    guard quantities[operand].isWanted, own.count > 0 else { return }
    let (to, adds) = target(operand)
    let (loop, steps) = CellLoop.joined(own.sizes, [shape.strides, own.strides])
    emit(
      .move(
        loop, from: ArrayInstruction.Operand(piece: g, start: start, steps: steps[0]),
        to: ArrayInstruction.Operand(piece: to, steps: steps[1]), adds: adds))
  }

  private mutating func reverseSum(_ a: Int, _ axis: Int?, _ g: Int, count: Int) {
    let own = quantities[a].shape
    guard quantities[a].isWanted, own.count > 0 else { return }
    let kept = own.sizes.indices.map { own.axis(axis ?? own.axes) ?? $0 == $0 ? 1 : own.sizes[$0] }
    let (to, adds) = target(a)
    combine(
      CARRAYS_DIVIDE, g, Shape(kept), numberPiece(Double(count)), .number, to, own, adds: adds)
  }

  private mutating func reverseCrossEntropy(_ logits: Int, _ targets: Int, _ result: Int, _ g: Int)
  {
    if quantities[logits].isWanted {
      let cost = crossEntropy(logits, targets)
      let p = piece(cost.rows * cost.columns)
      emit(.softmax(rows: cost.rows, columns: cost.columns, from: cost.logits, to: p))
      emit(.crossEntropyReverse(cost, p: p, g: g, to: sumTarget(logits)))
    }
    reverseByRule(.crossEntropy, [logits, targets], 1, result, g)
  }

  // MARK: Products

  private mutating func reverseDense(
    _ function: carrays_function, _ x: Int, _ w: Int, _ b: Int, _ result: Int, _ g: Int
  ) {
    let shape = quantities[result].shape
    guard shape.count > 0 else { return reverseEmpty([x, w, b]) }
    var upstream = g
    if function != CARRAYS_IDENTITY {
      upstream = piece(shape.count)
      emit(
        .activationReverse(
          function, count: shape.count, y: stored(result), g: g, to: upstream))
    }
    passSum(upstream, shape, to: b)
    reverseProduct(x, w, result, upstream)
  }

  private mutating func reverseOuter(_ a: Int, _ b: Int, _ g: Int) {
    let (m, n) = (quantities[a].shape.count, quantities[b].shape.count)
    if quantities[a].isWanted {
      let (to, adds) = target(a)
      emit(ArrayInstruction.Product(m: m, n: 1, k: n, a: g, b: stored(b), c: to, adds: adds))
    }
    if quantities[b].isWanted {
      let (to, adds) = target(b)
      emit(
        ArrayInstruction.Product(
          transposed: .left, m: n, n: 1, k: m, a: g, b: stored(a), c: to, adds: adds))
    }
  }

  /// dA = G B' and dB = A' G, where a factor that lies transposed gets the transpose of its own.
  private mutating func reverseProduct(_ a: Int, _ b: Int, _ result: Int, _ g: Int) {
    let (x, y) = (quantities[a].shape, quantities[b].shape)
    let (m, n, k) = (x.rowCount, y.columnCount, x.sizes[x.axes - 1])
    let used = factors(a, b)
    let (aPiece, bPiece) = (stored(used.a), stored(used.b))
    let count = quantities[result].shape.matrixCount(atLeast: x, y)
    let step = m * n
    if quantities[used.a].isWanted {
      let (to, adds) = target(used.a)
      var product = ArrayInstruction.Product(
        m: m, n: k, k: n, a: g, b: bPiece, c: to, count: count, aStep: step, bStep: y.matrixStep,
        cStep: x.matrixStep, adds: adds)
      if used.aIsTransposed {
        (product.m, product.n) = (k, m)
        (product.a, product.b) = (bPiece, g)
        (product.aStep, product.bStep) = (y.matrixStep, step)
        product.transposed = .right
      } else {
        product.transposed = used.bIsTransposed ? .none : .right
      }
      emit(product)
    }
    if quantities[used.b].isWanted {
      let (to, adds) = target(used.b)
      var product = ArrayInstruction.Product(
        m: k, n: n, k: m, a: aPiece, b: g, c: to, count: count, aStep: x.matrixStep, bStep: step,
        cStep: y.matrixStep, adds: adds)
      if used.bIsTransposed {
        (product.m, product.n) = (n, k)
        (product.a, product.b) = (g, aPiece)
        (product.aStep, product.bStep) = (step, x.matrixStep)
        product.transposed = .left
      } else {
        product.transposed = used.aIsTransposed ? .none : .left
      }
      emit(product)
    }
  }
}
