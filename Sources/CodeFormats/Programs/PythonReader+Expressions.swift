import Expressions

extension PythonReader {
  /// An expression as one of our formulas, with the same values.
  mutating func value(
    _ part: PythonTree.Part, _ locals: [String: ProgramValue]? = nil
  ) throws(ProgramError) -> ProgramValue {
    let node = parser.tree[part]
    let found: ProgramValue
    switch node.kind {
    case .number(let text): found = try PythonReader.number(text, at: node.place)
    case .name(let name): found = try named(name, locals, at: node.place)
    case .text: throw ProgramError("a text stands where a number belongs", at: node.place)
    case .unary("~", _):
      throw ProgramError(
        "'~' turns the bits of a whole number over; write -x for the opposite", at: node.place)
    case .unary(_, let operand):
      let inner = try value(operand, locals)
      found = ProgramValue(
        "-\(inner.text(.sign))", .sign, shape: inner.shape,
        numbers: inner.isNumber ? inner.numbers?.map { -$0 } : nil)
    case .binary: found = try chain(part, locals)
    case .comparison(let sign, let a, let b):
      found = try comparison(sign, value(a, locals), value(b, locals), at: node.place)
    case .attribute(let object, let name):
      found = try attribute(object, name, locals, at: node.place)
    case .call(let callee, let arguments, let keywords):
      found = try call(callee, arguments, keywords, locals, at: node.place)
    case .subscripted(let object, let subscripts):
      found = try subscripted(object, subscripts, locals, at: node.place)
    case .list(let parts): found = try list(parts, locals, at: node.place)
    case .tuple(let parts): found = try list(parts, locals, at: node.place)
    case .lambda:
      throw ProgramError(
        "a lambda is read where it gets a name, as in f = lambda z: z**2", at: node.place)
    }
    guard found.text.utf8.count <= PythonReader.textLimit else {
      throw ProgramError(
        "this comes to a formula that is too long; name parts of it", at: node.place)
    }
    return found
  }

  private static func number(
    _ text: String, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    let plain = text.filter { $0 != "_" }
    guard let first = plain.first, first.isNumber || first == ".", !plain.contains("x"),
      !plain.contains("X"),
      let number = Double(plain.hasSuffix(".") ? "\(plain)0" : plain), number.isFinite
    else {
      throw ProgramError(
        "'\(text)' is not read as a number; write it with digits, as in 0.5 or 1e-3", at: place)
    }
    return ProgramValue(number)
  }

  private func named(
    _ name: String, _ locals: [String: ProgramValue]?, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    if let value = locals?[name] ?? quantities[name] { return value }
    switch name {
    case "True": return ProgramValue(1)
    case "False": return ProgramValue(0)
    case "None": throw ProgramError("None stands where a number belongs", at: place)
    default: break
    }
    if case .library(let constant)? = meanings[name], let value = PythonReader.constant(constant) {
      return value
    }
    guard meanings[name] == nil, modules[name] == nil else {
      throw ProgramError("'\(name)' is a function; call it, as in \(name)(x)", at: place)
    }
    throw ProgramError(
      "'\(name)' has no value above this line; give it one, as in \(name) = 2.0", at: place)
  }

  static let numbers: Set<String> = ["pi", "e", "inf", "nan"]

  private static func constant(_ name: String) -> ProgramValue? {
    switch name {
    case "pi": ProgramValue("pi", shape: [])
    case "e": ProgramValue(2.718281828459045)
    default: nil
    }
  }

  /// A row of signs such as `a + b - c`, however long.
  private mutating func chain(
    _ part: PythonTree.Part, _ locals: [String: ProgramValue]?
  ) throws(ProgramError) -> ProgramValue {
    var steps: [(sign: String, right: PythonTree.Part, place: ProgramError.Place)] = []
    var first = part
    while case .binary(let sign, let left, let right) = parser.tree[first].kind {
      steps.append((sign, right, parser.tree[first].place))
      first = left
    }
    var found = try value(first, locals)
    for step in steps.reversed() {
      found = try joined(found, step.sign, try value(step.right, locals), at: step.place)
      guard found.text.utf8.count <= PythonReader.textLimit else {
        throw ProgramError(
          "this comes to a formula that is too long; name parts of it", at: step.place)
      }
    }
    return found
  }

  func joined(
    _ a: ProgramValue, _ sign: String, _ b: ProgramValue, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    switch sign {
    case "+", "-": return .joining(a, sign, b, .sum)
    case "*", "/": return .joining(a, sign, b, .product)
    case "**": return a.power(b)
    case "@":
      guard !a.isNumber, !b.isNumber else {
        throw ProgramError("'@' multiplies matrices; write * between numbers", at: place)
      }
      return .product(a, b)
    case "^":
      throw ProgramError(
        "'^' is the exclusive or of whole numbers in Python; write ** for a power", at: place)
    case "//":
      throw ProgramError("'//' cuts to a whole number, and has no derivative; write /", at: place)
    case "%":
      throw ProgramError(
        "'%' is the rest of a division, which the course has not; write the formula without it",
        at: place)
    default:
      throw ProgramError("'\(sign)' works on bits; formulas hold + - * / ** and @", at: place)
    }
  }

  /// 1 where a comparison holds, 0 elsewhere.
  private func comparison(
    _ sign: String, _ a: ProgramValue, _ b: ProgramValue, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    guard sign != "!=" else {
      throw ProgramError("'!=' is not read; write 1 - (a == b)", at: place)
    }
    guard a.isNumber, b.isNumber else {
      return ProgramValue(
        "\(a.text(.sum)) \(sign) \(b.text(.sum))", .comparison, shape: ProgramValue.shape(a, b))
    }
    func step(_ a: ProgramValue, _ b: ProgramValue) -> String {
      b.constant == 0 ? "step(\(a.text))" : "step(\(ProgramValue.joining(a, "-", b, .sum).text))"
    }
    switch sign {
    case ">": return ProgramValue(step(a, b), shape: [])
    case "<": return ProgramValue(step(b, a), shape: [])
    case ">=": return ProgramValue("1 - \(step(b, a))", .sum, shape: [])
    case "<=": return ProgramValue("1 - \(step(a, b))", .sum, shape: [])
    default:
      throw ProgramError(
        "two numbers that are equal or not give no derivative; write where they differ", at: place)
    }
  }

  private mutating func attribute(
    _ object: PythonTree.Part, _ name: String, _ locals: [String: ProgramValue]?,
    at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    if let path = parser.tree.path(object), modules[path[0]] != nil, quantities[path[0]] == nil {
      guard let value = PythonReader.constant(name) else {
        throw ProgramError(
          "'\((path + [name]).joined(separator: "."))' is not a number that formulas have",
          at: place)
      }
      return value
    }
    let value = try self.value(object, locals)
    switch name {
    case "T", "mT", "H":
      guard !value.isNumber, value.shape?.count != 1 else { return value }
      return ProgramValue("\(value.text(.atom)).T", shape: value.shape.map { $0.reversed() })
    case "values", "data", "real": return value
    case "size":
      guard let shape = value.shape else { throw unknownShape(at: place) }
      return ProgramValue(Double(shape.reduce(1, *)))
    case "ndim":
      guard let shape = value.shape else { throw unknownShape(at: place) }
      return ProgramValue(Double(shape.count))
    case "shape": throw ProgramError("take one of its sizes, as in X.shape[0]", at: place)
    case "grad":
      throw ProgramError("a derivative is what you are to find; take this line away", at: place)
    default: throw ProgramError("'.\(name)' is not read", at: place)
    }
  }

  func unknownShape(at place: ProgramError.Place) -> ProgramError {
    ProgramError("this shape is not known before the numbers are; write the size", at: place)
  }

  private mutating func subscripted(
    _ object: PythonTree.Part, _ subscripts: [PythonTree.Subscript],
    _ locals: [String: ProgramValue]?, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    if case .attribute(let array, "shape") = parser.tree[object].kind {
      let value = try self.value(array, locals)
      guard let shape = value.shape else { throw unknownShape(at: place) }
      guard subscripts.count == 1, case .at(let part) = subscripts[0],
        let axis = whole(part), (-shape.count..<shape.count).contains(axis)
      else { throw ProgramError("an axis belongs in the brackets, such as 0", at: place) }
      return ProgramValue(Double(shape[axis < 0 ? axis + shape.count : axis]))
    }
    let value = try self.value(object, locals)
    if case .call = parser.tree[object].kind, subscripts.count == 1,
      case .at(let part) = subscripts[0],
      whole(part) == 0, value.text.hasPrefix("max(") || value.text.hasPrefix("min("),
      !value.isNumber
    {
      // PyTorch's maximum along an axis is the first of a pair.
      return value
    }
    var texts: [String] = []
    for taken in subscripts {
      switch taken {
      case .at(let part):
        if parser.tree[part].kind == .name("None") {
          texts.append("None")
        } else if let index = whole(part) {
          texts.append(String(index))
        } else if case .attribute(_, "newaxis") = parser.tree[part].kind {
          texts.append("None")
        } else {
          texts.append(try self.value(part, locals).text)
        }
      case .slice(let start, let end):
        texts.append(try bound(start) + ":" + bound(end))
      }
    }
    var shape = value.shape
    if let sizes = shape, subscripts.count == 1, case .at(let part) = subscripts[0],
      whole(part) != nil,
      !sizes.isEmpty
    {
      shape = Array(sizes.dropFirst())
    } else {
      let isCell =
        subscripts.count == shape?.count
        && subscripts.allSatisfy {
          if case .at(let part) = $0 { whole(part) != nil } else { false }
        }
      shape = isCell ? [] : nil
    }
    return ProgramValue("\(value.text(.atom))[\(texts.joined(separator: ", "))]", shape: shape)
  }

  private func bound(_ part: PythonTree.Part?) throws(ProgramError) -> String {
    guard let part else { return "" }
    guard let index = whole(part) else {
      throw ProgramError(
        "a part is taken by whole numbers, as in X[1:3]", at: parser.tree[part].place)
    }
    return String(index)
  }

  /// A whole number that is written out, or has a name.
  func whole(_ part: PythonTree.Part) -> Int? {
    switch parser.tree[part].kind {
    case .number(let text): return Int(text)
    case .unary("-", let inner): return whole(inner).map { -$0 }
    case .name(let name): return wholeNumbers[name].flatMap { Int(exactly: $0) }
    default: return nil
    }
  }

  /// Numbers in brackets; of quantities a vector or matrix cannot be made here.
  private mutating func list(
    _ parts: [PythonTree.Part], _ locals: [String: ProgramValue]?, at place: ProgramError.Place
  ) throws(ProgramError) -> ProgramValue {
    var numbers: [Double] = []
    var inner: [Int]?
    for part in parts {
      let value = try self.value(part, locals)
      guard let own = value.numbers ?? known(part), let shape = value.shape else {
        throw ProgramError(
          "brackets hold numbers, as in [1, -2] or [[1, 2], [3, 4]], and '\(value.text.prefix(40))' is none",
          at: parser.tree[part].place)
      }
      guard inner == nil || inner == shape else {
        throw ProgramError("the rows of an array have one length", at: parser.tree[part].place)
      }
      inner = shape
      numbers += own
    }
    guard let inner, (inner + [parts.count]).count <= 3 else {
      throw ProgramError(
        parts.isEmpty ? "brackets hold a number at least" : "an array has three axes at most",
        at: place)
    }
    return ProgramValue(numbers, shape: [parts.count] + inner)
  }

  /// The number of a name that was given one.
  private mutating func known(_ part: PythonTree.Part) -> [Double]? {
    guard case .name(let name) = parser.tree[part].kind, let number = wholeNumbers[name] else {
      return nil
    }
    reading.notes.append(
      ProgramReading.Note(
        line: parser.tree[part].place.line,
        text:
          "\(name) in brackets is its number \(number.shortestText), and gets no derivative there"))
    return [number]
  }
}
