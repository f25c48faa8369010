import Expressions

extension PythonReader {
  mutating func call(
    _ callee: PythonTree.Part, _ arguments: [PythonTree.Part], _ keywords: [PythonTree.Keyword],
    _ locals: [String: ProgramValue]?, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    var call = PythonCall(
      name: "", module: "", object: nil, arguments: arguments,
      keywords: Dictionary(keywords.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
      locals: locals, place: place)
    if case .call(let layer, let inner, _) = parser.tree[callee].kind, inner.isEmpty,
      let last = parser.tree.path(layer)?.last, let function = PythonReader.layers[last]
    {
      // nn.ReLU()(x)
      call.name = function
      call.module = "torch"
      return try library(call)
    }
    guard let path = parser.tree.path(callee), locals?[path[0]] == nil, quantities[path[0]] == nil
    else {
      guard case .attribute(let object, let name) = parser.tree[callee].kind else {
        if case .name(let name) = parser.tree[callee].kind {
          throw ProgramError(
            "'\(name)' is a quantity; write \(name) * (…) for a product", at: place)
        }
        throw ProgramError("this cannot be called; call a function by its name", at: place)
      }
      call.name = name
      call.object = try value(object, locals)
      return try library(call)
    }
    call.name = path[path.count - 1]
    if path.count == 1 {
      switch meanings[path[0]] {
      case .function(let function): return try result(of: function, call)
      case .library(let name):
        call.name = name
        call.module = "math"
        return try library(call)
      case nil: return try builtin(call)
      }
    }
    guard let module = modules[path[0]] else {
      throw ProgramError(
        "'\(path[0])' is not known above this line; import it, or give it a value", at: place)
    }
    call.module = (module + path.dropFirst().dropLast()).joined(separator: ".")
    return try library(call)
  }

  /// What one of the program's own functions gives, with its operands in its formula.
  private mutating func result(
    of function: Function, _ call: PythonCall
  ) throws(ProgramError) -> ProgramValue {
    callDepth += 1
    defer { callDepth -= 1 }
    guard callDepth <= 20 else {
      throw ProgramError(
        "'\(call.name)' calls itself, or others too deep; write its lines out", at: call.place)
    }
    var inner: [String: ProgramValue] = [:]
    guard call.arguments.count <= function.parameters.count else {
      throw ProgramError(
        "'\(call.name)' takes \(function.parameters.count) values, and here are \(call.arguments.count)",
        at: call.place)
    }
    for (index, name) in function.parameters.enumerated() {
      let given = index < call.arguments.count ? call.arguments[index] : call.keywords[name]
      if let given {
        inner[name] = try value(given, call.locals)
      } else if let usual = function.defaults[name] {
        inner[name] = try value(usual)
      } else {
        throw ProgramError("'\(call.name)' needs a value for '\(name)'", at: call.place)
      }
    }
    for step in function.steps { inner[step.name] = try value(step.value, inner) }
    return try value(function.result, inner)
  }

  /// Python's own functions.
  private mutating func builtin(_ call: PythonCall) throws(ProgramError) -> ProgramValue {
    switch call.name {
    case "abs", "pow": return try library(call)
    case "float", "Value", "int":
      guard call.count >= 1 else { return ProgramValue(0) }
      return try operand(call, 0)
    case "max", "min":
      guard call.count >= 2 else { return try library(call) }
      var found = try operand(call, 0)
      for index in 1..<call.count {
        let next = try operand(call, index)
        found = ProgramValue(
          "\(call.name)(\(found.text), \(next.text))", shape: ProgramValue.shape(found, next))
      }
      return found
    case "sum":
      if let first = call.argument(0), case .list(let parts) = parser.tree[first].kind,
        !parts.isEmpty
      {
        var found = try value(parts[0], call.locals)
        for part in parts.dropFirst() {
          found = .joining(found, "+", try value(part, call.locals), .sum)
        }
        return found
      }
      let array = try operand(call, 0)
      guard array.shape?.count ?? 1 == 1 else {
        throw ProgramError("Python's sum adds up rows; write np.sum(…, axis=0)", at: call.place)
      }
      return ProgramValue("sum(\(array.text))", shape: [])
    case "len":
      guard let shape = try operand(call, 0).shape, let size = shape.first else {
        throw unknownShape(at: call.place)
      }
      return ProgramValue(Double(size))
    default:
      let known = Spelling.nearest(to: call.name, among: Array(meanings.keys))
      throw ProgramError(
        "'\(call.name)' is not known above this line"
          + (known.map { "; did you mean '\($0)'?" } ?? "; define it, as in def f(z): return z**2"),
        at: call.place)
    }
  }

  // MARK: Arguments

  /// An operand, the object of a method being the first.
  mutating func operand(_ call: PythonCall, _ index: Int) throws(ProgramError) -> ProgramValue {
    if let object = call.object, index == 0 { return object }
    guard
      let part = call.argument(index)
        ?? call.keywords[
          ["input", "x", "a"].first { call.keywords[$0] != nil && index == 0 } ?? ""]
    else { throw ProgramError("'\(call.name)' needs one more operand", at: call.place) }
    return try value(part, call.locals)
  }

  /// The axis that a call names, by keyword or in its place; `nil` for all.
  func axis(_ call: PythonCall, at index: Int = 1) throws(ProgramError) -> Int? {
    guard let part = call.keywords["axis"] ?? call.keywords["dim"] ?? call.argument(index) else {
      return nil
    }
    if parser.tree[part].kind == .name("None") { return nil }
    guard let axis = whole(part) else {
      throw ProgramError("one axis belongs here, as in axis=0", at: parser.tree[part].place)
    }
    return axis
  }

  func keepsAxes(_ call: PythonCall) -> Bool {
    (call.keywords["keepdims"] ?? call.keywords["keepdim"] ?? call.argument(2))
      .map { parser.tree[$0].kind == .name("True") } ?? false
  }

  /// Refuses keywords that change what comes out.
  func check(_ call: PythonCall, takes known: Set<String>) throws(ProgramError) {
    let harmless: Set<String> = [
      "dtype", "device", "requires_grad", "name", "label", "copy", "out",
    ]
    let unknown = call.keywords.keys.filter { !known.contains($0) && !harmless.contains($0) }
      .sorted()
    guard let first = unknown.first else { return }
    throw ProgramError(
      "'\(first)=' of \(call.name) is not read; write what it does as a formula", at: call.place)
  }

  /// The sizes that a call gives, in one tuple or one by one.
  func sizes(_ call: PythonCall, from index: Int) throws(ProgramError) -> [Int] {
    var parts = call.arguments.dropFirst(index - (call.isMethod ? 1 : 0)).map { $0 }
    if let named = call.keywords["shape"] ?? call.keywords["size"] { parts = [named] }
    if parts.count == 1 {
      switch parser.tree[parts[0]].kind {
      case .tuple(let inner), .list(let inner): parts = inner
      default: break
      }
    }
    var sizes: [Int] = []
    for part in parts {
      guard let size = whole(part) else {
        throw ProgramError("a size is a whole number here", at: parser.tree[part].place)
      }
      sizes.append(size)
    }
    guard !sizes.isEmpty else {
      throw ProgramError("sizes belong here, as in (2, 3)", at: call.place)
    }
    return sizes
  }
}
