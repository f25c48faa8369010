import Expressions

extension ONNXModel {
  /// Operators of one operand, number by number, by what ours are called.
  private static let elementwise = [
    "Exp": "exp", "Log": "ln", "Sqrt": "sqrt", "Abs": "abs", "Relu": "relu", "Tanh": "tanh",
    "Sigmoid": "sigmoid", "Softplus": "softplus", "Sin": "sin", "Cos": "cos", "Tan": "tan",
    "Sign": "sign",
  ]
  private static let signs = ["Add": "+", "Sub": "-", "Mul": "*", "Div": "/"]
  private static let comparisons = [
    "Greater": ">", "Less": "<", "GreaterOrEqual": ">=", "LessOrEqual": "<=", "Equal": "==",
  ]
  private static let reductions = [
    "ReduceSum": "sum", "ReduceMean": "mean", "ReduceMax": "max", "ReduceMin": "min",
    "ReduceL2": "norm",
  ]

  /// What a node computes, as a formula over what it takes.
  func formula(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    if let ours = ONNXModel.elementwise[node.operation] {
      return try operand(node, 0).applying(ours)
    }
    if let sign = ONNXModel.signs[node.operation] {
      return .joining(
        try operand(node, 0), sign, try operand(node, 1), "+-".contains(sign) ? .sum : .product)
    }
    if let sign = ONNXModel.comparisons[node.operation] {
      let (a, b) = (try operand(node, 0), try operand(node, 1))
      return ProgramValue(
        "\(a.text(.sum)) \(sign) \(b.text(.sum))", .comparison, shape: ProgramValue.shape(a, b))
    }
    if let ours = ONNXModel.reductions[node.operation] { return try reduction(node, ours) }
    switch node.operation {
    case "Identity", "Dropout", "Cast": return try operand(node, 0)
    case "Neg":
      let value = try operand(node, 0)
      return ProgramValue("-\(value.text(.sign))", .sign, shape: value.shape)
    case "Reciprocal": return .joining(ProgramValue(1), "/", try operand(node, 0), .product)
    case "Pow": return try operand(node, 0).power(try operand(node, 1))
    case "MatMul": return .product(try operand(node, 0), try operand(node, 1))
    case "Gemm": return try gemm(node)
    case "Max", "Min", "Sum", "Mean": return try variadic(node)
    case "Clip": return try clip(node)
    case "LeakyRelu":
      let value = try operand(node, 0)
      let slope = ProgramValue((node.attributes["alpha"]?.float ?? 0.01).rounded(toDigits: 7))
      return ProgramValue(
        "max(\(value.text), \(ProgramValue.joining(slope, "*", value, .product).text))",
        shape: value.shape)
    case "Where":
      let (test, a, b) = (try operand(node, 0), try operand(node, 1), try operand(node, 2))
      return ProgramValue(
        "where(\(test.text), \(a.text), \(b.text))", shape: ProgramValue.shape(a, b))
    case "Softmax", "LogSoftmax":
      let value = try operand(node, 0)
      let axis = node.attributes["axis"]?.integer ?? (graph.version < 13 ? 1 : -1)
      // Before version 13 all axes from this one on were joined.
      let last = value.shape.map { Int64($0.count - 1) }
      guard graph.version >= 13 || axis == -1 || axis == last else {
        throw ProgramError(
          "'\(node.title)' joins all axes from \(axis) on, as before version 13; export the model with a later one"
        )
      }
      let shares = ProgramValue("softmax(\(value.text), axis=\(axis))", shape: value.shape)
      return node.operation == "Softmax" ? shares : shares.applying("ln")
    case "SoftmaxCrossEntropyLoss":
      guard node.inputs.count == 2, node.attributes["ignore_index"] == nil else {
        throw unread(node)
      }
      return ProgramValue(
        "crossentropy(\(try operand(node, 0).text), \(try operand(node, 1).text))", shape: [])
    case "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Concat":
      return try shaped(node)
    default: throw unread(node)
    }
  }

  private func unread(_ node: ONNXGraph.Node) -> ProgramError {
    let known =
      Array(ONNXModel.elementwise.keys) + Array(ONNXModel.signs.keys)
      + Array(ONNXModel.reductions.keys)
      + ["Gemm", "MatMul", "Pow", "Neg", "Max", "Min", "Softmax", "Transpose", "Reshape"]
    let near = Spelling.nearest(to: node.operation, among: known).map { "; near it is \($0)" } ?? ""
    return ProgramError(
      "the operator \(node.operation.isEmpty ? "without a name" : node.operation) ('\(node.title)') is not among those of the course\(near)"
    )
  }

  /// alpha A B + beta C, each of A and B perhaps turned.
  private func gemm(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    func turned(_ index: Int, _ key: String) throws(ProgramError) -> ProgramValue {
      let value = try operand(node, index)
      guard node.attributes[key]?.integer ?? 0 != 0 else { return value }
      return ProgramValue("\(value.text(.atom)).T", shape: value.shape.map { $0.reversed() })
    }
    func times(_ factor: Double?, _ value: ProgramValue) -> ProgramValue {
      guard let factor, factor != 1 else { return value }
      return .joining(
        ProgramValue(factor.rounded(toDigits: 7)), "*",
        ProgramValue(value.text(.sign), shape: value.shape), .product)
    }
    let product = ProgramValue.product(try turned(0, "transA"), try turned(1, "transB"))
    let scaled = times(node.attributes["alpha"]?.float, product)
    guard node.inputs.count > 2, !node.inputs[2].isEmpty else { return scaled }
    return .joining(scaled, "+", times(node.attributes["beta"]?.float, try operand(node, 2)), .sum)
  }

  private func variadic(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    var found = try operand(node, 0)
    for index in node.inputs.indices.dropFirst() {
      let next = try operand(node, index)
      switch node.operation {
      case "Max", "Min":
        found = ProgramValue(
          "\(node.operation.lowercased())(\(found.text), \(next.text))",
          shape: ProgramValue.shape(found, next))
      default: found = .joining(found, "+", next, .sum)
      }
    }
    guard node.operation == "Mean" else { return found }
    return .joining(found, "/", ProgramValue(Double(node.inputs.count)), .product)
  }

  private func clip(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    var value = try operand(node, 0)
    for (ours, key, index) in [("max", "min", 1), ("min", "max", 2)] {
      var bound: ProgramValue?
      if node.inputs.indices.contains(index), !node.inputs[index].isEmpty {
        bound = try operand(node, index)
      }
      if let number = node.attributes[key]?.float { bound = ProgramValue(number) }
      if let bound {
        value = ProgramValue("\(ours)(\(value.text), \(bound.text))", shape: value.shape)
      }
    }
    return value
  }

  private func reduction(_ node: ONNXGraph.Node, _ ours: String) throws(ProgramError)
    -> ProgramValue
  {
    let value = try operand(node, 0)
    var axes = node.attributes["axes"]?.integers.compactMap { Int(exactly: $0) } ?? []
    if axes.isEmpty { axes = try integers(node, 1) ?? [] }
    if axes.isEmpty, node.attributes["noop_with_empty_axes"]?.integer ?? 0 != 0 { return value }
    if value.isNumber { return value }
    let keeps = node.attributes["keepdims"]?.integer ?? 1 != 0
    if let shape = value.shape {
      axes = axes.map { $0 < 0 ? $0 + shape.count : $0 }
      guard axes.allSatisfy({ shape.indices.contains($0) }) else {
        throw ProgramError("'\(node.title)' reduces along an axis that is not there")
      }
      if axes.count == shape.count { axes = [] }
    }
    if axes.isEmpty {
      // The output is a number, whatever axes of one it keeps.
      let isOutput = node.outputs.first.map { graph.outputs.contains($0) } ?? false
      return keeps && !isOutput
        ? ProgramValue(
          "\(ours)(\(value.text), keepdims=True)", shape: value.shape.map { $0.map { _ in 1 } })
        : ProgramValue("\(ours)(\(value.text))", shape: [])
    }
    guard axes.count == 1 || ours != "norm", axes.count == 1 || axes.allSatisfy({ $0 >= 0 }) else {
      throw ProgramError(
        "'\(node.title)' reduces along several axes at once; export the model with one after the other"
      )
    }
    var found = value
    for axis in axes.sorted(by: >) {
      var shape = found.shape
      if let sizes = shape, (-sizes.count..<sizes.count).contains(axis) {
        let place = axis < 0 ? axis + sizes.count : axis
        if keeps { shape?[place] = 1 } else { shape?.remove(at: place) }
      }
      found = ProgramValue(
        "\(ours)(\(found.text), axis=\(axis)\(keeps ? ", keepdims=True" : ""))", shape: shape)
    }
    return found
  }

  /// The same numbers in another shape.
  private func shaped(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    let value = try operand(node, 0)
    func reshaped(_ sizes: [Int]) -> ProgramValue {
      var shape: [Int]? = sizes
      if let open = sizes.firstIndex(of: -1) {
        let rest = sizes.filter { $0 != -1 }.reduce(1, *)
        shape = value.shape.flatMap { rest > 0 ? $0.reduce(1, *) / rest : nil }.map {
          size in sizes.enumerated().map { $0.offset == open ? size : $0.element }
        }
      }
      return ProgramValue(
        "reshape(\(value.text), \(sizes.map(String.init).joined(separator: ", ")))", shape: shape)
    }
    func known() throws(ProgramError) -> [Int] {
      guard let shape = value.shape else {
        throw ProgramError(
          "'\(node.title)' needs a shape that the model leaves open; export it with fixed sizes")
      }
      return shape
    }
    switch node.operation {
    case "Transpose":
      let order = node.attributes["perm"]?.integers ?? []
      guard order.isEmpty || order == [1, 0] || order == [0] else {
        throw ProgramError("'\(node.title)' turns three axes, and matrices alone are turned here")
      }
      return order == [0]
        ? value : ProgramValue("\(value.text(.atom)).T", shape: value.shape.map { $0.reversed() })
    case "Reshape":
      guard var sizes = try integers(node, 1), !sizes.isEmpty, sizes.count <= 3 else {
        throw unread(node)
      }
      for index in sizes.indices where sizes[index] == 0 {
        let shape = try known()
        guard shape.indices.contains(index) else { throw unread(node) }
        sizes[index] = shape[index]
      }
      guard sizes.allSatisfy({ $0 >= -1 && $0 <= Shape.countLimit }) else { throw unread(node) }
      return reshaped(sizes)
    case "Flatten":
      let axis = node.attributes["axis"]?.integer ?? 1
      if let shape = value.shape, shape.count == 2, axis == 1 { return value }
      let shape = try known()
      guard let place = Int(exactly: axis), (0...shape.count).contains(place) else {
        throw unread(node)
      }
      return reshaped([shape[..<place].reduce(1, *), shape[place...].reduce(1, *)])
    case "Squeeze", "Unsqueeze":
      let shape = try known()
      let axes =
        try integers(node, 1) ?? node.attributes["axes"]?.integers.compactMap { Int(exactly: $0) }
        ?? []
      let rank = shape.count + (node.operation == "Unsqueeze" ? axes.count : 0)
      let places = axes.map { $0 < 0 ? $0 + rank : $0 }
      guard places.allSatisfy({ (0..<rank).contains($0) }), rank <= 3 else { throw unread(node) }
      if node.operation == "Squeeze" {
        let kept = shape.indices.filter { axes.isEmpty ? shape[$0] != 1 : !places.contains($0) }
        return kept.isEmpty
          ? ProgramValue("sum(\(value.text))", shape: []) : reshaped(kept.map { shape[$0] })
      }
      var rest = shape[...]
      var sizes: [Int] = []
      for place in 0..<rank { sizes.append(places.contains(place) ? 1 : rest.popFirst() ?? 1) }
      return reshaped(sizes)
    default: return try concatenated(node)
    }
  }

  /// Arrays one behind another along an axis.
  private func concatenated(_ node: ONNXGraph.Node) throws(ProgramError) -> ProgramValue {
    let axis = node.attributes["axis"]?.integer ?? 0
    var texts: [String] = []
    var shapes: [[Int]] = []
    for index in node.inputs.indices {
      let value = try operand(node, index)
      texts.append(value.text)
      if let shape = value.shape { shapes.append(shape) }
    }
    var whole = shapes.count == texts.count ? shapes.first : nil
    if let sizes = whole, let typed = Int(exactly: axis),
      (-sizes.count..<sizes.count).contains(typed)
    {
      let place = typed < 0 ? typed + sizes.count : typed
      let parts = shapes.compactMap { $0.count == sizes.count ? $0[place] : nil }
      whole?[place] = parts.count == texts.count ? parts.reduce(0, &+) : -1
    } else {
      whole = nil
    }
    return ProgramValue("concat(\(texts.joined(separator: ", ")), axis=\(axis))", shape: whole)
  }
}
