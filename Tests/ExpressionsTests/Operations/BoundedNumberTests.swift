import Expressions
import RandomNumbers
import Testing

@Suite struct BoundedNumberTests {
  func value(_ text: String, at point: [Double] = []) throws -> BoundedNumber {
    try Formula(text, known: ["x", "y"]).expression.value(at: point.map { BoundedNumber($0) })
  }

  @Test(arguments: ["3 - 3", "0.5 + 0.25 - 0.75", "2*3 - 6", "2^10 - 1024", "7/2 - 3.5"])
  func whatIsExactHasNoBound(text: String) throws {
    #expect(try value(text) == BoundedNumber(0, error: 0))
  }

  @Test(arguments: [
    "0.1 + 0.2 - 0.3", "1/3 + 1/3 + 1/3 - 1", "sqrt(2)^2 - 2", "ln(exp(0.7)) - 0.7",
  ])
  func aZeroByCancellationMayBeZero(text: String) throws {
    let number = try value(text)
    #expect(number.mayBeZero && abs(number.value) < 1e-14)
    #expect(number.error < 1e-14)
  }

  @Test(arguments: ["1e-5*3e-5", "exp(-40)", "1e-300/3", "sigmoid(-700)"])
  func aSmallNumberIsNoZero(text: String) throws {
    #expect(try !value(text).mayBeZero)
  }

  @Test(arguments: [
    "1/0", "1/(3 - 3)", "ln(-2)", "ln(0)", "sqrt(-1)", "0^(-1)", "(-2)^0.5", "1/0 + 5",
  ])
  func whatHasNoValueIsUndefined(text: String) throws {
    #expect(try value(text).isUndefined)
  }

  @Test(arguments: ["1/(0.1 + 0.2 - 0.3)", "ln(0.1 + 0.2 - 0.3)", "9^9^9^9", "exp(1000)"])
  func whatRoundingOrSizeHidesIsUnknownAndNotUndefined(text: String) throws {
    let number = try value(text)
    #expect(!number.isKnown && !number.isUndefined)
  }

  /// The same formula written in two ways agrees at every point, whatever its condition there.
  @Test(arguments: [
    ("(x - y)^2", "x^2 - 2x y + y^2"), ("1/(1 - tanh(x)^2)", "(exp(x) + exp(-x))^2/4"),
    ("x^3 - y^3", "(x - y)(x^2 + x y + y^2)"), ("ln(exp(x))", "x"),
    ("sigmoid(x)(1 - sigmoid(x))", "exp(-x)/(1 + exp(-x))^2"), ("sqrt(x^2)", "abs(x)"),
  ])
  func twoWaysOfWritingAgree(one: String, other: String) throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let point = [0, 1].map { _ in Double(random.next(below: 40_000)) / 1000 - 20 }
      let (a, b) = (
        try Formula(one, known: ["x", "y"]).expression,
        try Formula(other, known: ["x", "y"]).expression
      )
      func value(_ expression: Expression) -> BoundedNumber {
        expression.value(
          at: expression.names.map { BoundedNumber($0 == "x" ? point[0] : point[1]) })
      }
      let (first, second) = (value(a), value(b))
      guard first.isKnown, second.isKnown else { continue }
      #expect(first.agrees(with: second), "\(point)")
    }
  }

  /// What differs by a millionth does not agree where the condition is good.
  @Test func aMillionthIsSeen() throws {
    #expect(try !value("x", at: [3]).agrees(with: value("x + 1e-6", at: [3])))
    #expect(try !value("1e-9 x", at: [3]).agrees(with: value("1.000001e-9 x", at: [3])))
  }
}
