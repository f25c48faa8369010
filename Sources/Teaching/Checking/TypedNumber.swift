import Expressions

/// A number that a learner typed, with the ways in which its digits can be read.
///
/// One number has one verdict however it is written: `1.23e3`, `1.23*10^3` and `1230` all have three digits, or four.
struct TypedNumber: Hashable {
  /// How precisely a number is written.
  struct Digits: Hashable {
    /// Digits from the first that is not 0.
    var significant: Int
    /// What the last digit counts.
    var unit: Double
  }

  var number: BoundedNumber
  /// The readings of its digits, the coarsest first; none for arithmetic whose result is no short number.
  var readings: [Digits]
  /// Whether it was computed, as `22/2`, so that nobody rounded it to its digits.
  var isArithmetic: Bool

  /// The digits of the longest number in it, where it is arithmetic.
  private var writtenDigits = 17

  var value: Double { number.value }

  /// - Parameter expression: what was typed, read; a formula without names.
  init(_ typed: String, reading expression: Expression) {
    number = expression.value(at: [BoundedNumber]())
    // What cannot be bounded is taken as computed; a learner's arithmetic is short.
    if !number.isKnown {
      number = BoundedNumber(expression.value(at: [Double]()), error: 0)
    }
    if let digits = Digits(writtenIn: typed) {
      isArithmetic = false
      readings = [digits]
      // Digits typed after the point count, and so do all before it.
      if abs(number.value) >= 100, digits.unit >= 1 {
        readings += Digits.readings(ofWhole: number.value)
      }
    } else {
      isArithmetic = true
      readings = Digits.readings(of: number.value)
      writtenDigits = Digits.longest(in: expression)
    }
    readings.sort { $0.unit > $1.unit }
  }

  /// The fewest digits it can have been written with; of arithmetic no more than its numbers have.
  var fewestDigits: Int { min(readings.map(\.significant).min() ?? 17, writtenDigits) }

  /// Whether it is a number, but for the rounding of both.
  ///
  /// Arithmetic that cancels nearly all of its digits, as 1e20 - 1e20 does, earns no allowance by that.
  func isExactly(_ exact: BoundedNumber) -> Bool {
    let size = max(abs(value), abs(exact.value))
    let most = 1e-13 * (size == 0 || exact.value == 0 ? max(size, 1e-3) : size)
    return BoundedNumber(value, error: min(number.error, most)).agrees(with: exact)
  }

  /// Whether a number rounds to it at the digits typed.
  ///
  /// - Parameter digits: how many there have to be.
  func isRounded(_ exact: Double, digits: Int) -> Bool {
    readings.contains { reading in
      reading.significant >= digits
        && abs(exact - value) <= reading.unit / 2 * (1 + 1e-9) + abs(exact) * 1e-14
    }
  }

  /// Whether it is a number cut off after the digits typed, of which there are three at least.
  func isCut(_ exact: Double) -> Bool {
    guard (exact < 0) == (value < 0) else { return false }
    let rest = abs(exact) - abs(value)
    return readings.contains { reading in
      reading.significant >= 3 && rest >= -abs(exact) * 1e-14 && rest < reading.unit
    }
  }
}

extension TypedNumber.Digits {
  /// The digits of a text that is one number: signs, digits, a power of ten, a percent sign.
  init?(writtenIn typed: String) {
    var reader = NumberReader(typed)
    guard let digits = reader.read() else { return nil }
    self = digits
  }

  /// Every way in which a whole number may have been rounded, since zeros at its end may count or not.
  static func readings(ofWhole value: Double) -> [TypedNumber.Digits] {
    guard value == value.rounded(), abs(value) < 1e15 else { return [] }
    let text = String(Int(abs(value)))
    let zeros = text.reversed().prefix { $0 == "0" }.count
    return (0...min(zeros, text.count - 1)).map { zeros in
      TypedNumber.Digits(
        significant: text.count - zeros, unit: Double.apply(.power, 10, Double(zeros)))
    }
  }

  /// The digits of the longest number in a formula without names.
  static func longest(in expression: Expression) -> Int {
    expression.terms.reduce(1) { longest, term in
      guard case .number(let number) = term else { return longest }
      return max(longest, TypedNumber.Digits(writtenIn: number.shortestText)?.significant ?? 17)
    }
  }

  /// The readings of a result of arithmetic: its shortest digits, where they are few enough to be meant.
  static func readings(of value: Double) -> [TypedNumber.Digits] {
    if value == value.rounded(), abs(value) >= 1 { return readings(ofWhole: value) }
    guard let digits = TypedNumber.Digits(writtenIn: value.shortestText), digits.significant <= 15
    else { return [] }
    return [digits]
  }
}

/// Reads the digits of a text that is one number.
private struct NumberReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ typed: String) {
    var scalars: [Unicode.Scalar] = []
    for typed in typed.unicodeScalars where !typed.properties.isWhitespace {
      let scalar = typed.plain
      switch scalar {
      case _ where scalar.isMinus: scalars.append("-")
      case "×", "·", "⋅", "∙", "∗": scalars.append("*")
      // Between digits a comma parts thousands; where it means more nothing was read at all.
      case ",", "$": break
      default: scalars.append(scalar)
      }
    }
    while let first = scalars.first, let last = scalars.last,
      (first == "(" && last == ")") || (first == "{" && last == "}"), scalars.count > 1
    {
      scalars = Array(scalars.dropFirst().dropLast())
    }
    self.scalars = scalars
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard next == expected else { return false }
    position += 1
    return true
  }

  private mutating func digits() -> String {
    var text = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      text.unicodeScalars.append(scalar)
      position += 1
    }
    return text
  }

  mutating func read() -> TypedNumber.Digits? {
    while skip("-") || skip("+") {}
    let whole = digits()
    let fraction = skip(".") ? digits() : ""
    guard !(whole + fraction).isEmpty, let exponent = exponent() else { return nil }
    let isPercent = skip("%")
    guard position == scalars.count, abs(exponent) < 400 else { return nil }
    let significant = (whole + fraction).drop { $0 == "0" }.count
    let power = exponent - fraction.count - (isPercent ? 2 : 0)
    return TypedNumber.Digits(
      significant: significant, unit: Double("1e\(power)") ?? 0)
  }

  /// The power of ten behind the digits, 0 where none stands; nothing where it is not one.
  private mutating func exponent() -> Int? {
    if skip("e") || skip("E") { return signedDigits() }
    guard skip("*") else { return 0 }
    guard digits() == "10" else { return nil }
    if skip("^") || (skip("*") && skip("*")) { return signedDigits() }
    return superscript()
  }

  private mutating func signedDigits() -> Int? {
    let isInBrackets = skip("(") || skip("{")
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let number = Int(digits()), !isInBrackets || skip(")") || skip("}") else { return nil }
    return isNegative ? -number : number
  }

  private mutating func superscript() -> Int? {
    let isNegative = skip("⁻")
    var text = ""
    while let scalar = next, let digit = NumberReader.superscripts[scalar] {
      text += digit
      position += 1
    }
    if text.isEmpty { return isNegative ? nil : 1 }
    return Int(text).map { isNegative ? -$0 : $0 }
  }

  private static let superscripts: [Unicode.Scalar: String] = Dictionary(
    uniqueKeysWithValues: "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated().map { ($1, String($0)) })
}
