extension Parser {
  /// The arguments of a call in parentheses.
  private struct Arguments {
    /// Terms in order, each with its place.
    var terms: [(term: Int, range: Range<Int>)] = []
    var options = ArrayFunction.Options()
    var keywords: Set<String> = []
  }

  /// Who calls a function: a formula as ours, or as a library has it, where an axis may stand without its name.
  private enum Style {
    case formula, library
  }

  /// Reads a call of a function of arrays.
  ///
  /// - Returns: `nil` where the name is another thing: bound in the graph, or no such function.
  mutating func arrayCall(_ name: String, at range: Range<Int>) throws(ParseError) -> Int? {
    guard token.kind == .open, !known.contains(name), let function = ArrayFunction.named(name)
    else { return nil }
    // `max(X, 1)` is the larger of two, number by number.
    if Operation.functions[name] != nil, isOfTwo() { return nil }
    return try call(name, function, .formula, at: range)
  }

  /// Whether the call that opens here has a second argument that is no keyword.
  private func isOfTwo() -> Bool {
    var depth = 0
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .open, .openBrace: depth += 1
      case .close, .closeBrace:
        depth -= 1
        if depth == 0 { return false }
      case .comma where depth == 1:
        guard case .name(let name) = tokens[min(index + 1, tokens.count - 1)].kind,
          ArrayFunction.allKeywords.contains(name)
        else { return true }
      default: break
      }
    }
    return false
  }

  private mutating func call(
    _ name: String, _ function: ArrayFunction, _ style: Style, at range: Range<Int>,
    of object: (term: Int, range: Range<Int>)? = nil
  ) throws(ParseError) -> Int {
    var arguments = Arguments()
    if let object { arguments.terms = [object] }
    try read(&arguments, name, function)
    let end = token(at: -1).range.upperBound
    let whole = (object?.range.lowerBound ?? range.lowerBound)..<end
    try settle(&arguments, name, function, style, at: whole)
    arguments.options.shapes = []
    for argument in arguments.terms {
      arguments.options.shapes.append(try shape(of: argument.term))
    }
    guard let operation = function.operation(arguments.options) else {
      let numbers = arguments.options.numbers.map(String.init).joined(separator: ", ")
      if case .reshape = ArrayOperation.reshape(.number), name == "reshape",
        !arguments.options.numbers.isEmpty
      {
        throw ParseError(
          .array(
            .shape(
              .reshaped(arguments.options.shapes[0], to: Shape(arguments.options.numbers)),
              operands: [])), at: whole)
      }
      throw ParseError(
        .array(
          numbers.isEmpty
            ? .missingArgument(name, usage: function.usage) : .notWhole(numbers, of: function.usage)
        ),
        at: whole)
    }
    let term = expression.append(ArrayCall(operation, arguments.terms.map(\.term)))
    do throws(ParseError) {
      _ = try shape(of: term)
    } catch {
      guard case .array(.shape(let problem, _)) = error.reason else { throw error }
      let texts = arguments.terms.map { text(at: $0.range).trimmingBlanks }
      throw ParseError(.array(.shape(problem, operands: texts)), at: whole)
    }
    return term
  }

  /// Reads what stands between parentheses.
  private mutating func read(
    _ arguments: inout Arguments, _ name: String, _ function: ArrayFunction
  ) throws(ParseError) {
    let open = token
    advance()
    // `zeros((2, 3))` and `concat([A, B])` have one more pair.
    var inner: Token?
    if token.kind == .open, function.takesNumbers || name == "concat", isWholeArgument() {
      inner = token
      advance()
    }
    while token.kind != .close {
      if case .name(let keyword) = token.kind, token(at: 1).kind == .equals {
        try readKeyword(keyword, of: name, function, &arguments)
      } else {
        if token.kind == .open, function.takesNumbers, !arguments.terms.isEmpty, inner == nil,
          isWholeArgument()
        {
          inner = token
          advance()
        }
        let start = token.range.lowerBound
        let term = try enclosed(isInArguments: true)
        try refuseTurned(term, from: start)
        arguments.terms.append((term, start..<token(at: -1).range.upperBound))
      }
      if let opened = inner, token.kind == .close {
        try close(opened)
        inner = nil
      }
      guard token.kind == .comma else { break }
      advance()
    }
    try close(open)
  }

  /// Whether parentheses that open here hold several arguments, and not a part of a formula.
  private func isWholeArgument() -> Bool {
    var depth = 0
    var hasComma = false
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .open, .openBrace: depth += 1
      case .comma where depth == 1: hasComma = true
      case .close, .closeBrace:
        depth -= 1
        guard depth == 0 else { continue }
        let next = tokens[min(index + 1, tokens.count - 1)].kind
        return hasComma && (next == .close || next == .comma)
      default: break
      }
    }
    return false
  }

  private mutating func readKeyword(
    _ typed: String, of name: String, _ function: ArrayFunction, _ arguments: inout Arguments
  ) throws(ParseError) {
    let range = token.range
    let keyword = ArrayFunction.otherKeywords[typed] ?? typed
    guard function.keywords.contains(keyword) else {
      throw ParseError(.array(.unknownKeyword(typed, of: name)), at: range)
    }
    advance()
    advance()
    let start = token.range.lowerBound
    let isNegative = token.kind == .minus
    if isNegative { advance() }
    switch (keyword, token.kind) {
    case ("keepdims", .name("True")), ("keepdims", .number(1)): arguments.options.keepsAxes = true
    case ("keepdims", .name("False")), ("keepdims", .number(0)):
      arguments.options.keepsAxes = false
    case ("axis", .name("None")): arguments.options.axis = nil
    case ("axis", .number(let value)):
      guard let axis = Int(exactly: value) else { fallthrough }
      arguments.options.axis = isNegative ? -axis : axis
    default:
      let value = text(at: start..<token.range.upperBound)
      throw ParseError(
        .array(.unreadableValue(value, of: keyword)), at: start..<token.range.upperBound)
    }
    arguments.keywords.insert(keyword)
    advance()
  }

  /// Parts operands from the whole numbers behind them.
  private mutating func settle(
    _ arguments: inout Arguments, _ name: String, _ function: ArrayFunction, _ style: Style,
    at whole: Range<Int>
  ) throws(ParseError) {
    let count = arguments.terms.count
    let numbers = arguments.terms.dropFirst(function.operands.upperBound)
    if function.takesNumbers || (style == .library && function.keywords.contains("axis")) {
      var values: [Int] = []
      for argument in numbers {
        let part = expression.part(argument.term)
        guard part.isConstant, let value = part.arrayValue(at: [])?.number,
          let number = Int(exactly: value)
        else {
          throw ParseError(
            .array(.notWhole(text(at: argument.range).trimmingBlanks, of: function.usage)),
            at: argument.range)
        }
        values.append(number)
      }
      if !numbers.isEmpty { try removeTerms(behind: arguments.terms, function) }
      arguments.terms.removeLast(numbers.count)
      if function.takesNumbers {
        arguments.options.numbers = values
      } else if values.count == 1 {
        arguments.options.axis = values[0]
      } else if values.count > 1 {
        throw ParseError(.array(.tooManyArguments(name, usage: function.usage)), at: whole)
      }
    } else if !numbers.isEmpty {
      guard function.keywords.contains("axis"), numbers.count == 1, let last = numbers.last else {
        throw ParseError(.array(.tooManyArguments(name, usage: function.usage)), at: whole)
      }
      let value = text(at: last.range).trimmingBlanks
      throw ParseError(
        .array(.positionalAxis(name)), at: whole,
        remedy: Remedy(["axis=\(value)"], at: last.range))
    }
    guard count >= function.operands.lowerBound else {
      throw ParseError(.array(.missingArgument(name, usage: function.usage)), at: whole)
    }
  }

  /// Takes back the terms of the whole numbers, which are no operands.
  private mutating func removeTerms(
    behind terms: [(term: Int, range: Range<Int>)], _ function: ArrayFunction
  ) throws(ParseError) {
    let kept = terms.prefix(function.operands.upperBound)
    // What was read before the call stays too.
    guard let first = terms.dropFirst(kept.count).first else { return }
    let part = expression.part(first.term)
    let place = first.term + 1 - part.terms.count
    expression.removeTerms(from: place)
    arrays?.forget(from: place)
  }

  // MARK: As programs write it

  /// Reads `np.sum(A, 0)` and its like.
  mutating func libraryCall(_ name: String) throws(ParseError) -> Int {
    let range = token.range
    advance()
    let word = Parser.librarySynonyms[name] ?? name
    guard token.kind == .open else {
      guard name == "pi" || name == "e", let constant = Expression.Constant(rawValue: name) else {
        throw ParseError(.array(.unknownMethod(name)), at: range)
      }
      return expression.append(.constant(constant))
    }
    switch word {
    case "dot", "matmul", "mm", "multiply":
      let operands = try twoArguments(word, at: range)
      let kind: ArrayOperation = word == "multiply" ? .entrywise : .product
      return try product(operands, kind, from: range.lowerBound)
    case "transpose":
      let open = token
      advance()
      let start = token.range.lowerBound
      let term = try enclosed(isInArguments: false)
      try close(open)
      return try shape(of: term).axes > 1 ? transposed(term, from: start) : term
    case "maximum": return try named("max", at: range)
    case "minimum": return try named("min", at: range)
    default: break
    }
    if let function = ArrayFunction.named(word) {
      return try call(word, function, .library, at: range)
    }
    guard Operation.functions[word] != nil else {
      throw ParseError(.array(.unknownMethod(name)), at: range)
    }
    return try named(word, at: range)
  }

  private static let librarySynonyms = [
    "concatenate": "concat", "cat": "concat", "amax": "max", "amin": "min", "absolute": "abs",
  ]

  /// Reads `.T`, `.dot(B)`, `.sum(0)`, `.reshape(2, 3)` behind a factor.
  mutating func method(
    _ name: String, of factor: Int, at range: Range<Int>, from start: Int
  ) throws(ParseError) -> Int {
    if name == "T" || (name == "t" || name == "transpose") && token.kind == .open {
      if name != "T" {
        advance()
        guard token.kind == .close else {
          throw ParseError(.array(.unknownMethod(name)), at: range)
        }
        advance()
      }
      let shape = try shape(of: factor)
      guard shape.axes < 3 else {
        throw ParseError(
          .array(.shape(.threeAxesTransposed, operands: [])), at: range,
          remedy: Remedy(["'"], at: range))
      }
      if shape.axes == 1 {
        note(.vectorTransposed(text(at: start..<range.lowerBound).trimmingBlanks))
      }
      return shape.axes == 2 ? try transposed(factor, from: start) : factor
    }
    guard token.kind == .open else { throw ParseError(.array(.unknownMethod(name)), at: range) }
    let object = (term: factor, range: start..<range.lowerBound)
    if name == "dot" || name == "matmul" || name == "mm" {
      let open = token
      advance()
      let from = token.range.lowerBound
      let other = try enclosed(isInArguments: false)
      let operands = [object, (term: other, range: from..<token(at: -1).range.upperBound)]
      try close(open)
      return try product(operands, .product, from: start)
    }
    let methods: Set = ["sum", "mean", "max", "min", "var", "norm", "reshape", "softmax"]
    guard methods.contains(name), let function = ArrayFunction.named(name) else {
      throw ParseError(.array(.unknownMethod(name)), at: range)
    }
    return try call(name, function, .library, at: range, of: object)
  }

  private mutating func twoArguments(
    _ name: String, at range: Range<Int>
  ) throws(ParseError) -> [(term: Int, range: Range<Int>)] {
    let function = ArrayFunction(usage: "\(name)(A, B)", operands: 2...2) { _ in .product }
    var arguments = Arguments()
    try read(&arguments, name, function)
    guard arguments.terms.count == 2 else {
      throw ParseError(
        .array(.missingArgument(name, usage: function.usage)),
        at: range.lowerBound..<token(at: -1).range.upperBound)
    }
    return arguments.terms
  }

  /// Appends a product of two, or scales by a number.
  private mutating func product(
    _ operands: [(term: Int, range: Range<Int>)], _ operation: ArrayOperation, from start: Int
  ) throws(ParseError) -> Int {
    let (a, b) = (try shape(of: operands[0].term), try shape(of: operands[1].term))
    let terms = operands.map(\.term)
    let term =
      a.isNumber || b.isNumber
      ? expression.append(.multiply, terms[0], terms[1])
      : expression.append(ArrayCall(operation, terms))
    do throws(ParseError) {
      _ = try shape(of: term)
    } catch {
      guard case .array(.shape(let problem, _)) = error.reason else { throw error }
      let texts = operands.map { text(at: $0.range).trimmingBlanks }
      throw ParseError(
        .array(.shape(problem, operands: texts)),
        at: start..<token(at: -1).range.upperBound)
    }
    return term
  }
}
