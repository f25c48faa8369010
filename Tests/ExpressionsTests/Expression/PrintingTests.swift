import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct PrintingTests {
  /// As a teacher writes a computation on the board.
  @Test(arguments: [
    ("a - b", "0.374 - (-0.5)"), ("b + a", "-0.5 + 0.374"), ("a + b a", "0.374 + (-0.5) × 0.374"),
    ("-b", "-(-0.5)"), ("a b", "0.374 × (-0.5)"), ("b^2", "(-0.5)²"), ("a^b", "0.374^(-0.5)"),
    ("a/b", "0.374/(-0.5)"), ("max(a, b)", "max(0.374, -0.5)"), ("2(b - a)", "2(-0.5 - 0.374)"),
    ("a - -3", "0.374 - (-3)"),
  ])
  func aComputationHasNegativeNumbersInParentheses(formula: String, expected: String) throws {
    let expression = try Formula(formula).expression.substituting([
      "a": Expression(0.374), "b": Expression(-0.5),
    ])
    #expect(expression.computation(isASCII: false) == expected)
  }

  @Test(arguments: [(1e-9, "1e-9"), (-1.5e-7, "-1.5e-7"), (1e16, "1e16"), (2e-300, "2e-300")])
  func anExponentHasNoZerosBeforeIt(number: Double, expected: String) {
    #expect(number.shortestText == expected)
    #expect(Double(expected) == number)
  }

  @Test(arguments: [
    ("2+3*w", "2 + 3w"), ("a**2", "a^2"), ("1/2*d^2", "1/2 d^2"), ("w*x", "w x"),
    ("d x", "d x"), ("3*e1", "3 e1"), ("1/(2*a)", "1/(2a)"), ("a/b*c", "a/b * c"),
    ("a*(b + c)", "a * (b + c)"), ("2a(b + c)", "2a * (b + c)"), ("a^b*(b + c)", "a^b * (b + c)"),
    ("pi(b + c)", "pi (b + c)"), ("2(a + b)", "2(a + b)"), ("(a + b)(a - b)", "(a + b) (a - b)"),
    ("-2a", "-2a"), ("(-2)^2", "(-2)^2"), ("a - (b - c)", "a - (b - c)"), ("a - -b", "a - -b"),
    ("a * -b", "a * -b"), ("2^-3", "2^-3"), ("2^3^2", "2^3^2"), ("(2^3)^2", "(2^3)^2"),
    ("a*2", "a * 2"), ("a*2^b", "a * 2^b"), ("max(a,b)", "max(a, b)"), ("log(a)", "ln(a)"),
    ("½d²", "1/2 d^2"), ("σ(a)", "sigmoid(a)"), ("2π a", "2pi a"), ("a (b c)", "a * (b c)"),
    ("sigmoid(a)(1 - sigmoid(a))", "sigmoid(a)(1 - sigmoid(a))"), ("e^(2a)", "e^(2a)"),
    ("0.0001a", "0.0001a"), ("0.00001a", "1e-5 a"),
  ])
  func formulasPrintTheWayTheyAreWritten(text: String, expected: String) throws {
    let names: Set = ["a", "b", "c", "d", "w", "x", "e1"]
    #expect(try Formula(text, known: names).expression.text == expected)
  }

  @Test func printingThenReadingGivesTheSameFormula() throws {
    var generator = SplitMix64(seed: 1)
    let names = ["a", "b", "e1", "w"]
    for _ in 0..<2000 {
      let size = Int.random(in: 0...12, using: &generator)
      let expression = generator.expression(over: names, size: size)
      let text = expression.text
      let again = try Formula(text, known: Set(names)).expression
      try #require(again == expression, "\(text)")
    }
  }
}
