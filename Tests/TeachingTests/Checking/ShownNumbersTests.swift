import Autodiff
import Expressions
import Teaching
import Testing

@Suite struct ShownNumbersTests {
  /// Some graphs, the entry that is shown, and its number there.
  @Test(
    arguments: [
      // A saturated sigmoid, whose slope is s (1 - s) and whose loss is -ln(1 - s).
      (["a = sigmoid(z)", "J = -ln(1 - a)", "z = 12"], "a", 0.9999938558),
      (["a = 1/(1 + exp(-z))", "J = -ln(1 - a)", "z = 12"], "a", 0.9999938558),
      (["a = tanh(z)", "J = a^2", "z = 6"], "a", 0.9999877117),
      (["a = tanh(z)", "J = a + 1", "z = -6"], "a", -0.9999877117),
      (["a = sigmoid(z)", "J = a^2", "z = 0.3"], "a", 0.574443),
      (["a = sigmoid(z)", "J = a^2", "z = 40"], "a", 1),
      // A small difference of large numbers.
      (["a = w x", "J = a - 2", "w = 1.00000123", "x = 2"], "a", 2.00000246),
      (["a = w x", "J = a - c", "w = 0.333333412345", "x = 3", "c = 1"], "a", 1.000000237035),
      // Whole numbers are whole.
      (["a = w x", "J = a^2", "w = 1234567", "x = 7654321"], "a", 9_449_772_114_007),
      // What nothing needs more exactly has six digits.
      (["a = exp(w)", "J = 2a", "w = 1"], "a", 2.71828),
      (["a = w/3", "J = a x", "w = 1", "x = 5"], "a", 0.333333),
      // A zero by cancellation asks for nothing.
      (["a = w/3", "J = a - c", "w = 1", "c = 0.3333333333333333"], "a", 0.333333),
      // A contribution to a sum that is small beside it.
      (
        ["p = 1000.123456 w", "q = -1000.12w", "J = p + q", "w = 1/3"], "dp/dw", 1000.123456
      ),
      (["p = exp(w)", "q = c w", "J = p - q", "w = 1", "c = 2.7182"], "dp/dw", 2.7182818285),
    ] as [([String], String, Double)])
  func aNumberIsShownWithTheDigitsThatTheNextStepNeeds(
    texts: [String], name: String, number: Double
  ) throws {
    let reading = try ComputationGraph.read(texts.map { Statement($0) }, breaking: .never)
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    let index = try #require(key.list.index(of: name))
    #expect(key.shown(index) == number)
  }

  @Test func aNodesNumberIsItsEntrys() throws {
    let key = try key("a = sigmoid(z)", "J = -ln(1 - a)", "z = 12")
    for node in key.graph.operations {
      let entry = try #require(key.list.forward(of: node))
      #expect(key.shownValue(of: node) == key.shown(entry))
    }
    #expect(key.shownValue(of: 0) == 12)
  }

  @Test func whatIsWorkedOutFromShownNumbersHasFiveRightDigits() throws {
    var keys = try LearnerGraphs.ofLessons(seeds: 1...3) + LearnerGraphs.random(300)
    for z in stride(from: -13, through: 13, by: 0.37) {
      for function in ["sigmoid(z)", "1/(1 + exp(-z))", "tanh(z)", "exp(-z)", "softplus(z)"] {
        keys.append(
          try key("z = w x", "a = \(function)", "J = (a - y)^2", "w = \(z)", "x = 1.1", "y = 1.05"))
      }
    }
    for key in keys {
      for place in key.list.entries.indices {
        for number in ShownNumbersTests.workedOut(place, in: key) {
          let exact = key.value(of: place)
          let off = abs(number - exact) / abs(exact)
          #expect(
            exact == number || off <= 5.1e-6 || ShownNumbersTests.isCancelled(place, in: key),
            "\(key.list.entries[place].name) = \(exact), and \(number) from what is shown")
        }
      }
    }
  }

  /// An entry as it is worked out from what the screen shows, in each way.
  private static func workedOut(_ index: Int, in key: AnswerKey) -> [Double] {
    let entry = key.list.entries[index]
    let node = key.graph.nodes[entry.node]
    guard let expression = node.formula?.expression, node.operands.count < 8 else { return [] }
    let shown = entry.prerequisites.map { key.shown($0) }
    let operands = node.operands.map { key.shownValue(of: $0) }
    switch entry.kind {
    case .forward: return [expression.value(at: operands)]
    case .shape, .derivativeShape, .later: return []
    case .derivative where entry.slot == nil: return [shown.reduce(0, +)]
    case .derivative where !entry.isAtOutput, .contribution where !entry.isAtOutput:
      return [shown.reduce(1, *)]
    case .local, .derivative, .contribution:
      func slope(_ mistakes: [Int: (Double, Double)]) -> Double {
        zip(expression.terms, expression.termSlopes(at: operands, mistaking: mistakes))
          .reduce(0) { sum, term in
            if case .name(entry.slot) = term.0 { sum + term.1 } else { sum }
          }
      }
      let terms = expression.termValues(at: operands)
      let own = key.shownValue(of: entry.node)
      guard case .unary(let operation, let a) = expression.terms[expression.root] else {
        return [slope([:])]
      }
      let told = operation.localDerivatives(terms[a], terms[a], result: own)
      return [slope([:]), slope([expression.root: told])]
    }
  }

  /// Whether an entry is so small beside what it is worked out from that fifteen digits do not bring it nearer.
  private static func isCancelled(_ index: Int, in key: AnswerKey) -> Bool {
    abs(key.value(of: index)) < 1e-10
  }
}
