/// A formula that was read, with the place of each of its names.
public struct Formula: Hashable, Sendable {
  public let text: String
  public let expression: Expression
  private let nameRanges: [Range<Int>]

  /// Reads a formula.
  ///
  /// Names that are not bound are read all the same; `unknownNames` tells whether they may stand.
  ///
  /// - Parameter known: the names bound anywhere in the graph. They hide `pi` and `e`, never a function.
  /// - Throws: `ParseError` with the place in Unicode scalars.
  /// - Complexity: O(n) in the length of the text.
  public init(_ text: String, known: Set<String> = []) throws(ParseError) {
    self.text = text
    (expression, nameRanges) = try Parser.parse(text, known: known)
  }

  /// A formula by its expression; its text is the expression printed.
  public init(_ expression: Expression) {
    self.expression = expression
    text = expression.text
    nameRanges = expression.names.map { _ in 0..<1 }
  }

  /// An error for each name that is not bound, in the order written, with a suggestion where there is one.
  ///
  /// - Parameter count: for how many of them a suggestion is looked for; each costs a look at every known name.
  public func unknownNames(known: Set<String>, suggestingFor count: Int = 20) -> [ParseError] {
    let unknown = zip(expression.names, nameRanges).filter { !known.contains($0.0) }
    return unknown.enumerated().map { index, name in
      let suggestion = index < count ? Formula.suggestion(for: name.0, known: known) : nil
      return ParseError(.unknownName(name.0, suggestion: suggestion), at: name.1)
    }
  }

  /// What somebody may have meant by an unknown name: a product written without a space, or a misspelling.
  public static func suggestion(for name: String, known: Set<String>) -> String? {
    product(in: name, known: known)
      ?? Spelling.nearest(to: name, among: known.union(Operation.functions.keys).union(["pi"]))
  }

  /// The known names, and at most one letter beside them, that a name is made of: `w x` for `wx`.
  private static func product(in name: String, known: Set<String>) -> String? {
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
