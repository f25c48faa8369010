extension ArrayOperation {
  /// The shape of the result, before anything is computed.
  ///
  /// - Parameter shapes: those of the operands.
  /// - Throws: `ShapeError` where the operation has no result for them.
  public func shape(of shapes: [Shape]) throws(ShapeError) -> Shape {
    let shape = try unboundedShape(of: shapes)
    guard shape.axes <= Shape.axisLimit else { throw .tooManyAxes(shape.axes) }
    guard shape.count <= Shape.countLimit else { throw .tooLarge(shape) }
    return shape
  }

  private func unboundedShape(of shapes: [Shape]) throws(ShapeError) -> Shape {
    switch self {
    case .literal(let array): return array.shape
    case .filled(_, let shape), .random(let shape): return shape
    case .identity(let n): return Shape(n, n)
    case .product: return try ArrayOperation.product(shapes[0], shapes[1])
    case .entrywise, .compare: return try ArrayOperation.spread(shapes[0], shapes[1])
    case .outer:
      for shape in shapes where shape.axes != 1 { throw .notAVector("outer", shape) }
      return Shape(shapes[0].count, shapes[1].count)
    case .transpose:
      guard shapes[0].axes > 1 else { throw .vectorTransposed(shapes[0]) }
      var sizes = shapes[0].sizes
      sizes.swapAt(sizes.count - 1, sizes.count - 2)
      return Shape(sizes)
    case .reduce(let reduction, let axis, let keepsAxes):
      let axis = try ArrayOperation.axis(axis, of: shapes[0])
      let isEmpty = axis.map { shapes[0].sizes[$0] == 0 } ?? (shapes[0].count == 0)
      guard !isEmpty || reduction == .sum || reduction == .norm else {
        throw .empty(reduction.rawValue)
      }
      return shapes[0].reduced(along: axis, keepingAxes: keepsAxes)
    case .extremum(_, let axis):
      _ = try ArrayOperation.axis(axis, of: shapes[0])
      return shapes[0]
    case .softmax(let axis):
      _ = try ArrayOperation.axis(axis, of: shapes[0])
      return shapes[0]
    case .logSumExp(let axis):
      let axis = try ArrayOperation.axis(axis, of: shapes[0])
      if let axis, shapes[0].sizes[axis] == 0 { throw .empty("logsumexp") }
      return shapes[0].reduced(along: axis, keepingAxes: false)
    case .crossEntropy: return try ArrayOperation.crossEntropy(shapes[0], shapes[1])
    case .part(let cuts): return try ArrayOperation.part(of: shapes[0], cuts)
    case .rows:
      guard shapes[0].axes > 0 else { throw .noAxis(0, shapes[0]) }
      return Shape(shapes[1].sizes + shapes[0].sizes.dropFirst())
    case .picked(let rows):
      guard shapes[0].axes == 2 else { throw .notAMatrix("[range(m), y]", shapes[0]) }
      guard rows == shapes[0].sizes[0], shapes[1] == Shape(rows) else {
        throw .indices(shapes[1], rows: shapes[0].sizes[0])
      }
      return shapes[1]
    case .concatenate(let index): return try ArrayOperation.concatenated(shapes, index)
    case .reshape(let shape):
      guard shape.count == shapes[0].count else { throw .reshaped(shapes[0], to: shape) }
      return shape
    case .broadcast(let shape):
      guard Shape.broadcast(shapes[0], shape) == shape else {
        throw .notSpread(shapes[0], to: shape)
      }
      return shape
    case .convolution:
      guard shapes[0].axes == shapes[1].axes, 1...2 ~= shapes[0].axes,
        zip(shapes[0].sizes, shapes[1].sizes).allSatisfy({ $0 >= $1 && $1 > 0 })
      else { throw .kernel(shapes[0], shapes[1]) }
      return Shape(zip(shapes[0].sizes, shapes[1].sizes).map { $0 - $1 + 1 })
    case .maximumPool(let size):
      guard 1...2 ~= shapes[0].axes, size > 0, shapes[0].sizes.allSatisfy({ $0 >= size }) else {
        throw .blocks(size, shapes[0])
      }
      return Shape(shapes[0].sizes.map { $0 / size })
    case .unpool(let size):
      guard try ArrayOperation.maximumPool(size).shape(of: [shapes[1]]) == shapes[0] else {
        throw .apart(shapes[0], shapes[1])
      }
      return shapes[1]
    case .choose:
      return try ArrayOperation.spread(
        try ArrayOperation.spread(shapes[0], shapes[1]), shapes[2])
    case .flip: return shapes[0]
    case .pad(let paddings):
      guard paddings.count == shapes[0].axes else { throw .tooManyCuts(paddings.count, shapes[0]) }
      return Shape(zip(shapes[0].sizes, paddings).map { $0 + $1.before + $1.after })
    case .diagonal:
      switch shapes[0].axes {
      case 1: return Shape(shapes[0].count, shapes[0].count)
      case 2: return Shape(shapes[0].sizes.min() ?? 0)
      default: throw .notAVector("diag", shapes[0])
      }
    case .oneHot(let n): return Shape(shapes[0].sizes + [n])
    case .scatter(let n):
      let (shape, indices) = (shapes[0], shapes[1])
      guard shape.sizes.prefix(indices.axes) == indices.sizes[...] else {
        throw .indices(indices, rows: shape.sizes.first ?? 0)
      }
      return Shape([n] + shape.sizes.dropFirst(indices.axes))
    }
  }

  static func spread(_ a: Shape, _ b: Shape) throws(ShapeError) -> Shape {
    guard let shape = Shape.broadcast(a, b) else { throw .apart(a, b) }
    return shape
  }

  static func axis(_ index: Int?, of shape: Shape) throws(ShapeError) -> Int? {
    guard let index else { return nil }
    guard let axis = shape.axis(index) else { throw .noAxis(index, shape) }
    return axis
  }

  /// As NumPy's `@`: a vector is a row before, a column behind; a third axis counts products.
  private static func product(_ a: Shape, _ b: Shape) throws(ShapeError) -> Shape {
    guard a.axes > 0, b.axes > 0 else { throw .productWithNumber }
    let inner = b.axes == 1 ? b.sizes[0] : b.sizes[b.axes - 2]
    guard a.sizes[a.axes - 1] == inner else { throw .innerSizes(a, b) }
    let counts = try spread(Shape(Array(a.sizes.dropLast(2))), Shape(Array(b.sizes.dropLast(2))))
    let rows = a.axes == 1 ? [] : [a.sizes[a.axes - 2]]
    let columns = b.axes == 1 ? [] : [b.sizes[b.axes - 1]]
    return Shape(counts.sizes + rows + columns)
  }

  private static func crossEntropy(_ logits: Shape, _ targets: Shape) throws(ShapeError) -> Shape {
    guard logits.axes > 0 else { throw .noAxis(-1, logits) }
    guard logits.count > 0 else { throw .empty("crossentropy") }
    guard targets == logits || targets.sizes[...] == logits.sizes.dropLast() else {
      throw .targets(targets, logits: logits)
    }
    return .number
  }

  private static func concatenated(_ shapes: [Shape], _ index: Int) throws(ShapeError) -> Shape {
    guard let axis = shapes[0].axis(index) else { throw .noAxis(index, shapes[0]) }
    var sizes = shapes[0].sizes
    for shape in shapes.dropFirst() {
      var (first, second) = (sizes, shape.sizes)
      guard first.count == second.count else { throw .concatenated(shapes[0], shape, axis: axis) }
      (first[axis], second[axis]) = (0, 0)
      guard first == second else { throw .concatenated(shapes[0], shape, axis: axis) }
      sizes[axis] += shape.sizes[axis]
    }
    return Shape(sizes)
  }

  /// What cuts take of each axis: where it begins and how many numbers it has.
  public struct Extent: Hashable, Sendable {
    public var start: Int
    public var count: Int
    /// Whether the axis goes, since one index was taken.
    public var isGone: Bool
  }

  /// What cuts take of each axis of a shape; axes that are not named are taken whole.
  public static func extents(of shape: Shape, _ cuts: [Cut]) throws(ShapeError) -> [Extent] {
    let named = cuts.filter { $0 != .newAxis }
    guard named.count <= shape.axes else { throw .tooManyCuts(named.count, shape) }
    var extents: [Extent] = []
    for (axis, size) in shape.sizes.enumerated() {
      switch axis < named.count ? named[axis] : .whole {
      case .index(let index):
        let place = index < 0 ? size + index : index
        guard 0..<size ~= place else { throw .noIndex(index, size: size, axis: axis) }
        extents.append(Extent(start: place, count: 1, isGone: true))
      case .range(let lower, let upper):
        // As in NumPy a range beyond the axis ends with it.
        func place(_ index: Int) -> Int { min(max(index < 0 ? size + index : index, 0), size) }
        let (start, end) = (place(lower ?? 0), place(upper ?? size))
        extents.append(Extent(start: start, count: max(0, end - start), isGone: false))
      case .newAxis: break
      }
    }
    return extents
  }

  private static func part(of shape: Shape, _ cuts: [Cut]) throws(ShapeError) -> Shape {
    var extents = try extents(of: shape, cuts)[...]
    var sizes: [Int] = []
    for cut in cuts {
      if cut == .newAxis {
        sizes.append(1)
      } else if let extent = extents.popFirst(), !extent.isGone {
        sizes.append(extent.count)
      }
    }
    return Shape(sizes + extents.map(\.count))
  }
}
