import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct SymbolicDerivativeTests {
  private func product(_ count: Int) throws -> Expression {
    let text = (1...count).map { "(w + \($0))" }.joined(separator: " * ")
    return try Formula(text, known: ["w"]).expression
  }

  /// The value by the parts in their order, each read from its text.
  private func value(
    of derivative: SymbolicDerivative, at bindings: [String: Double]
  ) throws -> Double? {
    var known = bindings
    for part in derivative.parts {
      let read = try Formula(part.expression.text, known: Set(known.keys))
      known[part.name] = read.expression.value(at: known)
    }
    let read = try Formula(derivative.expression.text, known: Set(known.keys))
    return read.expression.value(at: known)
  }

  @Test func aShortDerivativeIsPutTogether() throws {
    let formula = try Formula("(2 + 3w)^2", known: ["w"]).expression
    let derivative = SymbolicDerivative(of: formula, withRespectTo: "w")
    #expect(derivative.parts.isEmpty)
    #expect(derivative.text == "6(2 + 3w)")
  }

  @Test func repeatedPartsGetNamesThatAreFree() throws {
    var shared = SharedTerms()
    let formula = try Formula("sin(s1 w + 3)^2 + s1", known: ["w", "s1"]).expression
    let root = shared.add(formula)
    let place = shared.derivatives(of: root, withRespectTo: ["s1"])[0]
    let named = SymbolicDerivative(naming: place, in: shared, beside: ["s3"])
    #expect(named.text == "1 + 2w cos(s2) sin(s2) where s2 = s1 w + 3")
  }

  @Test func aPartThatHasANameKeepsIt() throws {
    var terms = SharedTerms()
    let inner = terms.add(try Formula("w x + 3", known: ["w", "x"]).expression)
    let outer = try Formula("sin(a)^2", known: ["a"]).expression
    let root = terms.add(outer, meaning: ["a": inner])
    let place = terms.derivatives(of: root, withRespectTo: ["w"])[0]
    let named = SymbolicDerivative(naming: place, in: terms, called: [inner: "a"], beside: [])
    #expect(named.text == "2x cos(a) sin(a) where a = w x + 3")
  }

  @Test func theDerivativeOfAProductOfAThousandFactorsIsAsLongAsTheFormula() throws {
    func length(_ count: Int) throws -> Int {
      SymbolicDerivative(of: try product(count), withRespectTo: "w").text.utf8.count
    }
    let thousand = try length(1000)
    #expect(thousand < 10 * (try product(1000).text.utf8.count))
    #expect(try length(2000) < 5 * thousand / 2)
  }

  @Test func thePartsReadBackAndGiveTheSweepsValue() throws {
    var generator = SplitMix64(seed: 31)
    var compared = 0
    var withParts = 0
    for size in [4, 20, 100, 400, 1000] {
      for _ in 0..<5 {
        let formula = generator.expression(over: ["a", "b", "w"], size: size)
        let point = formula.names.map { _ in Double.random(in: 0.5...2, using: &generator) }
        let bindings = Dictionary(uniqueKeysWithValues: zip(formula.names, point))
        let occurrences = formula.occurrences(at: point)
        for (slot, name) in formula.names.enumerated() {
          let contributions = occurrences.filter { $0.slot == slot }.map(\.derivative)
          let scale = contributions.reduce(1) { $0 + abs($1) }
          guard scale.isFinite, scale < 1e9 else { continue }
          let derivative = SymbolicDerivative(of: formula, withRespectTo: name)
          var shared = SharedTerms()
          let root = shared.add(formula)
          let place = shared.derivatives(of: root, withRespectTo: [name])[0]
          let named = SymbolicDerivative(naming: place, in: shared, beside: [])
          for form in [derivative, named] {
            let value = try value(of: form, at: bindings) ?? .nan
            #expect(
              abs(value - contributions.reduce(0, +)) <= 1e-6 * scale,
              "\(formula.text(atMost: 300)) by \(name)")
          }
          compared += 1
          if !named.parts.isEmpty { withParts += 1 }
        }
      }
    }
    #expect(compared > 30)
    #expect(withParts > 10)
    let factors = try product(150)
    let swept = factors.occurrences(at: [0.001]).reduce(0) { $0 + $1.derivative }
    #expect(swept.isFinite)
    let value = try value(
      of: SymbolicDerivative(of: factors, withRespectTo: "w"), at: ["w": 0.001])
    #expect(abs((value ?? .nan) - swept) <= 1e-9 * abs(swept))
  }

  @Test func aDerivativeNestedDeepIsCutAndNotPutTogether() throws {
    var shared = SharedTerms()
    var value = shared.term(named: "w")
    let step = try Formula("y(v + w)", known: ["y", "v", "w"]).expression
    for _ in 0..<20_000 { value = shared.add(step, meaning: ["v": value]) }
    let derivative = SymbolicDerivative(
      of: value, in: shared, withRespectTo: "w", called: [:], beside: [])
    #expect(derivative.parts.count > 1000)
    #expect(derivative.expression.writtenSize < 4 * 20_000)
  }

  @Test func theBeginningOfATextTakesNoMoreThanItself() throws {
    var shared = SharedTerms()
    var value = shared.term(named: "w")
    let square = try Formula("v * v + 1", known: ["v"]).expression
    for _ in 0..<100 { value = shared.add(square, meaning: ["v": value]) }
    let exploding = shared.expression(endingAt: value)
    #expect(exploding.writtenSize == .max)
    #expect(exploding.text(atMost: 10).count == 11)
    #expect(exploding.text(atMost: 10).hasSuffix("…"))
    #expect(try product(2).text(atMost: 100) == "(w + 1) (w + 2)")
  }
}
