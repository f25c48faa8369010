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
    expression = formula.expression
    digits = Answer.digits(of: typed)
  }

  /// Whether a number lies within half of the last digit typed.
  static func rounds(_ number: Double, to typed: Double, _ digits: Digits) -> Bool {
    abs(number - typed) <= digits.unit / 2 * (1 + 1e-9) + abs(number) * 1e-14
  }

  private static func digits(of typed: String) -> Digits? {
    var significant = 0
    var decimals = 0
    var exponent = ""
    var isAfterPoint = false
    var isInExponent = false
    for character in typed where !character.isWhitespace {
      if isInExponent {
        exponent.append(character)
      } else if character == "e" || character == "E" {
        isInExponent = true
      } else if character == ".", !isAfterPoint {
        isAfterPoint = true
      } else if let digit = character.wholeNumberValue, character.isASCII {
        if significant > 0 || digit > 0 { significant += 1 }
        if isAfterPoint { decimals += 1 }
      } else if !"+-−–".contains(character) {
        return nil
      }
    }
    guard let power = isInExponent ? Int(exponent) : 0, abs(power) < 400 else { return nil }
    return Digits(significant: significant, unit: Double("1e\(power - decimals)") ?? 0)
  }
}
