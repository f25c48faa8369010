import Expressions

extension PythonReader {
  /// Functions of one operand, number by number, by what ours are called.
  static let elementwise = [
    "exp": "exp", "sqrt": "sqrt", "sin": "sin", "cos": "cos", "tan": "tan", "tanh": "tanh",
    "sigmoid": "sigmoid", "expit": "sigmoid", "relu": "relu", "softplus": "softplus", "abs": "abs",
    "absolute": "abs", "fabs": "abs", "sign": "sign", "logistic": "sigmoid",
  ]

  /// What gives its operand back.
  private static let same: Set<String> = [
    "array", "asarray", "tensor", "as_tensor", "Tensor", "DoubleTensor", "FloatTensor", "constant",
    "Variable", "Parameter", "Value", "float64", "float_", "float", "double", "asanyarray",
    "requires_grad_", "item", "clone", "numpy", "tolist", "copy", "cpu", "contiguous", "astype",
    "to",
    "squeeze_", "item_", "convert_to_tensor", "type", "values", "eval", "realize",
  ]

  /// Whether a name is that of a function that is read.
  func isFunction(_ name: String) -> Bool {
    PythonReader.elementwise[name] != nil || PythonReader.layers.values.contains(name)
      || [
        "log", "maximum", "minimum", "dot", "matmul", "square", "mean", "sum", "softmax", "where",
        "power",
      ]
      .contains(name)
  }

  /// A call of a function or method of a library.
  mutating func library(_ call: PythonCall) throws(ProgramError) -> ProgramValue {
    if let ours = PythonReader.elementwise[call.name] {
      try check(call, takes: ["beta", "threshold", "inplace", "input", "x"])
      let value = try operand(call, 0)
      guard call.keywords["beta"] == nil, call.keywords["threshold"] == nil, call.count == 1 else {
        throw ProgramError("\(call.name) takes one operand here", at: call.place)
      }
      return value.applying(ours)
    }
    if PythonReader.same.contains(call.name) {
      if call.name == "astype" || call.name == "to" || call.name == "type" {
        return try operand(call, 0)
      }
      return try operand(call, 0)
    }
    if call.module.contains("random") || ["randn", "rand", "randint", "normal"].contains(call.name)
    {
      throw ProgramError(
        "numbers that are drawn at random are not known; print them, and write them here",
        at: call.place)
    }
    if let value = try logarithm(call) { return value }
    if let value = try arithmetic(call) { return value }
    if let value = try reduction(call) { return value }
    if let value = try shaping(call) { return value }
    if let value = try loss(call) { return value }
    throw ProgramError(PythonReader.advice(on: call), at: call.place)
  }

  private static func advice(on call: PythonCall) -> String {
    switch call.name {
    case "detach", "stop_gradient", "no_grad":
      return "\(call.name) holds back a derivative; take it away, or write the number"
    case "Linear", "Conv2d", "Sequential", "Embedding", "Dense", "Module":
      return
        "\(call.name) draws its weights; write them, as in W = torch.tensor([[1., 2.]]), and x @ W.T + b"
    case "grad", "value_and_grad", "gradient", "backward", "jacobian":
      return "derivatives are what you are to find; take this line away"
    case "stack", "vstack", "hstack", "column_stack":
      return "\(call.name) is not read; write np.concatenate([a, b], axis=0)"
    default:
      let near = Spelling.nearest(
        to: call.name,
        among: Array(elementwise.keys) + ["log", "sum", "mean", "maximum", "minimum"])
      return "'\(call.name)' is not among the functions that are read"
        + (near.map { "; did you mean '\($0)'?" } ?? "; write it as a formula")
    }
  }

  private mutating func logarithm(_ call: PythonCall) throws(ProgramError) -> ProgramValue? {
    let bases = ["log2": "2", "log10": "10"]
    switch call.name {
    case "log":
      let value = try operand(call, 0)
      guard call.count == 2 else { return value.applying("ln") }
      let base = try operand(call, 1)
      return .joining(value.applying("ln"), "/", base.applying("ln"), .product)
    case "log2", "log10":
      let value = try operand(call, 0).applying("ln")
      return .joining(
        value, "/", ProgramValue("ln(\(bases[call.name] ?? ""))", shape: []), .product)
    case "log1p":
      let inner = try operand(call, 0)
      return ProgramValue.joining(ProgramValue(1), "+", inner, .sum).withoutNumbers.applying("ln")
    case "expm1":
      return ProgramValue.joining(try operand(call, 0).applying("exp"), "-", ProgramValue(1), .sum)
    case "logsigmoid", "log_sigmoid": return try operand(call, 0).applying("sigmoid").applying("ln")
    case "log_softmax":
      let value = try operand(call, 0)
      return ProgramValue(try "softmax(\(value.text)\(axisText(call, value)))", shape: value.shape)
        .applying("ln")
    default: return nil
    }
  }

  /// Arithmetic that is written as a call.
  private mutating func arithmetic(_ call: PythonCall) throws(ProgramError) -> ProgramValue? {
    let signs = [
      "add": "+", "subtract": "-", "sub": "-", "multiply": "*", "mul": "*", "divide": "/",
      "div": "/",
      "true_divide": "/", "power": "**", "pow": "**", "float_power": "**", "dot": "@",
      "matmul": "@",
      "mm": "@", "mv": "@", "inner": "@", "vdot": "@",
    ]
    if let sign = signs[call.name] {
      try check(call, takes: [])
      let (a, b) = (try operand(call, 0), try operand(call, 1))
      guard sign == "@", a.isNumber || b.isNumber else {
        return try joined(a, sign, b, at: call.place)
      }
      return .joining(a, "*", b, .product)
    }
    switch call.name {
    case "square": return try operand(call, 0).power(ProgramValue(2))
    case "reciprocal": return .joining(ProgramValue(1), "/", try operand(call, 0), .product)
    case "rsqrt":
      return .joining(ProgramValue(1), "/", try operand(call, 0).applying("sqrt"), .product)
    case "negative", "neg":
      let value = try operand(call, 0)
      return ProgramValue("-\(value.text(.sign))", .sign, shape: value.shape)
    case "silu", "swish":
      let value = try operand(call, 0)
      return .joining(value, "*", value.applying("sigmoid"), .product)
    case "maximum", "minimum", "fmax", "fmin":
      let (a, b) = (try operand(call, 0), try operand(call, 1))
      let ours = call.name.hasSuffix("max") || call.name == "maximum" ? "max" : "min"
      return ProgramValue("\(ours)(\(a.text), \(b.text))", shape: ProgramValue.shape(a, b))
    case "clip", "clamp", "clip_by_value":
      try check(call, takes: ["min", "max", "a_min", "a_max"])
      var value = try operand(call, 0)
      for (ours, keys, index) in [("max", ["min", "a_min"], 1), ("min", ["max", "a_max"], 2)] {
        guard let part = keys.lazy.compactMap({ call.keywords[$0] }).first ?? call.argument(index),
          parser.tree[part].kind != .name("None")
        else { continue }
        let bound = try self.value(part, call.locals)
        value = ProgramValue("\(ours)(\(value.text), \(bound.text))", shape: value.shape)
      }
      return value
    case "leaky_relu":
      let value = try operand(call, 0)
      let part = call.keywords["negative_slope"] ?? call.argument(1)
      let slope =
        try part.map { part throws(ProgramError) in try self.value(part, call.locals) }
        ?? ProgramValue(0.01)
      return ProgramValue(
        "max(\(value.text), \(ProgramValue.joining(slope, "*", value, .product).text))",
        shape: value.shape)
    case "heaviside":
      guard try operand(call, 1).constant == 0 else { return nil }
      return try operand(call, 0).applying("step")
    case "where":
      guard call.count == 3 else { return nil }
      let (test, a, b) = (try operand(call, 0), try operand(call, 1), try operand(call, 2))
      guard test.isNumber, a.isNumber, b.isNumber else {
        return ProgramValue(
          "where(\(test.text), \(a.text), \(b.text))",
          shape: a.isNumber && b.isNumber ? test.shape : ProgramValue.shape(a, b))
      }
      let other = ProgramValue.joining(ProgramValue(1), "-", test, .sum).withoutNumbers
      return .joining(
        .joining(test, "*", a, .product), "+", .joining(other, "*", b, .product), .sum)
    case "outer":
      let (a, b) = (try operand(call, 0), try operand(call, 1))
      return ProgramValue("outer(\(a.text), \(b.text))")
    default: return nil
    }
  }

  private mutating func reduction(_ call: PythonCall) throws(ProgramError) -> ProgramValue? {
    let names = [
      "sum": "sum", "reduce_sum": "sum", "nansum": "sum", "mean": "mean", "reduce_mean": "mean",
      "average": "mean", "max": "max", "amax": "max", "reduce_max": "max", "min": "min",
      "amin": "min", "reduce_min": "min", "var": "var", "std": "std", "norm": "norm",
      "vector_norm": "norm", "logsumexp": "logsumexp", "reduce_logsumexp": "logsumexp",
      "softmax": "softmax",
    ]
    guard let ours = names[call.name] else { return nil }
    try check(
      call, takes: ["axis", "dim", "keepdims", "keepdim", "ddof", "unbiased", "correction"])
    let value = try operand(call, 0)
    if ours == "max" || ours == "min", let second = call.argument(1),
      whole(second) == nil || value.isNumber,
      parser.tree[second].kind != .name("None"), call.keywords["axis"] == nil,
      call.keywords["dim"] == nil
    {
      let other = try self.value(second, call.locals)
      return ProgramValue(
        "\(ours)(\(value.text), \(other.text))", shape: ProgramValue.shape(value, other))
    }
    if ours == "softmax" {
      return ProgramValue(try "softmax(\(value.text)\(axisText(call, value)))", shape: value.shape)
    }
    if value.isNumber {
      switch ours {
      case "norm": return value.applying("abs")
      case "var", "std": return ProgramValue(0)
      default: return value
      }
    }
    if ours == "var" || ours == "std" {
      let isFull =
        [call.keywords["unbiased"]].contains {
          $0.map { parser.tree[$0].kind == .name("False") } ?? false
        }
        || [call.keywords["correction"], call.keywords["ddof"]].contains {
          $0.flatMap { whole($0) } == 0
        }
      let isTorch = call.module.hasPrefix("torch") || call.isMethod && !parameters.isEmpty
      guard isFull || !isTorch && call.keywords["ddof"] == nil else {
        throw ProgramError(
          "this \(call.name) divides by n - 1, and var here by n; write unbiased=False, or the formula",
          at: call.place)
      }
    }
    let axis = try axis(call)
    let keeps = keepsAxes(call) && axis != nil
    let reduced = ours == "std" ? "var" : ours
    guard !(ours == "logsumexp" && keeps) else {
      throw ProgramError(
        "logsumexp keeps no axis here; write np.log(np.sum(np.exp(z), axis=1, keepdims=True))",
        at: call.place)
    }
    var text = reduced + "(" + value.text
    if let axis { text += ", axis=\(axis)" }
    if keeps { text += ", keepdims=True" }
    var shape: [Int]? = axis == nil ? [] : nil
    if let axis, var sizes = value.shape, (-sizes.count..<sizes.count).contains(axis) {
      let place = axis < 0 ? axis + sizes.count : axis
      if keeps { sizes[place] = 1 } else { sizes.remove(at: place) }
      shape = sizes
    }
    let found = ProgramValue(text + ")", shape: shape)
    return ours == "std" ? found.applying("sqrt") : found
  }

  /// `, axis=1` where a call says it.
  private func axisText(_ call: PythonCall, _ value: ProgramValue) throws(ProgramError) -> String {
    guard let axis = try axis(call) else {
      guard value.shape?.count ?? 2 <= 1 || !call.module.hasPrefix("scipy") else {
        throw ProgramError("say along which axis, as in axis=1", at: call.place)
      }
      return ""
    }
    return ", axis=\(axis)"
  }
}

extension ProgramValue {
  /// The same where its number is not folded into an input.
  var withoutNumbers: ProgramValue {
    var value = self
    value.numbers = nil
    return value
  }
}
