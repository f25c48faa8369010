import Expressions
import Glibc
import RandomNumbers
import SeededRandom
import Testing
import _Differentiation

@Suite struct DerivativeTests {
  @Test(arguments: [
    ("w^2", "2w"), ("2w", "2"), ("w^3", "3w^2"), ("1/w", "-1/w^2"), ("1/w^2", "-2/w^3"),
    ("2 + 3w", "3"), ("w x", "x"), ("1/2 w^2", "w"), ("w - y", "1"), ("y - w", "-1"),
    ("(2 + 3w)^2", "6(2 + 3w)"), ("sqrt(w)", "1/(2sqrt(w))"), ("ln(w)", "1/w"), ("e^w", "e^w"),
    ("exp(2w)", "2 exp(2w)"), ("sin(w)", "cos(w)"), ("cos(w)", "-sin(w)"), ("x", "0"),
    ("w + w", "2"),
    ("sigmoid(w)", "sigmoid(w)(1 - sigmoid(w))"), ("tanh(w)", "1 - tanh(w)^2"),
    ("relu(w)", "step(w)"),
    ("abs(w)", "sign(w)"), ("w^x", "x w^(x - 1)"), ("2^w", "2^w ln(2)"), ("w/x", "1/x"),
    ("x/w", "-x/w^2"), ("w^2/3", "2/3 w"), ("0.1w^2", "0.2w"), ("max(w, x)", "1 - step(x - w)"),
    ("w^2 + 3w + w^2", "4w + 3"), ("-w", "-1"), ("3 - (w - x)", "-1"), ("w w w", "3w^2"),
  ])
  func derivativesReadTheWayATeacherWritesThem(text: String, expected: String) throws {
    let formula = try Formula(text, known: ["w", "x", "y"])
    #expect(formula.expression.derivative(withRespectTo: "w").simplified().text == expected)
  }

  @Test func nothingIsSimplifiedBeforeItIsAsked() throws {
    let formula = try Formula("2 + 3w", known: ["w"])
    #expect(formula.expression.derivative(withRespectTo: "w").text == "1(3 * 1)")
    #expect(formula.expression.text == "2 + 3w")
  }

  /// Each smooth operation beside the same function of the standard library, as `_Differentiation` differentiates it.
  static var smooth: [(String, @differentiable(reverse) (Double) -> Double, String)] {
    [
      ("exp(w)", { exp($0) }, "exp"), ("ln(w)", { log($0) }, "ln"),
      ("sqrt(w)", { sqrt($0) }, "sqrt"),
      ("sin(w)", { sin($0) }, "sin"), ("cos(w)", { cos($0) }, "cos"),
      ("tan(w)", { tan($0) }, "tan"),
      ("tanh(w)", { tanh($0) }, "tanh"), ("1/(1 + exp(-w))", { 1 / (1 + exp(-$0)) }, "logistic"),
      ("sigmoid(w)", { 1 / (1 + exp(-$0)) }, "sigmoid"),
      ("softplus(w)", { log(1 + exp($0)) }, "softplus"), ("-w", { -$0 }, "negate"),
      ("w^3", { $0 * $0 * $0 }, "power"), ("w w + w", { $0 * $0 + $0 }, "twice"),
      ("2/w - w", { 2 / $0 - $0 }, "quotient"), ("w^w", { exp($0 * log($0)) }, "power of itself"),
    ]
  }

  @Test func theToolchainsDerivativeAgrees() throws {
    for (text, function, name) in DerivativeTests.smooth {
      let expression = try Formula(text, known: ["w"]).expression
      for point in [0.3, 0.7, 1.0, 1.4, 2.5] {
        let expected = gradient(at: point, of: function)
        let symbolic = expression.derivative(withRespectTo: "w").value(at: ["w": point]) ?? .nan
        let swept = expression.occurrences(at: [point]).reduce(0) { $0 + $1.derivative }
        #expect(abs(symbolic - expected) <= 1e-12 * max(1, abs(expected)), "\(name) at \(point)")
        #expect(abs(swept - expected) <= 1e-12 * max(1, abs(expected)), "\(name) at \(point)")
      }
    }
  }

  @Test func kinksAndTiesFollowTheConventions() throws {
    func slopes(_ text: String, _ values: [Double]) throws -> [Double] {
      try Formula(text, known: ["a", "b"]).expression.occurrences(at: values).map(\.derivative)
    }
    #expect(try slopes("relu(a)", [0]) == [0])
    #expect(try slopes("relu(a)", [2]) == [1])
    #expect(try slopes("relu(a)", [-2]) == [0])
    #expect(try slopes("abs(a)", [0]) == [0])
    #expect(try slopes("abs(a)", [-2]) == [-1])
    #expect(try slopes("step(a)", [1]) == [0])
    #expect(try slopes("max(a, b)", [1, 1]) == [1, 0])
    #expect(try slopes("min(a, b)", [1, 1]) == [1, 0])
    #expect(try slopes("max(a, b)", [1, 2]) == [0, 1])
    #expect(try slopes("min(a, b)", [1, 2]) == [1, 0])
    #expect(try slopes("a^0", [0]) == [0])
  }

  @Test func everyOperationHasASlopeThatCentralDifferencesConfirm() {
    for operation in Operation.allCases {
      let (a, b, step) = (0.8, 1.7, 1e-6)
      let y = Double.apply(operation, a, b)
      let local = operation.localDerivatives(a, b, result: y)
      let first =
        (Double.apply(operation, a + step, b) - .apply(operation, a - step, b)) / (2 * step)
      #expect(abs(local.0 - first) < 1e-8, "\(operation)")
      guard operation.arity == 2 else { continue }
      let second =
        (Double.apply(operation, a, b + step) - .apply(operation, a, b - step)) / (2 * step)
      #expect(abs(local.1 - second) < 1e-8, "\(operation)")
    }
  }

  @Test func sweepSymbolAndCentralDifferenceAgreeOnRandomFormulas() {
    var generator = SplitMix64(seed: 2)
    let names = ["a", "b", "w"]
    var compared = 0
    for _ in 0..<500 {
      let size = Int.random(in: 1...10, using: &generator)
      let expression = generator.expression(over: names, size: size)
      let point = expression.names.map { _ in Double.random(in: 0.5...2, using: &generator) }
      let bindings = Dictionary(uniqueKeysWithValues: zip(expression.names, point))
      let occurrences = expression.occurrences(at: point)
      for (slot, name) in expression.names.enumerated() {
        let swept = occurrences.filter { $0.slot == slot }.reduce(0) { $0 + $1.derivative }
        guard swept.isFinite, abs(swept) < 1e6 else { continue }
        let derivative = expression.derivative(withRespectTo: name)
        let raw = derivative.value(at: bindings) ?? .nan
        let simple = derivative.simplified().value(at: bindings) ?? .nan
        func shifted(_ by: Double) -> Double {
          var moved = point
          moved[slot] += by
          return expression.value(at: moved)
        }
        let step = 1e-5
        let central =
          (8 * (shifted(step) - shifted(-step)) - shifted(2 * step) + shifted(-2 * step))
          / (12 * step)
        let scale = max(1, abs(swept))
        #expect(abs(raw - swept) <= 1e-9 * scale, "\(expression.text)")
        #expect(
          abs(simple - swept) <= 1e-6 * scale, "\(expression.text): \(derivative.simplified().text)"
        )
        guard abs(expression.value(at: point)) < 1e4 else { continue }
        #expect(abs(central - swept) <= 1e-3 * scale, "\(expression.text)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test func simplifyingKeepsTheValue() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let expression = generator.expression(over: ["a", "b", "w"], size: 8)
      let simple = expression.simplified()
      let bindings = ["a": 0.7, "b": 1.3, "w": 1.9]
      guard let before = expression.value(at: bindings), before.isFinite, abs(before) < 1e9,
        let after = simple.value(at: bindings)
      else { continue }
      #expect(
        abs(before - after) <= 1e-7 * max(1, abs(before)), "\(expression.text) → \(simple.text)")
    }
  }
}
