import Expressions

/// What a learner typed, read.
struct Answer: Hashable {
  var expression: Expression
  /// The digits of a number written out; none for arithmetic and formulas.
  var digits: Digits?

  /// How precisely a number was written.
  struct Digits: Hashable {
    /// Digits from the first that is not 0.
    var significant: Int
    /// What the last digit counts.
    var unit: Double
  }

  /// Reads an answer.
  ///
  /// - Parameter names: the names that a formula may use here.
  init(_ typed: String, names: Set<String>) throws(ParseError) {
    let formula = try Formula(typed, known: names)
    if let error = formula.unknownNames(known: names).first { throw error }
    if let doubt = formula.doubts.first { throw doubt }
    expression = formula.expression
    digits = Answer.digits(of: typed)
  }

  /// Whether a number lies within half of the last digit typed.
  static func rounds(_ number: Double, to typed: Double, _ digits: Digits) -> Bool {
    abs(number - typed) <= digits.unit / 2 * (1 + 1e-9) + abs(number) * 1e-14
  }

  /// The digits of a text that is one number with signs before it.
  private static func digits(of typed: String) -> Digits? {
    let number = typed.unicodeScalars.filter { !$0.properties.isWhitespace }
      .drop { $0.isMinus || $0 == "+" }
    let parts = number.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "e" || $0 == "E"
    }
    var significant = 0
    var decimals = 0
    var isAfterPoint = false
    for scalar in parts[0] {
      switch scalar {
      case "." where !isAfterPoint: isAfterPoint = true
      case "0"..."9":
        if significant > 0 || scalar != "0" { significant += 1 }
        if isAfterPoint { decimals += 1 }
      default: return nil
      }
    }
    var exponent = 0
    if parts.count == 2 {
      let text = String(String.UnicodeScalarView(parts[1].map { $0.isMinus ? "-" : $0 }))
      guard let power = Int(text) else { return nil }
      exponent = power
    }
    guard abs(exponent) < 400 else { return nil }
    return Digits(significant: significant, unit: Double("1e\(exponent - decimals)") ?? 0)
  }
}
