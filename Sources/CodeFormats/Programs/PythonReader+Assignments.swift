import Expressions

extension PythonReader {
  /// Reads `a = …`, `a, b = …`, `a += …`, and lines that only compute something.
  mutating func readAssignment() throws(ProgramError) {
    let place = parser.token.place
    var targets = [try parser.expressions()]
    if parser.takeSign(":") { _ = try parser.expression() }
    if case .sign(let sign) = parser.token.kind, PythonReader.augmented.contains(sign) {
      let at = parser.token.place
      parser.advance()
      let value = try parser.expressions()
      let whole = parser.append(
        .binary(String(sign.dropLast()), targets[0], value), at: at)
      try endStatement()
      return try assign(whole, to: targets[0])
    }
    guard parser.isSign("=") else {
      leftOut.append(place.line)
      noteOutput(targets[0])
      return try endStatement()
    }
    while parser.takeSign("=") { targets.append(try parser.expressions()) }
    try endStatement()
    let value = targets.removeLast()
    for target in targets { try assign(value, to: target) }
  }

  private static let augmented: Set<String> = [
    "+=", "-=", "*=", "/=", "@=", "**=", "^=", "//=", "%=",
  ]

  /// `loss.backward()` says what is differentiated.
  private mutating func noteOutput(_ part: PythonTree.Part) {
    guard case .call(let callee, _, _) = parser.tree[part].kind,
      case .attribute(let object, let method) = parser.tree[callee].kind,
      method == "backward" || method == "requires_grad_",
      case .name(let name) = parser.tree[object].kind, let value = quantities[name]
    else { return }
    if method == "backward" { reading.output = value.text } else { parameters.insert(value.text) }
  }

  private mutating func assign(
    _ value: PythonTree.Part, to target: PythonTree.Part
  ) throws(ProgramError) {
    let node = parser.tree[target]
    switch node.kind {
    case .name(let name): try define(name, as: value, at: node.place)
    case .tuple(let names), .list(let names): try assignParts(value, to: names, at: node.place)
    case .attribute(let object, "requires_grad"):
      if case .name(let name) = parser.tree[object].kind, let quantity = quantities[name] {
        parameters.insert(quantity.text)
      }
    case .attribute(_, let name):
      throw ProgramError(
        "'.\(name)' of something is not read; give it a name of its own", at: node.place)
    case .subscripted:
      throw ProgramError(
        "a part of an array is not replaced here; write the array anew", at: node.place)
    default: throw ProgramError("a name belongs before '='", at: node.place)
    }
  }

  private mutating func assignParts(
    _ value: PythonTree.Part, to names: [PythonTree.Part], at place: ProgramError.Place
  ) throws(ProgramError) {
    switch parser.tree[value].kind {
    case .tuple(let values), .list(let values):
      guard values.count == names.count else {
        throw ProgramError(
          "\(names.count) names get \(values.count) values; give each its own", at: place)
      }
      for (name, value) in zip(names, values) { try assign(value, to: name) }
    case .attribute(let object, "shape"):
      guard let shape = try self.value(object).shape, shape.count == names.count else {
        throw ProgramError("this shape is not known here; write its numbers", at: place)
      }
      for (name, size) in zip(names, shape) {
        let number = parser.append(.number(String(size)), at: place)
        try assign(number, to: name)
      }
    default:
      throw ProgramError(
        "one value for several names is not read; give each its own line", at: place)
    }
  }

  private mutating func define(
    _ name: String, as part: PythonTree.Part, at place: ProgramError.Place
  ) throws(ProgramError) {
    if let meaning = meaning(of: part) {
      meanings[name] = meaning
      return
    }
    var value = try self.value(part)
    let called = ProgramValue.name(near: name, among: taken)
    taken.insert(called)
    if let numbers = value.numbers, let shape = value.shape {
      value = shape.isEmpty ? ProgramValue(numbers[0]) : ProgramValue(numbers, shape: shape)
    }
    let at = parser.tree[part].place
    if wantsDerivative(part) { parameters.insert(called) }
    let isInput = value.numbers != nil
    reading.lines.append(
      ProgramReading.Line(
        name: called, formula: value.text, role: .any, place: isInput ? place : at))
    quantities[name] = ProgramValue(called, shape: value.shape)
    if isInput, let shape = value.shape, shape.isEmpty {
      // Sizes of arrays may be named.
      wholeNumbers[name] = value.numbers?.first
    }
    meanings[name] = nil
    if called != name {
      reading.notes.append(
        ProgramReading.Note(
          line: place.line,
          text: "\(name) is called \(called) here"
            + (taken.contains(name) ? ", since there is a \(name) already" : "")))
    }
  }

  /// What a name stands for that is given a function.
  private func meaning(of part: PythonTree.Part) -> Meaning? {
    switch parser.tree[part].kind {
    case .lambda(let names, let body): return .function(Function(parameters: names, result: body))
    case .call(let callee, let arguments, _) where arguments.isEmpty:
      guard let path = parser.tree.path(callee), let last = path.last,
        let function = PythonReader.layers[last]
      else { return nil }
      return .library(function)
    case .attribute:
      guard let path = parser.tree.path(part), modules[path[0]] != nil, quantities[path[0]] == nil,
        let last = path.last, !PythonReader.numbers.contains(last), isFunction(last)
      else { return nil }
      return .library(last)
    default: return nil
    }
  }

  /// Layers without weights, by the functions that they are.
  static let layers = [
    "ReLU": "relu", "Tanh": "tanh", "Sigmoid": "sigmoid", "Softplus": "softplus",
    "MSELoss": "mse_loss", "CrossEntropyLoss": "cross_entropy", "L1Loss": "l1_loss",
    "BCELoss": "binary_cross_entropy", "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
  ]

  /// Whether `requires_grad=True`, a `Parameter` or micrograd's `Value` stands in it.
  private func wantsDerivative(_ part: PythonTree.Part) -> Bool {
    guard case .call(let callee, _, let keywords) = parser.tree[part].kind else { return false }
    if keywords.contains(where: {
      $0.name == "requires_grad" && parser.tree[$0.value].kind == .name("True")
    }) {
      return true
    }
    switch parser.tree[callee].kind {
    case .attribute(let object, let name):
      return ["Parameter", "Variable", "Value", "requires_grad_"].contains(name)
        || wantsDerivative(object)
    case .name(let name): return ["Parameter", "Value", "Variable"].contains(name)
    default: return false
    }
  }
}
