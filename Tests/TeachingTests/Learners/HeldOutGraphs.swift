import Autodiff
import Expressions
import RandomNumbers
import Teaching

/// Graphs to which the wrong rules were never fitted: of another make and other seeds than those of `LearnerGraphs`.
///
/// Small networks, recurrent ones, cross-entropies, normalisation, gates, fan-outs, boxes that hold whole formulas, and
/// exercises that were published.
enum HeldOutGraphs {
  /// The published exercises that are small, and random graphs of each family in turn.
  ///
  /// - Parameter limit: the entries that an exercise may have at most.
  static func all(_ count: Int, limit: Int = 40) throws -> [AnswerKey] {
    try PublishedExercise.small.map { try $0.key() }.filter { $0.list.entries.count <= limit }
      + random(count)
  }

  /// The first graphs whose numbers a person could write down.
  static func random(_ count: Int) throws -> [AnswerKey] {
    var keys: [AnswerKey] = []
    var seed: UInt64 = 7_000_001
    while keys.count < count {
      let family = HeldOutGraphs.families[keys.count % HeldOutGraphs.families.count]
      var maker = Maker(seed: seed)
      family(&maker)
      if let key = try maker.key() { keys.append(key) }
      seed += 1
    }
    return keys
  }

  private static let families: [@Sendable (inout Maker) -> Void] = [
    { $0.network("tanh") }, { $0.mixture() }, { $0.crossEntropy() }, { $0.fan() },
    { $0.normalisation() }, { $0.mixture() }, { $0.recurrence() }, { $0.gate() },
    { $0.logistic() }, { $0.mixture() }, { $0.network("sigmoid") }, { $0.softmaxInOne() },
    { $0.network("relu") }, { $0.skip() },
  ]
}

extension HeldOutGraphs {
  /// Writes the statements of one graph.
  struct Maker {
    private var numbers: SplitMix64
    private var statements: [Statement] = []

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    /// A number with one digit after the point, or a whole one, and no 0.
    private mutating func number() -> String {
      let tenths = numbers.next(below: 2) == 0
      let size = 1 + numbers.next(below: tenths ? 29 : 6)
      let sign = numbers.next(below: 3) == 0 ? -1.0 : 1
      return (sign * Double(size) / (tenths ? 10 : 1)).shortestText
    }

    private mutating func parameter(_ names: String...) {
      for name in names { statements.append(Statement("\(name) = \(number())")) }
    }

    private mutating func data(_ names: String...) {
      for name in names { statements.append(Statement("\(name) = \(number())", role: .data)) }
    }

    private mutating func formula(_ texts: String...) {
      statements += texts.map { Statement($0) }
    }

    private mutating func one(of texts: String...) -> String {
      texts[numbers.next(below: texts.count)]
    }

    /// Two hidden units in boxes that hold a whole unit, and a squared loss.
    mutating func network(_ function: String) {
      parameter("w1", "w2", "b1", "b2", "v1", "v2", "c")
      data("x", "t")
      formula("h1 = \(function)(w1 x + b1)", "h2 = \(function)(w2 x + b2)")
      formula("y = v1 h1 + v2 h2 + c", one(of: "L = 1/2 (y - t)^2", "L = (t - y)^2"))
    }

    /// Logits of one weight each, softmax and cross-entropy written out.
    mutating func crossEntropy() {
      parameter("w1", "w2", "w3")
      data("x")
      formula("z1 = w1 x", "z2 = w2 x", "z3 = w3 x")
      formula("e1 = exp(z1)", "e2 = exp(z2)", "e3 = exp(z3)", "S = e1 + e2 + e3")
      formula("p = e\(1 + numbers.next(below: 3))/S", "L = -ln(p)")
    }

    mutating func softmaxInOne() {
      parameter("z1", "z2", "u")
      formula(
        "z3 = u^2 - z1", "L = ln(exp(z1) + exp(z2) + exp(z3)) - z\(1 + numbers.next(below: 3))")
    }

    /// Logistic regression with its loss in one formula.
    mutating func logistic() {
      parameter("w1", "w2", "b")
      data("x1", "x2")
      formula("z = w1 x1 + w2 x2 + b", one(of: "a = sigmoid(z)", "a = 1/(1 + exp(-z))"))
      formula(one(of: "L = -ln(a)", "L = -ln(1 - a)", "L = -(0.8 ln(a) + 0.2 ln(1 - a))"))
    }

    /// A mean taken off, a standard deviation divided out.
    mutating func normalisation() {
      parameter("x1", "x2", "x3", "g", "b")
      formula("m = (x1 + x2 + x3)/3", "d1 = x1 - m", "d2 = x2 - m", "d3 = x3 - m")
      formula("v = (d1^2 + d2^2 + d3^2)/3", one(of: "r = 1/sqrt(v + 0.01)", "r = (v + 0.1)^-0.5"))
      formula("y1 = g d1 r + b", "y2 = g d2 r + b", one(of: "J = y1^2 + y2", "J = y1 y2"))
    }

    mutating func recurrence() {
      parameter("w", "u", "v")
      data("x1", "x2", "t")
      formula("h1 = tanh(w x1)", "h2 = tanh(w x2 + u h1)", "y = v h2", "L = 1/2 (y - t)^2")
    }

    /// A gate that mixes two paths.
    mutating func gate() {
      parameter("w", "a", "c")
      data("x")
      formula("z = w x", "g = sigmoid(z)", "h = g a + (1 - g) c")
      formula(one(of: "k = g h", "k = h - 2 g", "k = h^2 + g"), "J = k^2/2")
    }

    /// One quantity that goes three ways.
    mutating func fan() {
      parameter("a", "k")
      formula("b = \(2 + numbers.next(below: 4)) a", "c = b + k")
      formula("d = \(3 + numbers.next(below: 4)) b", one(of: "f = b^2", "f = -b", "f = b k"))
      formula("s = c d", one(of: "e = s + f", "e = f - s", "e = s f"))
    }

    mutating func skip() {
      parameter("w0", "w1", "ws")
      data("x", "y")
      formula("z0 = w0 x", one(of: "h0 = relu(z0)", "h0 = softplus(z0)", "h0 = abs(z0)"))
      formula("h1 = w1 h0", "z2 = h1 + ws h0", one(of: "L = abs(y - z2)", "L = (z2 - y)^2"))
    }

    /// Boxes that hold whole formulas of two operations and more, each over some of what is there.
    mutating func mixture() {
      parameter("p", "q", "r")
      var names = ["p", "q", "r"]
      var unused = names
      for index in 1...(2 + numbers.next(below: 3)) {
        let u = names[names.count - 1 - numbers.next(below: 2)]
        var v = names[numbers.next(below: names.count)]
        if v == u { v = names[0] == u ? names[1] : names[0] }
        let box = HeldOutGraphs.box(numbers.next(below: HeldOutGraphs.boxes), u, v)
        statements.append(Statement("m\(index) = \(box)"))
        unused.removeAll { $0 == u || $0 == v }
        names.append("m\(index)")
        unused.append("m\(index)")
      }
      statements.append(Statement("J = " + unused.joined(separator: " + 2 ")))
    }

    /// The graph; none where somebody could not write its numbers down.
    func key() throws -> AnswerKey? {
      let reading = try ComputationGraph.read(statements, breaking: .never)
      guard let key = try? AnswerKey(reading.graph, at: reading.inputs) else { return nil }
      let values = key.list.entries.indices.map { abs(key.value(of: $0)) }
      return values.allSatisfy { $0 < 5000 && ($0 == 0 || $0 > 0.001) } ? key : nil
    }
  }

  fileprivate static let boxes = 30

  private static func box(_ place: Int, _ u: String, _ v: String) -> String {
    let all = [
      "(\(u) \(v) + 3)/(\(v) - 7)", "exp(-\(u)^2/8)", "\(u) exp(-\(v))", "ln(1 + \(u)^2)",
      "max(\(u) \(v), 2 \(u))", "sqrt(\(u)^2 + \(v)^2)", "1/(1 + exp(-\(u)))",
      "sin(\(u)) cos(\(v))", "\(u)^2 \(v)", "\(u)^3 - 4 \(u)", "abs(\(u) - \(v))",
      "tanh(\(u)) + \(u)", "softplus(\(u)) - \(v)", "min(\(u), \(v)) \(u)", "\(u)/(\(v)^2 + 1)",
      "2 - 3 \(u)", "\(u) - \(v)/4", "(\(u) - \(v)) (\(u) + \(v))", "\(u) \(v) - \(v)",
      "tan(\(u)/4)", "cos(2 \(u))", "sigmoid(2 \(u) - \(v))", "tanh(\(u) \(v)/5)",
      "relu(\(u) - \(v))", "5/\(u) + \(v)", "1/2 (\(u) - \(v))^2", "\(u) + \(v) - 6",
      "-\(u) \(v)", "\(u) - sin(\(v))", "\(u)/\(v)",
    ]
    return all[place % all.count]
  }
}
