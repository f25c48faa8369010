import Glibc
import RandomNumbers

/// Writes formulas as people do, not as a keyboard would have them, and knows what each means.
struct MathematicalWriter {
  struct Piece {
    var text: String
    var value: Double
    /// Whether it may stand beside any sign as it is.
    var isAtom: Bool
  }

  static let bindings = ["w": 2.0, "x": 3, "a": 5]

  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  /// A formula with so many levels of operations.
  mutating func formula(levels: Int) -> Piece {
    guard levels > 0 else { return operand() }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return sum(levels)
    case 1: return product(levels)
    case 2: return quotient(levels)
    case 3: return power(levels)
    case 4: return ownFunction(levels)
    case 5: return foreignFunction(levels)
    case 6: return bareFunction()
    case 7: return enclosed(levels)
    default: return operand()
    }
  }

  private mutating func operand() -> Piece {
    let numbers: [(String, Double)] = [
      ("12", 12), ("１２", 12), ("7.25", 7.25), (".5", 0.5), (",5", 0.5), ("1,5", 1.5),
      ("1,234,567", 1_234_567),
      ("12,500", 12500), ("12,500", 12.5), ("12,500.5", 12500.5), ("12 500", 12500),
      ("1.234,5", 1234.5),
      ("2½", 2.5), ("2 1/2", 2.5), ("¾", 0.75), ("⅔", 2.0 / 3), ("50%", 0.5), ("2.5e-1", 0.25),
      ("2.5 e-1", 0.25),
      ("1 E-3", 0.001), (#"\frac{3}{4}"#, 0.75), (#"\frac34"#, 0.75), ("30°", Double.pi / 6),
      ("250‰", 0.25),
      ("√9", 3), ("|-4|", 4), ("12'500", 12500), ("1e3", 1000),
    ]
    let names: [(String, Double)] = [
      ("w", 2), ("x", 3), ("a", 5), (#"\mathrm{w}"#, 2), ("{x}", 3), ("w²", 4), ("xʷ", 9),
      ("2x", 6), ("wx", 6),
    ]
    let (text, value) = pick(pick([numbers, names]))
    return Piece(text: text, value: value, isAtom: text.count == 1 || text == "12" || text == "１２")
  }

  private mutating func parenthesized(_ piece: Piece) -> String {
    if piece.isAtom { return piece.text }
    let (open, close) = pick([
      ("(", ")"), ("（", "）"), (#"\left("#, #"\right)"#), ("{", "}"), ("[", "]"), ("( ", " )"),
    ])
    return open + piece.text + close
  }

  private mutating func sum(_ levels: Int) -> Piece {
    let (left, right) = (formula(levels: levels - 1), formula(levels: levels - 1))
    let isMinus = Bool.random(using: &generator)
    let sign = pick(isMinus ? [" - ", "—", " − ", "–", "－"] : [" + ", "+", "＋"])
    return Piece(
      text: parenthesized(left) + sign + parenthesized(right),
      value: isMinus ? left.value - right.value : left.value + right.value, isAtom: false)
  }

  private mutating func product(_ levels: Int) -> Piece {
    let (left, right) = (formula(levels: levels - 1), formula(levels: levels - 1))
    let sign = pick(["*", " · ", "×", #" \cdot "#, #"\times "#, "＊", " ⋅ "])
    return Piece(
      text: parenthesized(left) + sign + parenthesized(right), value: left.value * right.value,
      isAtom: false)
  }

  private mutating func quotient(_ levels: Int) -> Piece {
    let (left, right) = (formula(levels: levels - 1), formula(levels: levels - 1))
    let value = left.value / right.value
    if Bool.random(using: &generator) {
      return Piece(text: #"\frac{\#(left.text)}{\#(right.text)}"#, value: value, isAtom: false)
    }
    let sign = pick(["/", ":", "÷", "∕", "／", #" \div "#])
    return Piece(
      text: parenthesized(left) + sign + parenthesized(right), value: value, isAtom: false)
  }

  private mutating func power(_ levels: Int) -> Piece {
    let base = formula(levels: levels - 1)
    let (exponent, number) = pick([
      ("²", 2.0), ("^2", 2), ("^{2}", 2), ("**3", 3), ("⁻¹", -1), ("＾3", 3),
    ])
    return Piece(
      text: parenthesized(base) + exponent, value: pow(base.value, number), isAtom: false)
  }

  private mutating func ownFunction(_ levels: Int) -> Piece {
    let argument = formula(levels: levels - 1)
    let (name, function) = pick(
      [
        ("sin", { sin($0) }), (#"\sin"#, { sin($0) }), ("tanh", { tanh($0) }),
        (#"\exp"#, { exp($0 / 1) }),
        ("sigmoid", { 1 / (1 + exp(-$0)) }), (#"\sigma"#, { 1 / (1 + exp(-$0)) }),
        ("σ", { 1 / (1 + exp(-$0)) }),
      ] as [(String, (Double) -> Double)])
    return Piece(
      text: "\(name)(\(argument.text))", value: function(argument.value), isAtom: true)
  }

  private mutating func foreignFunction(_ levels: Int) -> Piece {
    let argument = formula(levels: levels - 1)
    let (name, function) = pick(
      [
        ("log10", { log10($0) }), ("log2", { log2($0) }), ("cosh", { cosh($0) }),
        ("sinh", { sinh($0) }),
        ("tg", { tan($0) }), ("sig", { 1 / (1 + exp(-$0)) }),
        ("sgn", { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
        ("cot", { 1 / tan($0) }), ("log1p", { log(1 + $0) }), ("square", { $0 * $0 }),
        ("silu", { $0 / (1 + exp(-$0)) }), ("softsign", { $0 / (1 + abs($0)) }),
        ("atanh", { atanh($0) }),
        ("asinh", { asinh($0) }), ("coth", { 1 / tanh($0) }), ("hardtanh", { max(-1, min(1, $0)) }),
        ("elu", { $0 > 0 ? $0 : exp($0) - 1 }), ("leaky_relu", { max(0.01 * $0, $0) }),
        ("sqr", { $0 * $0 }),
        ("atan", { atan($0) }), ("gelu", { $0 }),
      ] as [(String, (Double) -> Double)])
    return Piece(
      text: "\(name)(\(argument.text))", value: function(argument.value), isAtom: true)
  }

  /// A function without parentheses.
  private mutating func bareFunction() -> Piece {
    let (argument, value) = pick([
      ("w", 2.0), ("2w", 4), ("x²", 9), ("w x", 6), ("x/2", 1.5), ("|x|", 3), ("-x", -3),
      ("2*w", 4),
    ])
    let (name, function) = pick(
      [
        ("sin ", { sin($0) }), ("2cos ", { 2 * cos($0) }), ("sin² ", { pow(sin($0), 2) }),
        ("tanh ", { tanh($0) }), ("cos^2 ", { pow(cos($0), 2) }), ("exp ", { exp($0) }),
      ] as [(String, (Double) -> Double)])
    return Piece(text: name + argument, value: function(value), isAtom: false)
  }

  private mutating func enclosed(_ levels: Int) -> Piece {
    let inner = formula(levels: levels - 1)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return Piece(text: "|(\(inner.text))|", value: abs(inner.value), isAtom: true)
    case 1: return Piece(text: "√(\(inner.text))", value: inner.value.squareRoot(), isAtom: true)
    default:
      return Piece(text: #"\sqrt{\#(inner.text)}"#, value: inner.value.squareRoot(), isAtom: true)
    }
  }
}
