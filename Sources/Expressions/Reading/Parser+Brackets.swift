extension Parser {
  // MARK: Literals

  /// Reads `[1, 2]`, `[1 2; 3 4]`, `[[1, 2], [3, 4]]`.
  mutating func literal() throws(ParseError) -> Int {
    let brackets = token
    advance()
    let array = try literal(in: brackets.range, level: 1)
    return expression.append(ArrayCall(.literal(array)))
  }

  private func literal(in range: Range<Int>, level: Int) throws(ParseError) -> NumericArray {
    guard level <= Shape.axisLimit else {
      throw ParseError(.array(.tooManyLevels), at: range)
    }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    let rows = split(inner, at: ";")
    if rows.count > 1 {
      // A `;` at the end begins no row.
      let filled = isBlank(rows[rows.count - 1]) ? rows.dropLast() : rows[...]
      var parts: [NumericArray] = []
      for row in filled { parts.append(try elements(in: row, level: level)) }
      return try stacked(parts, at: range)
    }
    return try elements(in: inner, level: level)
  }

  /// Reads numbers, or literals of one level less.
  private func elements(in range: Range<Int>, level: Int) throws(ParseError) -> NumericArray {
    if isBlank(range) { return NumericArray([], shape: Shape(0)) }
    let pieces = split(range, at: ",")
    let texts = pieces.count > 1 ? pieces : words(in: range)
    if scalars[range].contains("[") {
      var parts: [NumericArray] = []
      for piece in texts {
        let trimmed = trimmed(piece)
        guard let first = trimmed.first, scalars[first] == "[",
          scalars[trimmed.upperBound - 1] == "]"
        else {
          throw ParseError(
            .array(.element(text(at: trimmed))), at: trimmed.isEmpty ? range : trimmed)
        }
        parts.append(try literal(in: trimmed, level: level + 1))
      }
      return try stacked(parts, at: range)
    }
    var numbers: [Double] = []
    for piece in texts {
      let place = trimmed(piece)
      let element = try formula(in: place.isEmpty ? range : place, shapes: [:])
      guard element.expression.isConstant, element.shape.isNumber,
        let value = element.expression.arrayValue(at: [])?.number, value.isFinite
      else { throw ParseError(.array(.element(text(at: place))), at: place) }
      numbers.append(value)
    }
    return NumericArray(numbers)
  }

  private func stacked(
    _ parts: [NumericArray], at range: Range<Int>
  ) throws(ParseError) -> NumericArray {
    guard let first = parts.first else { return NumericArray([], shape: Shape(0)) }
    if let other = parts.first(where: { $0.shape != first.shape }) {
      throw ParseError(
        .array(.raggedRows(first.shape.sizes.first ?? 0, other.shape.sizes.first ?? 0)), at: range)
    }
    return NumericArray(
      parts.flatMap(\.elements), shape: Shape([parts.count] + first.shape.sizes))
  }

  /// Reads a part of the formula on its own.
  func formula(
    in range: Range<Int>, shapes: [String: Shape]? = nil
  ) throws(ParseError) -> Result {
    do throws(ParseError) {
      var parser = try Parser(
        Array(scalars[range]), known: known, shapes: shapes ?? arrays?.names ?? [:])
      return try parser.whole()
    } catch {
      throw error.moved(by: range.lowerBound)
    }
  }

  // MARK: Parts of text

  private func isBlank(_ range: Range<Int>) -> Bool {
    scalars[range].allSatisfy(\.properties.isWhitespace)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, scalars[first].properties.isWhitespace {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, scalars[last].properties.isWhitespace {
      range = range.lowerBound..<last
    }
    return range
  }

  /// The pieces between signs that stand in no brackets or parentheses of their own.
  func split(_ range: Range<Int>, at separator: Unicode.Scalar) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      switch scalars[index] {
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth -= 1
      case separator where depth == 0:
        pieces.append(start..<index)
        start = index + 1
      default: break
      }
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// The pieces between blanks, which part numbers as in `[1 -2]`; a blank beside a sign parts as well.
  private func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var depth = 0
    var start: Int?
    for index in range {
      let scalar = scalars[index]
      if depth == 0, scalar.properties.isWhitespace {
        if let first = start { words.append(first..<index) }
        start = nil
        continue
      }
      if start == nil { start = index }
      if "[({".unicodeScalars.contains(scalar) { depth += 1 }
      if "])}".unicodeScalars.contains(scalar) { depth -= 1 }
    }
    if let start { words.append(start..<range.upperBound) }
    return words
  }

  // MARK: Parts of quantities

  /// Reads what brackets behind a factor take of it.
  mutating func part(of factor: Int, from start: Int) throws(ParseError) -> Int {
    let brackets = token
    advance()
    let inner = brackets.range.lowerBound + 1..<brackets.range.upperBound - 1
    guard !isBlank(inner) else { throw ParseError(.array(.emptyIndex), at: brackets.range) }
    let pieces = split(inner, at: ",").map(trimmed)
    let shape = try shape(of: factor)
    if pieces.count == 2, let count = try rangeCount(pieces[0]) {
      let indices = try append(try formula(in: pieces[1]), from: pieces[1].lowerBound)
      let call = ArrayCall(.picked(rows: count ?? shape.sizes.first ?? 0), [factor, indices])
      return try checked(expression.append(call), from: start)
    }
    if pieces.count == 1, let indices = try indices(pieces[0]) {
      return try checked(expression.append(ArrayCall(.rows, [factor, indices])), from: start)
    }
    var cuts: [ArrayOperation.Cut] = []
    for piece in pieces { cuts.append(try cut(piece)) }
    return try checked(expression.append(ArrayCall(.part(cuts), [factor])), from: start)
  }

  private mutating func checked(_ term: Int, from start: Int) throws(ParseError) -> Int {
    try check(term, from: start, sign: token(at: -1).range.lowerBound)
    return term
  }

  /// The indices of rows that one index is, if it is no number and no range.
  private mutating func indices(_ piece: Range<Int>) throws(ParseError) -> Int? {
    guard split(piece, at: ":").count == 1, text(at: piece) != "None" else { return nil }
    if let count = try rangeCount(piece), let count {
      return expression.append(
        ArrayCall(.literal(NumericArray((0..<count).map { Double($0) }))))
    }
    let formula = try formula(in: piece)
    let isWhole = formula.expression.isConstant && formula.shape.isNumber
    return isWhole ? nil : try append(formula, from: piece.lowerBound)
  }

  /// The number of `range(3)` or `np.arange(3)`; nothing inside where it was left out, `nil` where it is none.
  private func rangeCount(_ piece: Range<Int>) throws(ParseError) -> Int?? {
    let typed = text(at: piece)
    for word in ["range", "np.arange", "numpy.arange", "torch.arange", "arange"]
    where typed.hasPrefix(word + "(") && typed.hasSuffix(")") && !known.contains(word) {
      let argument = piece.lowerBound + word.count + 1..<piece.upperBound - 1
      return .some(try whole(in: argument))
    }
    return nil
  }

  private func cut(_ piece: Range<Int>) throws(ParseError) -> ArrayOperation.Cut {
    let ends = split(piece, at: ":").map(trimmed)
    switch ends.count {
    case 1:
      if ["None", "np.newaxis", "newaxis"].contains(text(at: piece)) { return .newAxis }
      return .index(try whole(in: piece))
    case 2:
      let lower = ends[0].isEmpty ? nil : try whole(in: ends[0])
      let upper = ends[1].isEmpty ? nil : try whole(in: ends[1])
      return .range(lower, upper)
    default: throw ParseError(.array(.unreadableIndex(text(at: piece))), at: piece)
    }
  }

  /// A whole number by a formula of numbers, as in `x[t - 1]` where t stands for a number.
  private func whole(in range: Range<Int>) throws(ParseError) -> Int {
    guard !range.isEmpty else {
      throw ParseError(.array(.emptyIndex), at: range.lowerBound..<range.lowerBound + 1)
    }
    let formula = try formula(in: range)
    guard formula.expression.isConstant,
      let value = formula.expression.arrayValue(at: [])?.number, let index = Int(exactly: value)
    else { throw ParseError(.array(.unreadableIndex(text(at: range))), at: range) }
    return index
  }

  /// Appends a formula that was read on its own.
  private mutating func append(_ formula: Result, from start: Int) throws(ParseError) -> Int {
    let known = Set(expression.names)
    for (name, range) in zip(formula.expression.names, formula.nameRanges)
    where !known.contains(name) {
      nameRanges.append(range.lowerBound + start..<range.upperBound + start)
    }
    arrays?.notes += formula.notes
    return expression.append(formula.expression)
  }
}
