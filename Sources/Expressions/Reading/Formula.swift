/// A formula that was read, with the place of each of its names.
public struct Formula: Hashable, Sendable {
  public let text: String
  public let expression: Expression
  private let nameRanges: [Range<Int>]
  /// What was read in one way and may have been meant in another, as `2e-1` where `e` is bound: the questions that
  /// somebody who answers is asked.
  public let doubts: [ParseError]
  /// The shape of the result; a formula of numbers has a number.
  public let shape: Shape
  /// What is legal in a formula with arrays and often not meant.
  public let notes: [ArrayNote]

  /// Reads a formula.
  ///
  /// Names that are not bound are read all the same; `unknownNames` tells whether they may stand.
  ///
  /// - Parameter known: the names bound anywhere in the graph. They hide `pi` and `e`, never a function.
  /// - Parameter shapes: the shapes of the names, those that are missing being numbers; `nil` for a formula of numbers,
  ///   which has none of the signs and words of arrays.
  /// - Throws: `ParseError` with the place in Unicode scalars.
  /// - Complexity: O(n) in the length of the text.
  public init(
    _ text: String, known: Set<String> = [], shapes: [String: Shape]? = nil
  ) throws(ParseError) {
    self.text = text
    let result = try Parser.parse(text, known: known, shapes: shapes)
    expression = result.expression
    nameRanges = result.nameRanges
    doubts = result.doubts
    shape = result.shape
    notes = result.notes
  }

  /// A formula by its expression; its text is the expression printed.
  public init(_ expression: Expression, shape: Shape = .number) {
    self.expression = expression
    self.shape = shape
    notes = []
    text = expression.text
    nameRanges = expression.names.map { _ in 0..<1 }
    doubts = []
  }

  /// The name that a text is, as formulas call it: `z_1` for `z₁`; nothing where it is no name.
  public static func name(_ text: String, known: Set<String> = []) -> String? {
    guard let expression = try? Formula(text, known: known).expression else { return nil }
    guard expression.terms.count == 1, case .name = expression.terms[0] else { return nil }
    return expression.names[0]
  }

  /// Whether a text is a name that may be bound, spelt as formulas call it.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func isName(_ text: String) -> Bool {
    guard Operation.functions[text] == nil else { return false }
    if let first = text.unicodeScalars.first, first.isASCII, Lexer.beginsName(first),
      text.unicodeScalars.allSatisfy({ $0.isASCII && Lexer.continuesName($0) })
    {
      return true
    }
    return (try? Formula(text, known: [text]))?.expression == Expression(name: text)
  }

  /// An error for each name that is not bound, in the order written, with a suggestion where there is one.
  ///
  /// - Parameter count: for how many of them a suggestion is looked for; each costs a look at every known name.
  public func unknownNames(known: Set<String>, suggestingFor count: Int = 20) -> [ParseError] {
    let unknown = zip(expression.names, nameRanges).filter { !known.contains($0.0) }
    return unknown.enumerated().map { index, name in
      let suggestion = index < count ? Formula.suggestion(for: name.0, known: known) : nil
      return ParseError(
        .unknownName(name.0, suggestion: suggestion), at: name.1,
        remedy: suggestion.map { Remedy(spellings(of: $0, at: name.1.lowerBound), at: name.1) })
    }
  }

  /// How a suggestion is written at its place: a product behind a sign that binds as tightly, in parentheses.
  private func spellings(of suggestion: String, at start: Int) -> [String] {
    guard suggestion.contains(" ") else { return [suggestion] }
    let before = text.unicodeScalars.prefix(start).last { !$0.properties.isWhitespace }
    return switch before {
    case "/", ":", "÷", "∕", "⁄", "∶": ["(\(suggestion))", suggestion]
    case "^": ["(\(suggestion))"]
    default: [suggestion]
    }
  }

  /// What somebody may have meant by an unknown name: a product written without a space, or a misspelling.
  ///
  /// A name with other digits is another quantity, and a function that formulas do not have is none of theirs.
  public static func suggestion(for name: String, known: Set<String>) -> String? {
    if let product = product(in: name, known: known) { return product }
    let letters = name.filter(\.isLetter)
    let digits = name.filter(\.isNumber)
    let names = known.filter { other in
      let isSame = other.filter(\.isLetter).lowercased() == letters.lowercased()
      return isSame ? other.filter(\.isNumber) == digits : letters.count > 1
    }
    if let near = Spelling.nearest(to: name, among: names.union(["pi"])) { return near }
    return function(near: name)
  }

  /// The function that a word is a slip of; `nil` for the beginning of one, or for another function.
  static func function(near word: String) -> String? {
    guard ForeignFunction.named(word) == nil, word.count > 1, !word.contains(where: \.isNumber)
    else { return nil }
    let near = Spelling.nearest(to: word, among: Operation.functions.keys)
    return near.flatMap { word.count == 2 && $0.hasPrefix(word) ? nil : $0 }
  }

  /// The known names, and at most one letter beside them, that a name is made of: `w x` for `wx`.
  static func product(in name: String, known: Set<String>) -> String? {
    let letters = Array(name)
    guard letters.count > 1, letters.count <= 64 else { return nil }
    let words = known.union(Expression.Constant.allCases.map(\.rawValue))
    /// For each length of a prefix its split into known names with the fewest parts.
    var splits: [[String]?] = [[]]
    for end in 1...letters.count {
      var best: [String]?
      for start in 0..<end {
        let part = String(letters[start..<end])
        guard let before = splits[start], words.contains(part) else { continue }
        if best.map({ before.count + 1 < $0.count }) ?? true { best = before + [part] }
      }
      splits.append(best)
    }
    if let parts = splits[letters.count] { return parts.joined(separator: " ") }
    guard letters.count == 2 else { return nil }
    let (first, second) = (String(letters[0]), String(letters[1]))
    let isProduct = (known.contains(first) || known.contains(second)) && letters[1].isLetter
    return isProduct ? "\(first) \(second)" : nil
  }
}
