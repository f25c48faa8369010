import Expressions

/// An array that a learner typed, cell by cell, each with the digits it was written in.
struct TypedArray: Hashable {
  var cells: [TypedNumber]
  var shape: Shape
  /// Whether it is one number for all cells.
  var isSpread = false
  /// Whether no brackets said how many axes there are.
  var isLoose = false

  var value: NumericArray { NumericArray(cells.map(\.value), shape: shape) }

  /// One number, which is meant for all cells.
  init(_ number: TypedNumber) {
    cells = [number]
    shape = .number
  }

  init(cells: [TypedNumber], shape: Shape) {
    self.cells = cells
    self.shape = shape
  }

  /// Reads an array as it is typed: in brackets, as rows between `;`, or as numbers between blanks or commas.
  ///
  /// - Returns: `nil` where the text is no array, but may be a formula.
  /// - Throws: `ArrayObstacle` for an array that cannot stand.
  init?(_ typed: String, known: Set<String>) throws(ArrayObstacle) {
    var text = typed.trimmingBlanks
    for call in ["np.array", "numpy.array", "torch.tensor", "tensor", "array"] {
      let inner = text.dropFirst(call.count).drop { $0.isWhitespace }
      if text.hasPrefix(call), inner.first == "(", inner.last == ")" {
        text = String(inner.dropFirst().dropLast()).trimmingBlanks
      }
    }
    let characters = Array(text)
    if let inner = TypedArray.inside(characters) {
      self = try TypedArray.read(inner, level: 1, known)
      return
    }
    guard let loose = try TypedArray.loose(characters, known) else { return nil }
    self = loose
    isLoose = true
  }

  /// The array in the shape asked, where no brackets say otherwise and its numbers lie along one axis.
  func settled(in wanted: Shape) -> TypedArray {
    guard isLoose, wanted.count == shape.count, wanted.sizes.count(where: { $0 > 1 }) <= 1,
      shape.sizes.count(where: { $0 > 1 }) <= 1
    else { return self }
    return TypedArray(cells: cells, shape: wanted)
  }

  // MARK: Reading

  private static func loose(
    _ text: [Character], _ known: Set<String>
  ) throws(ArrayObstacle) -> TypedArray? {
    let rows = split(text, at: [";", "\n"]).filter { !isBlank($0) }
    if rows.count > 1 {
      var parts: [TypedArray] = []
      for row in rows {
        if let inner = inside(row) {
          parts.append(try read(inner, level: 2, known))
        } else {
          parts.append(try elements(row, level: 2, known))
        }
      }
      return try stacked(parts)
    }
    if split(text, at: [","]).count > 1 { return try elements(text, level: 1, known) }
    let words = words(text)
    guard words.count > 1 else { return nil }
    if words.allSatisfy({ $0.first == "[" && $0.last == "]" }) {
      return try elements(text, level: 1, known)
    }
    guard words.allSatisfy(isPlainNumber) else { return nil }
    return try elements(text, level: 1, known)
  }

  /// Whether a word is a number with no sign but at its beginning.
  private static func isPlainNumber(_ word: [Character]) -> Bool {
    let digits = word.drop { $0 == "-" || $0 == "−" || $0 == "+" }
    return digits.first?.isNumber ?? false || digits.first == "."
      ? digits.allSatisfy { $0.isNumber || $0 == "." || $0 == "/" || $0 == "e" } : false
  }

  /// What stands between brackets that hold the whole text.
  private static func inside(_ text: [Character]) -> [Character]? {
    let text = trimmed(text)
    guard let first = text.first, first == "[" || first == "(", text.count > 1 else { return nil }
    var depth = 0
    for (index, character) in text.enumerated() {
      if "[({".contains(character) { depth += 1 }
      if "])}".contains(character) { depth -= 1 }
      if depth == 0 {
        guard index == text.count - 1 else { return nil }
      }
    }
    let inner = Array(text.dropFirst().dropLast())
    // Parentheses hold an array only where a comma says so; else they are arithmetic.
    return first == "[" || split(inner, at: [","]).count > 1 ? inner : nil
  }

  private static func read(
    _ inner: [Character], level: Int, _ known: Set<String>
  ) throws(ArrayObstacle) -> TypedArray {
    guard level <= Shape.axisLimit else { throw .noArray }
    let rows = split(inner, at: [";"]).filter { !isBlank($0) }
    guard rows.count > 1 else { return try elements(inner, level: level, known) }
    var parts: [TypedArray] = []
    for row in rows { parts.append(try elements(row, level: level + 1, known)) }
    return try stacked(parts)
  }

  private static func elements(
    _ text: [Character], level: Int, _ known: Set<String>
  ) throws(ArrayObstacle) -> TypedArray {
    if isBlank(text) { return TypedArray(cells: [], shape: Shape(0)) }
    var pieces = split(text, at: [",", "\n"])
    if pieces.count > 1, let last = pieces.last, isBlank(last) { pieces.removeLast() }
    if pieces.count == 1 { pieces = words(text) }
    if pieces.contains(where: { trimmed($0).first == "[" || isTuple($0) }) {
      var parts: [TypedArray] = []
      for piece in pieces {
        guard let inner = inside(piece) else { throw .noArray }
        parts.append(try read(inner, level: level + 1, known))
      }
      return try stacked(parts)
    }
    var cells: [TypedNumber] = []
    for piece in pieces { cells.append(try number(String(piece), known)) }
    return TypedArray(cells: cells, shape: Shape(cells.count))
  }

  /// A number, or arithmetic that makes one.
  static func number(_ text: String, _ known: Set<String>) throws(ArrayObstacle) -> TypedNumber {
    let formula: Formula
    do throws(ParseError) {
      formula = try Formula(text, known: known)
    } catch {
      throw .notParsed(error, in: text)
    }
    if let name = formula.expression.names.first { throw .nameInNumber(name) }
    if let doubt = formula.doubts.first { throw .notParsed(doubt, in: text) }
    let number = TypedNumber(text, reading: formula.expression)
    guard number.value.isFinite else { throw .notFinite }
    return number
  }

  private static func stacked(_ parts: [TypedArray]) throws(ArrayObstacle) -> TypedArray {
    guard let first = parts.first else { return TypedArray(cells: [], shape: Shape(0)) }
    if let other = parts.first(where: { $0.shape != first.shape }) {
      throw .raggedRows(first.shape.sizes.first ?? 0, other.shape.sizes.first ?? 0)
    }
    return TypedArray(
      cells: parts.flatMap(\.cells), shape: Shape([parts.count] + first.shape.sizes))
  }

  // MARK: Pieces

  /// Whether parentheses with a comma hold a text, as a row in Python.
  private static func isTuple(_ text: [Character]) -> Bool {
    trimmed(text).first == "(" && inside(text) != nil
  }

  private static func isBlank(_ text: [Character]) -> Bool { text.allSatisfy(\.isWhitespace) }

  private static func trimmed(_ text: [Character]) -> [Character] {
    Array(String(text).trimmingBlanks)
  }

  private static func split(
    _ text: [Character], at separators: Set<Character>
  ) -> [[Character]] {
    var pieces: [[Character]] = [[]]
    var depth = 0
    for character in text {
      if "[({".contains(character) { depth += 1 }
      if "])}".contains(character) { depth -= 1 }
      if depth == 0, separators.contains(character) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  private static func words(_ text: [Character]) -> [[Character]] {
    var words: [[Character]] = [[]]
    var depth = 0
    for character in text {
      if "[({".contains(character) { depth += 1 }
      if "])}".contains(character) { depth -= 1 }
      if depth == 0, character.isWhitespace {
        words.append([])
      } else {
        words[words.count - 1].append(character)
        if depth == 0, character == "]" { words.append([]) }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
