import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct SharedTermsTests {
  private func expression(_ text: String) throws -> Expression {
    try Formula(text, known: ["w", "x", "b"]).expression
  }

  /// A formula's derivative with respect to w, as it comes out of sharing.
  private func derivative(_ text: String) throws -> String {
    var shared = SharedTerms()
    let root = shared.add(try expression(text))
    let place = shared.derivatives(of: root, withRespectTo: ["w"])[0]
    return shared.expression(endingAt: place).text
  }

  @Test func equalPartsAreOneTerm() throws {
    var shared = SharedTerms()
    let first = shared.add(try expression("sin(w x) + b"))
    let count = shared.terms.count
    #expect(shared.add(try expression("b + sin(x w)")) == first)
    #expect(shared.terms.count == count)
    #expect(shared.count(of: [first]) == 6)
  }

  @Test(arguments: [
    ("x", "0"), ("w", "1"), ("3 + 2w", "2"), ("w^1", "1"), ("w^0", "0"), ("-(-w)", "1"),
    ("w - w", "0"), ("x - 2w", "-2"), ("w^2", "2w"), ("sin(w)", "cos(w)"), ("w/2", "1/2"),
    ("w x b", "b x"), ("exp(-w)", "-exp(-w)"), ("(6/3) w", "2"), ("w^(-2)", "-2w^-3"),
  ])
  func zeroAndOneDisappearAndNumbersFold(formula: String, expected: String) throws {
    #expect(try derivative(formula) == expected)
  }

  /// The chain of the bench: a third of the operations are functions, the others take a parameter each.
  private func chain(_ count: Int) -> (SharedTerms, root: Int, parameters: [String]) {
    var shared = SharedTerms()
    var value = shared.term(named: "x")
    var parameters: [String] = []
    for step in 0..<count {
      let text = ["tanh(v)", "p v", "v + p"][step % 3]
      var meanings = ["v": value]
      if step % 3 > 0 {
        parameters.append("p\(parameters.count)")
        meanings["p"] = shared.term(named: parameters[parameters.count - 1])
      }
      guard let formula = try? Formula(text, known: ["v", "p"]) else { continue }
      value = shared.add(formula.expression, meaning: meanings)
    }
    return (shared, value, parameters)
  }

  /// 130,439 terms if each derivative were written out.
  @Test func allDerivativesOfAChainShareTheirParts() throws {
    func size(_ count: Int) -> (shared: Int, written: Int) {
      var (shared, root, parameters) = chain(count)
      let derivatives = shared.derivatives(of: root, withRespectTo: parameters)
      let written = derivatives.map { shared.expression(endingAt: $0).writtenSize }
      return (shared.count(of: [root] + derivatives), written.reduce(0, +))
    }
    let (hundred, twoHundred) = (size(100), size(200))
    #expect(hundred.shared <= 400)
    #expect(hundred.written > 50_000)
    #expect(twoHundred.shared < 2 * hundred.shared + 10)
  }

  @Test func aRepeatedMapGrowsByItsOwnSize() throws {
    func size(_ folds: Int) throws -> (shared: Int, written: Int) {
      var shared = SharedTerms()
      var value = shared.term(named: "w")
      let map = try expression("x w (1 - w)")
      for _ in 0..<folds { value = shared.add(map, meaning: ["w": value]) }
      let derivative = shared.derivatives(of: value, withRespectTo: ["w"])[0]
      return (
        shared.count(of: [value, derivative]), shared.expression(endingAt: derivative).writtenSize
      )
    }
    let (ten, twenty, hundred) = (try size(10), try size(20), try size(100))
    #expect(ten.shared <= 117)
    #expect(ten.written > 10_000)
    #expect(twenty.shared < 2 * ten.shared)
    #expect(hundred.shared < 10 * ten.shared)
    #expect(hundred.written == .max)
  }

  @Test func sharedDerivativesEqualTheSweepOnFormulasOfUpTo1000Operations() {
    var generator = SplitMix64(seed: 21)
    let names = ["a", "b", "w", "x"]
    var compared = 0
    for size in [1, 2, 3, 5, 8, 13, 30, 100, 300, 1000] {
      for _ in 0..<(size > 200 ? 4 : 20) {
        let formula = generator.expression(over: names, size: size)
        let point = formula.names.map { _ in Double.random(in: 0.5...2, using: &generator) }
        let bindings = Dictionary(uniqueKeysWithValues: zip(formula.names, point))
        let occurrences = formula.occurrences(at: point)
        var shared = SharedTerms()
        let root = shared.add(formula)
        let derivatives = shared.derivatives(of: root, withRespectTo: formula.names)
        #expect(
          shared.count(of: [root] + derivatives) <= 8 * formula.terms.count + 4,
          "\(formula.text(atMost: 200))")
        for (slot, place) in derivatives.enumerated() {
          let contributions = occurrences.filter { $0.slot == slot }.map(\.derivative)
          let swept = contributions.reduce(0, +)
          let scale = contributions.reduce(1) { $0 + abs($1) }
          guard scale.isFinite, scale < 1e12 else { continue }
          let value = shared.expression(endingAt: place).value(at: bindings) ?? .nan
          #expect(abs(value - swept) <= 1e-9 * scale, "\(formula.text(atMost: 200))")
          compared += 1
        }
      }
    }
    #expect(compared > 300)
  }
}
