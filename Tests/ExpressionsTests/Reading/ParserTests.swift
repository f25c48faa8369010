import Expressions
import Testing

/// The value of a formula whose names are bound.
func value(_ text: String, _ bindings: [String: Double] = [:]) throws -> Double? {
  try Formula(text, known: Set(bindings.keys)).expression.value(at: bindings)
}

@Suite struct ParserTests {
  @Test(
    arguments: [
      ("-2^2", -4), ("2^3^2", 512), ("2^-3", 0.125), ("3 * -4", -12), ("1 - -1", 2), ("--2", 2),
      ("2e3", 2000), (".5", 0.5), ("5.", 5), ("1E-3", 0.001), ("1e-3", 0.001), ("2**3", 8),
      ("1/2/4", 0.125), ("2 - 3 - 4", -5), ("1/3", 1.0 / 3), ("2(3)", 6), ("(2)(3)", 6),
      ("2 × 3 · 4 ÷ 8 − 1", 2), ("3²", 9), ("2³", 8), ("½", 0.5), ("4^½", 2), ("2⁻¹", 0.5),
      ("2¹⁰", 1024), ("2⁴ + 2⁵ + 2⁶ + 2⁷ + 2⁸ + 2⁹", 1008), ("2⁻² * 2³", 2),
      ("max(2, 3)", 3), ("min(2, 3)", 2), ("abs(-3)", 3), ("relu(-3)", 0), ("step(0)", 0),
      ("sign(0)", 0), ("sign(-2)", -1), ("sqrt(16)", 4), ("log(1)", 0), ("ln(e)", 1),
      ("sigmoid(0)", 0.5), ("σ(0)", 0.5), ("tanh(0)", 0), ("cos(0)", 1), ("exp(0)", 1),
      ("+3", 3), ("2 * +3", 6), ("-2^-2", -0.25), ("\t2 +\u{A0}3\n", 5), ("22/2", 11),
    ] as [(String, Double)])
  func arithmeticHasTheUsualMeaning(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("1/2 d^2", 4.5), ("1/2d", 1.5), ("1/2(a - y)^2", 4.5), ("½d²", 4.5), ("2d", 6), ("a d", 12),
      ("w(a + d)", -14), ("d^2a", 36), ("2a d^2", 72), ("-2a", -8), ("a -3", 1), ("a d(a - y)", 36),
    ] as [(String, Double)])
  func juxtapositionIsAProductFromTheLeft(text: String, expected: Double) throws {
    #expect(try value(text, ["a": 4, "d": 3, "w": -2, "y": 1]) == expected)
  }

  @Test func aPowerOfEBindsTighterThanJuxtaposition() throws {
    #expect(try value("e^2x", ["x": 3]) == value("(e^2) * x", ["x": 3]))
    #expect(try value("2e") == 2 * 2.718281828459045)
    #expect(try value("2π") == 2 * Double.pi)
  }

  @Test func aBoundNameHidesAConstantButNeverAFunction() throws {
    #expect(try value("e + pi", ["e": 1, "pi": 2]) == 3)
    #expect(try value("exp(0)", ["exp": 7]) == 1)
  }

  @Test func namesTakeLettersDigitsAndGreek() throws {
    #expect(try value("w_1 + θ2 α", ["w_1": 1, "θ2": 2, "α": 3]) == 7)
  }

  @Test func aSumOf100000TermsIsReadInALoop() throws {
    let text = Array(repeating: "w", count: 100_000).joined(separator: " + ")
    let formula = try Formula(text, known: ["w"])
    #expect(formula.expression.value(at: ["w": 2]) == 200_000)
    #expect(formula.expression.occurrences(at: [2]).count == 100_000)
    let derivative = formula.expression.derivative(withRespectTo: "w").simplified()
    #expect(derivative.text == "100000")
    #expect(formula.expression.text.count == 399_997)
  }

  @Test func nestingOf200IsReadAndOf201IsNot() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(try value(nested(200)) == 1)
    #expect(throws: ParseError(.tooDeep(limit: 200), at: 201..<202)) { try Formula(nested(201)) }
    #expect(throws: ParseError.self) { try Formula(String(repeating: "-", count: 100_000) + "1") }
  }
}
