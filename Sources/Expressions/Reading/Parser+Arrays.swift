extension Parser {
  /// What reading a formula with arrays keeps.
  struct ArrayState {
    /// The shapes of the names; those that are missing are numbers.
    let names: [String: Shape]
    /// The shape of each term, as far as it was asked.
    var terms: [Shape] = []
    /// Vectors behind which a `'` stands, which only a second vector gives a meaning.
    var turned: Set<Int> = []
    var notes: [ArrayNote] = []

    init(names: [String: Shape]) {
      self.names = names
    }

    /// Forgets what is known of terms that were taken back.
    mutating func forget(from place: Int) {
      if terms.count > place { terms.removeSubrange(place...) }
    }
  }

  /// How a product was written.
  private enum ProductSign {
    case none, star, at, circle, dot, cross
  }

  mutating func note(_ note: ArrayNote) { arrays?.notes.append(note) }

  /// Reads a comparison, or a sum where there is no sign of one.
  mutating func comparison() throws(ParseError) -> Int {
    let start = token.range.lowerBound
    let left = try sum()
    guard case .comparison(let comparison) = token.kind else { return left }
    let sign = token.range
    advance()
    let right = try sum()
    if case .comparison = token.kind {
      throw ParseError(.array(.chainedComparison), at: token.range)
    }
    let term = expression.append(ArrayCall(.compare(comparison), [left, right]))
    try check(term, from: start, sign: sign.upperBound - 1)
    return term
  }

  // MARK: Shapes

  /// The shape of a term.
  ///
  /// - Complexity: O(1) but for terms that were never asked.
  mutating func shape(of term: Int) throws(ParseError) -> Shape {
    do throws(ShapeError) {
      return try inferredShape(of: term)
    } catch {
      throw ParseError(.array(.shape(error, operands: [])), at: 0..<max(1, scalars.count))
    }
  }

  private mutating func inferredShape(of term: Int) throws(ShapeError) -> Shape {
    guard var state = arrays else { return .number }
    defer { arrays = state }
    while state.terms.count <= term {
      let index = state.terms.count
      let operands = expression.operands(of: index).map { state.terms[$0] }
      switch expression.terms[index] {
      case .number, .constant: state.terms.append(.number)
      case .name(let slot):
        state.terms.append(state.names[expression.names[slot]] ?? .number)
      case .unary: state.terms.append(operands[0])
      case .binary: state.terms.append(try ArrayOperation.spread(operands[0], operands[1]))
      case .array(let call):
        state.terms.append(try expression.arrays[call].operation.shape(of: operands))
      }
    }
    return state.terms[term]
  }

  /// Makes sure that a term that was just read has a shape.
  ///
  /// - Parameters:
  ///   - start: where its text begins.
  ///   - sign: where the sign between its operands stands.
  mutating func check(_ term: Int, from start: Int, sign: Int) throws(ParseError) {
    guard arrays != nil else { return }
    let end = token(at: -1).range.upperBound
    let texts = [
      text(at: start..<max(start, sign)).trimmingBlanks,
      text(at: min(sign + 1, end)..<end).trimmingBlanks,
    ]
    do throws(ShapeError) {
      let shape = try inferredShape(of: term)
      let operands = expression.operands(of: term)
      guard case .binary = expression.terms[term], operands.count == 2 else { return }
      let (a, b) = (try inferredShape(of: operands[0]), try inferredShape(of: operands[1]))
      if shape.count > max(a.count, b.count), !a.isNumber, !b.isNumber {
        note(.spread(texts[0], a, texts[1], b, shape))
      }
    } catch {
      throw ParseError(.array(.shape(error, operands: texts)), at: start..<end)
    }
  }

  // MARK: Products

  /// Reads products and quotients, which all bind alike, from the left.
  mutating func arrayProduct() throws(ParseError) -> Int {
    let start = token.range.lowerBound
    var left = try signed()
    /// The kinds of products that were read, of matrices and number by number.
    var kinds: (matrices: Int, entries: Int) = (0, 0)
    while true {
      let sign = token
      let kind: ProductSign
      switch sign.kind {
      case .times: kind = .star
      case .at: kind = .at
      case .circle: kind = .circle
      case .dot: kind = .dot
      case .cross: kind = .cross
      case .divide:
        advance()
        try refuseTurned(left, from: start)
        let right = try signed()
        try refuseTurned(right, from: sign.range.upperBound)
        left = expression.append(.divide, left, right)
        try check(left, from: start, sign: sign.range.lowerBound)
        continue
      case .name, .library, .open, .openBrace, .root, .quotient, .brackets: kind = .none
      case .bar where openBarCount == 0: kind = .none
      case .number, .fraction: throw numberAfterFactor()
      case .percent: throw percentAfterFactor()
      default:
        try refuseTurned(left, from: start)
        if kinds.matrices > 0, kinds.entries > 0 {
          note(.mixedProducts(expression.part(left).parenthesizedText))
        }
        return left
      }
      if kind != .none { advance() }
      let right = kind == .none ? try power() : try signed()
      let isMatrices = try multiply(
        &left, right, kind, from: start,
        sign: kind == .none ? sign.range.lowerBound - 1 : sign.range.lowerBound)
      if let isMatrices {
        kinds.matrices += isMatrices ? 1 : 0
        kinds.entries += isMatrices ? 0 : 1
      }
    }
  }

  /// Appends a product.
  ///
  /// - Returns: whether it is one of matrices, or number by number; `nil` where a number scales.
  private mutating func multiply(
    _ left: inout Int, _ right: Int, _ kind: ProductSign, from start: Int, sign: Int
  ) throws(ParseError) -> Bool? {
    let (a, b) = (try shape(of: left), try shape(of: right))
    let end = token(at: -1).range.upperBound
    let isLeftTurned = arrays?.turned.contains(left) ?? false
    let isRightTurned = arrays?.turned.contains(right) ?? false
    if isLeftTurned || isRightTurned {
      guard isLeftTurned != isRightTurned, a.axes == 1, b.axes == 1, kind != .star, kind != .circle
      else {
        throw turnedError(isLeftTurned ? left : right, at: start..<end)
      }
      left = expression.append(ArrayCall(isLeftTurned ? .product : .outer, [left, right]))
      try check(left, from: start, sign: sign)
      return true
    }
    guard !a.isNumber, !b.isNumber else {
      guard kind != .at else {
        throw ParseError(
          .array(.shape(.productWithNumber, operands: [])), at: start..<end,
          remedy: Remedy(["*"], at: sign..<sign + 1))
      }
      left = expression.append(.multiply, left, right)
      try check(left, from: start, sign: sign)
      return nil
    }
    switch kind {
    case .star, .circle:
      left = expression.append(ArrayCall(.entrywise, [left, right]))
      try check(left, from: start, sign: sign)
      try noteSpread(left, from: start, sign: sign)
      return false
    case .cross:
      throw ParseError(
        .array(.cross), at: sign..<sign + 1, remedy: Remedy(["@", "*"], at: sign..<sign + 1))
    case .none, .at, .dot:
      let product = expression.append(ArrayCall(.product, [left, right]))
      do throws(ShapeError) {
        _ = try inferredShape(of: product)
      } catch {
        throw productError(error, a, b, from: start, sign: sign, kind == .none)
      }
      if kind == .none, a == b, a.axes == 2 {
        note(
          .squareProduct(
            text(at: start..<sign + 1).trimmingBlanks, text(at: sign + 1..<end).trimmingBlanks))
      }
      left = product
      return true
    }
  }

  private mutating func noteSpread(_ term: Int, from start: Int, sign: Int) throws(ParseError) {
    let operands = expression.operands(of: term)
    let (a, b, shape) = (
      try shape(of: operands[0]), try shape(of: operands[1]), try shape(of: term)
    )
    guard shape.count > max(a.count, b.count) else { return }
    let end = token(at: -1).range.upperBound
    note(
      .spread(
        text(at: start..<sign).trimmingBlanks, a, text(at: sign + 1..<end).trimmingBlanks, b, shape)
    )
  }

  /// Tells how the factors of a product would meet.
  private func productError(
    _ error: ShapeError, _ a: Shape, _ b: Shape, from start: Int, sign: Int, _ isBeside: Bool
  ) -> ParseError {
    let end = token(at: -1).range.upperBound
    let left = text(at: start..<(isBeside ? sign + 1 : sign)).trimmingBlanks
    let right = text(at: sign + 1..<end).trimmingBlanks
    let between = isBeside ? " " : " \(text(at: sign..<sign + 1)) "
    var result = ParseError(
      .array(.shape(error, operands: [left, right])), at: start..<end)
    let turnedLeft = isName(left) ? "\(left)'" : "(\(left))'"
    let turnedRight = isName(right) ? "\(right)'" : "(\(right))'"
    var remedies: [String] = []
    func meets(_ a: Shape, _ b: Shape) -> Bool {
      (try? ArrayOperation.product.shape(of: [a, b])) != nil
    }
    func turned(_ shape: Shape) -> Shape? { try? ArrayOperation.transpose.shape(of: [shape]) }
    if let a = turned(a), meets(a, b) { remedies.append("\(turnedLeft)\(between)\(right)") }
    if let b = turned(b), meets(a, b) { remedies.append("\(left)\(between)\(turnedRight)") }
    if remedies.isEmpty, meets(b, a), isName(left) || isBeside == false {
      remedies.append("\(right)\(between)\(left)")
    }
    if remedies.isEmpty, a == b { remedies.append("\(left) * \(right)") }
    if !remedies.isEmpty { result.remedy = Remedy(remedies, at: start..<end) }
    return result
  }

  private func isName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { Lexer.continuesName($0) || $0 == "'" }
  }

  // MARK: Behind a factor

  /// Reads what stands behind a factor and says more of it: a transposition, a part, a method.
  mutating func finished(_ factor: Int, from start: Int) throws(ParseError) -> Int {
    var factor = factor
    while true {
      let sign = token
      switch sign.kind {
      case .transpose:
        advance()
        factor = try transposed(factor, from: start)
      case .brackets where isPart(sign):
        factor = try part(of: factor, from: start)
      case .method(let name):
        advance()
        factor = try method(name, of: factor, at: sign.range, from: start)
      default: return factor
      }
    }
  }

  /// Whether brackets are a part of what stands before them; behind a number they are a factor.
  private func isPart(_ brackets: Token) -> Bool {
    switch token(at: -1).kind {
    case .name, .close, .closeBrace, .brackets, .transpose, .method: true
    default: false
    }
  }

  /// Appends a transposition; that of a vector waits for a second vector.
  mutating func transposed(_ factor: Int, from start: Int) throws(ParseError) -> Int {
    let shape = try shape(of: factor)
    if shape.isNumber { return factor }
    if shape.axes == 1 {
      // Every place where a name stands is a term of its own.
      if arrays?.turned.remove(factor) == nil { arrays?.turned.insert(factor) }
      return factor
    }
    return expression.append(ArrayCall(.transpose, [factor]))
  }

  /// Reads `A^T`, where T is bound to nothing and A has axes.
  mutating func transposedPower(of base: Int, from start: Int) throws(ParseError) -> Int? {
    let shape = try shape(of: base)
    guard !shape.isNumber else { return nil }
    var offset = 1
    if token(at: 1).kind == .openBrace || token(at: 1).kind == .open { offset = 2 }
    guard case .name("T") = token(at: offset).kind, !known.contains("T") else {
      if token(at: 1).kind == .minus, token(at: 2).kind == .number(1) {
        note(
          .inverse(text(at: start..<token(at: -1).range.upperBound).trimmingBlanks))
      }
      return nil
    }
    if offset == 2 {
      switch token(at: 3).kind {
      case .closeBrace, .close: advance()
      default: return nil
      }
      advance()
    }
    advance()
    advance()
    return try finished(try transposed(base, from: start), from: start)
  }

  /// Refuses a vector with a `'` that no second vector gives a meaning.
  func refuseTurned(_ term: Int, from start: Int) throws(ParseError) {
    guard let arrays, arrays.turned.contains(term) else { return }
    throw turnedError(term, at: start..<token(at: -1).range.upperBound)
  }

  private func turnedError(_ term: Int, at range: Range<Int>) -> ParseError {
    let shape = (arrays?.terms.count ?? 0) > term ? arrays?.terms[term] ?? .number : .number
    var error = ParseError(.array(.shape(.vectorTransposed(shape), operands: [])), at: range)
    let typed = text(at: range)
    let plain = typed.filter { !"'’′ᵀ⊤".contains($0) }
    if plain != typed { error.remedy = Remedy([plain], at: range) }
    return error
  }
}

extension Expression {
  /// The formula's text with parentheses around each product within a product.
  var parenthesizedText: String {
    let parts = operands(of: root)
    guard parts.count == 2 else { return text }
    let left = part(parts[0])
    let whole = text
    guard left.binding == .product, left.terms.count > 1, whole.hasPrefix(left.text) else {
      return whole
    }
    return "(\(left.parenthesizedText))\(whole.dropFirst(left.text.count))"
  }
}
