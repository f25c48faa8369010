import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct DerivationTests {
  /// A derivation as it is shown, each line with its rules behind a bar.
  private func shown(
    _ text: String, by name: String = "w", isASCII: Bool = false
  ) throws -> [String] {
    let formula = try Formula(text, known: ["w", "x", "a", "y"])
    return Derivation(of: formula.expression, withRespectTo: name).lines.map { line in
      let reasons = line.rules.map(\.title) + line.conventions.map(\.convention)
      let text = line.text(isASCII: isASCII)
      return reasons.isEmpty ? text : "\(text) | \(reasons.joined(separator: "; "))"
    }
  }

  @Test func aSquareOfASumIsDerivedFromOutsideIn() throws {
    #expect(
      try shown("(2 + 3w)^2") == [
        "d/dw (2 + 3w)²",
        "2(2 + 3w) × d/dw (2 + 3w) | power rule with inner derivative",
        "2(2 + 3w) × (d/dw 2 + d/dw 3w) | sum rule",
        "2(2 + 3w) × (0 + 3) | constant; constant factor",
        "6(2 + 3w) | put together",
      ])
  }

  @Test func aScreenOfASCIIHasStarsAndCarets() throws {
    #expect(
      try shown("1/2 (a - y)^2", by: "a", isASCII: true) == [
        "d/da (1/2 (a - y)^2)",
        "1/2 * d/da (a - y)^2 | constant factor",
        "1/2 * 2(a - y) * d/da (a - y) | power rule with inner derivative",
        "1/2 * 2(a - y) * (d/da a - d/da y) | sum rule",
        "1/2 * 2(a - y) * (1 - 0) | a by itself; constant",
        "a - y | put together",
      ])
  }

  /// For each operation derivations that take its rule.
  static let derivations: [(Operation, String, [String])] = [
    (.negate, "-w^2", ["d/dw (-w²)", "-d/dw w² | constant factor", "-2w | power rule"]),
    (
      .add, "w + x",
      [
        "d/dw (w + x)", "d/dw w + d/dw x | sum rule", "1 + 0 | w by itself; constant",
        "1 | put together",
      ]
    ),
    (
      .subtract, "3 - (w - x)",
      [
        "d/dw (3 - (w - x))", "d/dw 3 - d/dw (w - x) | sum rule",
        "0 - (d/dw w - d/dw x) | constant; sum rule", "0 - (1 - 0) | w by itself; constant",
        "-1 | put together",
      ]
    ),
    (.multiply, "w x", ["d/dw (w x)", "x | constant factor"]),
    (
      .multiply, "w sin(w)",
      [
        "d/dw (w sin(w))", "sin(w) × d/dw w + w × d/dw sin(w) | product rule",
        "sin(w) × 1 + w × cos(w) | w by itself; sine", "sin(w) + w cos(w) | put together",
      ]
    ),
    (
      .divide, "w^2/3",
      [
        "d/dw (w²/3)", "1/3 × d/dw w² | constant factor", "1/3 × 2w | power rule",
        "2/3 w | put together",
      ]
    ),
    (.divide, "1/w", ["d/dw (1/w)", "-1/w² | reciprocal"]),
    (
      .divide, "x/(1 + w)",
      [
        "d/dw (x/(1 + w))", "-x/(1 + w)² × d/dw (1 + w) | reciprocal",
        "-x/(1 + w)² × (d/dw 1 + d/dw w) | sum rule",
        "-x/(1 + w)² × (0 + 1) | constant; w by itself", "-x/(1 + w)² | put together",
      ]
    ),
    (
      .divide, "sin(w)/w",
      [
        "d/dw (sin(w)/w)", "(w × d/dw sin(w) - sin(w) × d/dw w)/w² | quotient rule",
        "(w × cos(w) - sin(w) × 1)/w² | sine; w by itself",
        "cos(w)/w - sin(w)/w² | put together",
      ]
    ),
    (.power, "w^-2", ["d/dw w^-2", "-2/w³ | power rule"]),
    (.power, "w^x", ["d/dw w^x", "x w^(x - 1) | power rule"]),
    (.power, "2^w", ["d/dw 2^w", "2^w ln(2) | exponential"]),
    (
      .power, "w^w",
      ["d/dw w^w", "w w^(w - 1) + w^w ln(w) | power rule; exponential"]
    ),
    (
      .exp, "exp(2w)",
      [
        "d/dw exp(2w)", "exp(2w) × d/dw 2w | exponential with inner derivative",
        "exp(2w) × 2 | constant factor", "2 exp(2w) | put together",
      ]
    ),
    (.log, "ln(w)", ["d/dw ln(w)", "1/w | logarithm"]),
    (.sqrt, "sqrt(w)", ["d/dw sqrt(w)", "1/(2sqrt(w)) | square root"]),
    (.sin, "sin(w)", ["d/dw sin(w)", "cos(w) | sine"]),
    (
      .sin, "sin(-w)",
      [
        "d/dw sin(-w)", "cos(-w) × d/dw (-w) | sine with inner derivative",
        "cos(-w) × (-1) | constant factor", "-cos(-w) | put together",
      ]
    ),
    (.cos, "cos(w)", ["d/dw cos(w)", "-sin(w) | cosine"]),
    (.tan, "tan(w)", ["d/dw tan(w)", "1 + tan(w)² | tangent"]),
    (.tanh, "tanh(w)", ["d/dw tanh(w)", "1 - tanh(w)² | hyperbolic tangent"]),
    (.sigmoid, "sigmoid(w)", ["d/dw sigmoid(w)", "sigmoid(w)(1 - sigmoid(w)) | sigmoid"]),
    (
      .relu, "relu(3w)",
      [
        "d/dw relu(3w)",
        "step(3w) × d/dw 3w | ReLU with inner derivative; at 0 the slope of relu is 0 by convention",
        "step(3w) × 3 | constant factor", "3step(3w) | put together",
      ]
    ),
    (.softplus, "softplus(w)", ["d/dw softplus(w)", "sigmoid(w) | softplus"]),
    (
      .abs, "abs(w)",
      [
        "d/dw abs(w)", "sign(w) | absolute value; at 0 the slope of abs is 0 by convention",
      ]
    ),
    (
      .sign, "sign(2w)",
      ["d/dw sign(2w)", "0 | sign; at 0 the slope of sign is 0 by convention"]
    ),
    (
      .step, "step(w)",
      ["d/dw step(w)", "0 | step; at 0 the slope of step is 0 by convention"]
    ),
    (
      .min, "min(x, w)",
      [
        "d/dw min(x, w)",
        "step(x - w) | minimum; in a tie min follows its first operand by convention",
      ]
    ),
    (
      .max, "max(w, w^2)",
      [
        "d/dw max(w, w²)",
        "1 - step(w² - w) + step(w² - w) × d/dw w² | maximum; maximum with inner derivative; "
          + "in a tie max follows its first operand by convention",
        "1 - step(w² - w) + step(w² - w) × 2w | power rule",
        "1 - step(w² - w) + 2w step(w² - w) | put together",
      ]
    ),
  ]

  @Test func everyOperationIsDerivedByItsRule() throws {
    for (_, formula, lines) in DerivationTests.derivations {
      #expect(try shown(formula) == lines)
    }
    #expect(Set(DerivationTests.derivations.map(\.0)) == Set(Operation.allCases))
  }

  @Test(arguments: [
    ("x", ["d/dw x", "0 | constant"]), ("w", ["d/dw w", "1 | w by itself"]),
    (
      "w + w",
      ["d/dw (w + w)", "d/dw w + d/dw w | sum rule", "1 + 1 | w by itself", "2 | put together"]
    ),
    (
      "w - -2w",
      [
        "d/dw (w - -2w)", "d/dw w - d/dw (-2w) | sum rule",
        "1 - (-2) | w by itself; constant factor", "3 | put together",
      ]
    ),
  ])
  func signsAndNamesAloneReadRight(formula: String, lines: [String]) throws {
    #expect(try shown(formula) == lines)
  }

  @Test func whatIsTooDeepIsPutTogetherAtOnce() throws {
    let lines = try shown("sin(sin(sin(sin(sin(sin(sin(sin(sin(w)))))))))")
    #expect(lines.count == 8)
    #expect(lines[6].hasSuffix(" × d/dw sin(sin(sin(w))) | sine with inner derivative"))
    #expect(lines[7].hasSuffix(" | and so on, put together"))
  }

  @Test func aLongFormulaIsAnsweredAtOnceAndCut() throws {
    let terms = (2...1000).map { "\($0)w^\($0 % 7 + 2)" }.joined(separator: " + ")
    let lines = try shown(terms)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("d/dw (2w^4 + 3w^5 + "))
    #expect(lines.allSatisfy { $0.count < 450 })
  }

  @Test func everyLineHasTheValueOfTheDerivative() {
    var generator = SplitMix64(seed: 11)
    var compared = 0
    for _ in 0..<400 {
      let size = Int.random(in: 1...14, using: &generator)
      let expression = generator.expression(over: ["a", "b", "w"], size: size)
      let point = expression.names.map { _ in Double.random(in: 0.5...2, using: &generator) }
      let bindings = Dictionary(uniqueKeysWithValues: zip(expression.names, point))
      for (slot, name) in expression.names.enumerated() {
        let swept = expression.occurrences(at: point)
          .reduce(0) { $1.slot == slot ? $0 + $1.derivative : $0 }
        guard swept.isFinite, abs(swept) < 1e6 else { continue }
        let derivation = Derivation(of: expression, withRespectTo: name)
        #expect(derivation.lines.count <= 8)
        for line in derivation.lines {
          let value = line.completed.value(at: bindings) ?? .nan
          #expect(
            abs(value - swept) <= 1e-6 * max(1, abs(swept)), "\(line.text(isASCII: true))")
          compared += 1
        }
      }
    }
    #expect(compared > 2000)
  }

  @Test func theLastLineIsTheSimplifiedDerivative() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<300 {
      let expression = generator.expression(over: ["a", "w"], size: 6)
      let derivation = Derivation(of: expression, withRespectTo: "w")
      let simple = expression.derivative(withRespectTo: "w").simplified()
      #expect(derivation.result.expression == simple)
      #expect(
        derivation.lines[derivation.lines.count - 1].text(isASCII: true)
          == simple.text(atMost: 400))
    }
  }
}
