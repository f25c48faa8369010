extension ArrayOperation {
  /// The derivative of the output with respect to an operand, as a formula of this language.
  ///
  /// This is the second table of rules. The operands are called A, B and C, the result is Y, and G is the derivative of
  /// the output with respect to it. From a row come the numbers, the texts, and the mistakes that learners make.
  ///
  /// The rules of products are in "Matrix derivatives" of Petersen and Pedersen, The Matrix Cookbook; that of softmax
  /// in Bridle, 1990.
  ///
  /// - Parameters:
  ///   - operand: the operand by its place.
  ///   - shapes: those of the operands.
  /// - Returns: `nil` where the derivative is 0: for indices, for conditions, and for what has no slope.
  func derivativeFormula(operand: Int, shapes: [Shape]) -> String? {
    guard !isData(operand: operand), operand < shapes.count, let result = try? shape(of: shapes)
    else { return nil }
    let a = shapes[0]
    let own = shapes[operand]
    switch self {
    case .literal, .filled, .identity, .random, .extremum, .compare, .oneHot: return nil
    case .product:
      return Shape.summing(
        ArrayOperation.productRule(operand, a.axes, shapes[1].axes),
        from: ArrayOperation.productRuleShape(operand, a, shapes[1]), to: own)
    case .entrywise: return Shape.summing(operand == 0 ? "G * B" : "G * A", from: result, to: own)
    case .outer: return operand == 0 ? "G B" : "G' A"
    case .transpose: return "G'"
    case .reduce(let reduction, let axis, _): return reduction.rule(axis, of: a)
    case .softmax(let axis):
      return "Y * (G - sum(Y * G, axis=\(axis), keepdims=True))"
    case .logSumExp(let axis):
      let upstream =
        a.axes == 1 ? "G" : "reshape(G, \(a.reduced(along: a.axis(axis), keepingAxes: true).list))"
      return a.axes == 1
        ? "G softmax(A, axis=\(axis))" : "softmax(A, axis=\(axis)) * \(upstream)"
    case .crossEntropy: return ArrayOperation.crossEntropyRule(operand, a, shapes[1])
    case .part(let cuts): return ArrayOperation.partRule(a, cuts)
    case .rows:
      return a.axes == 0 ? nil : "scatter(G, B, \(a.sizes[0]))"
    case .picked:
      return "onehot(B, \(a.sizes[1])) * G[:, None]"
    case .concatenate(let index):
      guard let axis = a.axis(index) else { return nil }
      let start = shapes[..<operand].reduce(0) { $0 + $1.sizes[axis] }
      let cuts = a.sizes.indices.map { $0 == axis ? "\(start):\(start + own.sizes[axis])" : ":" }
      return "G[\(cuts[...axis].joined(separator: ", "))]"
    case .reshape: return a.isNumber ? "sum(G)" : "reshape(G, \(a.list))"
    case .broadcast: return Shape.summing("G", from: result, to: a)
    case .convolution: return ArrayOperation.convolutionRule(operand, shapes[1])
    case .maximumPool(let size): return "unpool(G, A, \(size))"
    case .unpool(let size):
      // Of each block one number comes through, the one that was placed.
      return ArrayOperation.unpoolRule(size, shapes[1])
    case .choose:
      return Shape.summing(
        operand == 1 ? "where(A, G, 0)" : "where(A, 0, G)", from: result, to: own)
    case .flip: return "flip(G)"
    case .pad(let paddings):
      let cuts = zip(a.sizes, paddings).map { "\($1.before):\($1.before + $0)" }
      return cuts.isEmpty ? "G" : "G[\(cuts.joined(separator: ", "))]"
    case .diagonal:
      guard a.axes == 2, a.sizes[0] != a.sizes[1] else { return "diag(G)" }
      let n = a.sizes.min() ?? 0
      return "pad(diag(G), 0, \(a.sizes[0] - n), 0, \(a.sizes[1] - n))"
    case .scatter: return "G[B]"
    }
  }

  /// The rule of `A @ B`: each of vector and matrix has its own.
  private static func productRule(_ operand: Int, _ a: Int, _ b: Int) -> String {
    switch (a, b) {
    case (1, 1): operand == 0 ? "G B" : "G A"
    case (1, 2): operand == 0 ? "G B'" : "outer(A, G)"
    case (2, 1): operand == 0 ? "outer(G, B)" : "A' G"
    // One of the two has a third axis; a vector is written as a row or a column of one.
    case (1, _): operand == 0 ? "sum(B * G[:, None, :], axis=2)" : "A[:, None] * G[:, None, :]"
    case (_, 1): operand == 0 ? "G[:, :, None] * B" : "sum(A * G[:, :, None], axis=1)"
    default: operand == 0 ? "G B'" : "A' G"
    }
  }

  /// The shape that the rule of a product gives, before what was spread is summed.
  private static func productRuleShape(_ operand: Int, _ a: Shape, _ b: Shape) -> Shape {
    let own = operand == 0 ? a : b
    let counts = max(a.axes, b.axes) == 3 ? [max(a.counts, b.counts)] : []
    return Shape(counts + own.sizes.suffix(2))
  }

  private static func crossEntropyRule(_ operand: Int, _ a: Shape, _ b: Shape) -> String? {
    let width = a.sizes[a.axes - 1]
    let rows = a.count / max(1, width)
    let mean = rows == 1 ? "" : " / \(rows)"
    let isShares = a == b
    if operand == 1 {
      guard isShares else { return nil }
      let spread = a.axes == 1 ? "" : "[\(rangeOfAll(a.axes - 1))None]"
      return "G (logsumexp(A)\(spread) - A)\(mean)"
    }
    // Shares that add up to 1 leave p - y; others scale p.
    return isShares
      ? "G (softmax(A) * sum(B, axis=-1, keepdims=True) - B)\(mean)"
      : "G (softmax(A) - onehot(B, \(width)))\(mean)"
  }

  private static func rangeOfAll(_ axes: Int) -> String {
    String(repeating: ":, ", count: axes)
  }

  private static func partRule(_ shape: Shape, _ cuts: [Cut]) -> String? {
    guard let extents = try? extents(of: shape, cuts) else { return nil }
    guard shape.axes > 0 else { return "sum(G)" }
    let taken = Shape(extents.map(\.count))
    let isSame = !cuts.contains(.newAxis) && !extents.contains { $0.isGone }
    let upstream = isSame ? "G" : "reshape(G, \(taken.list))"
    let zeros = zip(extents, shape.sizes).flatMap { [$0.start, $1 - $0.start - $0.count] }
    if zeros.allSatisfy({ $0 == 0 }) { return upstream }
    return "pad(\(upstream), \(zeros.map(String.init).joined(separator: ", ")))"
  }

  private static func convolutionRule(_ operand: Int, _ kernel: Shape) -> String {
    guard operand == 0 else { return "conv(A, G)" }
    let zeros = kernel.sizes.flatMap { [$0 - 1, $0 - 1] }
    return "conv(pad(G, \(zeros.map(String.init).joined(separator: ", "))), flip(B))"
  }

  private static func unpoolRule(_ size: Int, _ shape: Shape) -> String? {
    let blocks = shape.sizes.map { $0 / size }
    let cut = shape.sizes.map { "0:\($0 / size * size)" }.joined(separator: ", ")
    let isExact = shape.sizes.allSatisfy { $0 % size == 0 }
    let taken =
      "(G * unpool(ones(\(Shape(blocks).list)), B, \(size)))" + (isExact ? "" : "[\(cut)]")
    if shape.axes == 1 { return "sum(reshape(\(taken), \(blocks[0]), \(size)), axis=1)" }
    // Rows are summed in blocks, then columns.
    let rows = "sum(reshape(\(taken), \(blocks[0]), \(size), \(blocks[1] * size)), axis=1)"
    return "sum(reshape(\(rows), \(blocks[0]), \(blocks[1]), \(size)), axis=2)"
  }
}

extension ArrayOperation.Reduction {
  /// The rule of a reduction along an axis, or over everything.
  fileprivate func rule(_ axis: Int?, of shape: Shape) -> String {
    guard shape.axes > 0 else { return numberRule }
    let kept = shape.reduced(along: axis.flatMap { shape.axis($0) }, keepingAxes: true)
    let count = axis.flatMap { shape.axis($0) }.map { shape.sizes[$0] } ?? shape.count
    let along = axis.map { ", axis=\($0)" } ?? ""
    // A number spreads by itself; what lost an axis gets it back.
    let upstream = axis == nil ? "G" : "reshape(G, \(kept.list))"
    switch self {
    case .sum: return "broadcast_to(\(axis == nil ? "sum(G)" : upstream), \(shape.list))"
    case .mean:
      return "broadcast_to(\(axis == nil ? "sum(G)" : upstream), \(shape.list)) / \(count)"
    case .max: return "ismax(A\(along)) * \(upstream)"
    case .min: return "ismin(A\(along)) * \(upstream)"
    case .var: return "2 (A - mean(A\(along), keepdims=True)) * \(upstream) / \(count)"
    case .norm:
      return axis == nil ? "A / Y * G" : "A / reshape(Y, \(kept.list)) * \(upstream)"
    }
  }

  /// The rule for a number, of which sum, mean and extremes are the number.
  private var numberRule: String {
    switch self {
    case .sum, .mean, .max, .min: "G"
    case .var: "0 G"
    case .norm: "sign(A) G"
    }
  }
}

extension Shape {
  /// The sizes as arguments.
  var list: String { sizes.map(String.init).joined(separator: ", ") }

  /// How many matrices a third axis counts.
  fileprivate var counts: Int { axes == 3 ? sizes[0] : 1 }

  /// A formula whose shape is larger than an operand's, summed over where the operand was spread.
  static func summing(_ formula: String, from shape: Shape, to operand: Shape) -> String {
    if shape == operand { return formula }
    let isColumn = operand == Shape(1) && shape.axes == 2 && shape.sizes[1] == 1
    if operand.count == 1, !isColumn {
      return operand.isNumber ? "sum(\(formula))" : "reshape(sum(\(formula)), \(operand.list))"
    }
    var text = formula
    for _ in 0..<shape.axes - operand.axes { text = "sum(\(text), axis=0)" }
    let left = shape.sizes.suffix(operand.axes)
    for (axis, size) in left.enumerated() where operand.sizes[axis] == 1 && size != 1 {
      text = "sum(\(text), axis=\(axis), keepdims=True)"
    }
    return text
  }
}
