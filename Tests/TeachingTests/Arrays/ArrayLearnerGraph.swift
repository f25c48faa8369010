import Teaching

/// A graph with what learners type into it, written by hand: no rule of the program made it.
struct ArrayLearnerGraph {
  struct Answer {
    var entry: String
    /// Right formulas.
    var rights: [String]
    /// Wrong ones by the rule that they break.
    var wrongs: [(rule: WrongRule, typed: String)]
  }

  var name: String
  var lines: [String]
  var data: Set<String> = ["X", "Y"]
  var output: String?
  var answers: [Answer] = []

  init(_ name: String, _ lines: [String], data: Set<String>) {
    self.name = name
    self.lines = lines
    self.data = data
  }

  mutating func ask(_ entry: String, _ rights: [String], _ wrongs: [(WrongRule, String)]) {
    answers.append(Answer(entry: entry, rights: rights, wrongs: wrongs.map { ($0.0, $0.1) }))
  }

  // MARK: Boxes whose mistakes are alike wherever they stand

  /// `Z = X @ W + b`, with examples in rows.
  mutating func askLayer(
    _ z: String, of x: String, _ w: String, _ b: String, isInner: Bool, m: Int, isMean: Bool
  ) {
    let g = "dL/d\(z)"
    ask(
      "dL/d\(w)", ["\(x)' @ \(g)", "\(x).T @ d\(z)", "np.dot(\(x).T, d\(z))"],
      [
        (.notTransposed, "\(x) @ \(g)"), (.orderSwapped, "\(g) @ \(x)'"),
        (.elementwiseProduct, "\(x)' * \(g)"), (.elementwiseProduct, "\(x) * \(g)"),
        (.transposed, "\(g)' @ \(x)"), (.doubled, "2 \(x)' @ \(g)"), (.sign, "-\(x)' @ \(g)"),
        (.upstreamOnly, g), (isMean ? .meanTwice : .averaged, "\(x)' @ \(g) / \(m)"),
      ])
    ask(
      "dL/d\(b)", ["sum(\(g), axis=0)", "d\(z).sum(axis=0)", "np.sum(d\(z), 0)"],
      [
        (.notSummed, g), (.wrongAxis, "sum(\(g), axis=1)"), (.wrongAxis, "sum(\(g))"),
        (.averaged, "mean(\(g), axis=0)"),
      ])
    guard isInner else { return }
    ask(
      "dL/d\(x)", ["\(g) @ \(w)'", "d\(z) @ \(w).T"],
      [
        (.notTransposed, "\(g) @ \(w)"), (.orderSwapped, "\(w)' @ \(g)"),
        (.elementwiseProduct, "\(g) * \(w)'"), (.transposed, "\(w) @ \(g)'"),
      ])
  }

  /// `H = f(Z)`, number by number.
  mutating func askFunction(_ f: String, _ h: String, of z: String) {
    let g = "dL/d\(h)"
    switch f {
    case "relu":
      ask(
        "dL/d\(z)", ["\(g) * (\(z) > 0)", "d\(h) * step(\(z))", "where(\(h) > 0, d\(h), 0)"],
        [
          (.maskForgotten, g), (.maskOfValue, "\(g) * \(h)"), (.maskOfValue, "\(g) * \(z)"),
          (.localOnly, "\(z) > 0"), (.added, "\(g) + (\(z) > 0)"),
        ])
    case "tanh":
      ask(
        "dL/d\(z)", ["\(g) * (1 - \(h)^2)", "d\(h) * (1 - tanh(\(z))^2)"],
        [
          (.upstreamOnly, g), (.localOnly, "1 - \(h)^2"), (.tanhOneMinus, "\(g) * (1 - \(h))"),
          (.added, "\(g) + 1 - \(h)^2"),
        ])
    default:
      ask(
        "dL/d\(z)", ["\(g) * \(h) * (1 - \(h))", "d\(h) * sigmoid(\(z)) * (1 - sigmoid(\(z)))"],
        [
          (.upstreamOnly, g), (.localOnly, "\(h) * (1 - \(h))"), (.sigmoidValue, "\(g) * \(h)"),
          (.sigmoidOneMinus, "\(g) * (1 - \(h))"), (.added, "\(g) + \(h) * (1 - \(h))"),
        ])
    }
  }

  /// `L = mean((P - Y)^2)`, over so many numbers.
  mutating func askSquares(_ p: String, _ y: String, count: Int, isMean: Bool) {
    let over = isMean ? " / \(count)" : ""
    var wrongs: [(WrongRule, String)] = [
      (.targetForgotten, "2 \(p)\(over)"), (.targetMinus, "2 (\(y) - \(p))\(over)"),
      (.doubled, "4 (\(p) - \(y))\(over)"), (.forwardValue, p),
    ]
    if isMean, count > 1 {
      wrongs += [
        (.meanForgotten, "2 (\(p) - \(y))"), (.meanTwice, "2 (\(p) - \(y)) / \(count * count)"),
      ]
    }
    ask("dL/d\(p)", ["2 (\(p) - \(y))\(over)", "-2 (\(y) - \(p))\(over)"], wrongs)
  }

  /// `L = crossentropy(Z, y)`, with an index for each row or with shares.
  mutating func askCrossEntropy(_ z: String, _ y: String, width: Int, isIndex: Bool, m: Int) {
    let (p, t) = ("softmax(\(z))", isIndex ? "onehot(\(y), \(width))" : y)
    var wrongs: [(WrongRule, String)] = [
      (.targetForgotten, "\(p) / \(m)"), (.targetMinus, "(\(t) - \(p)) / \(m)"),
      (.softmaxElementwise, "\(p) * (1 - \(p)) / \(m)"),
    ]
    if m > 1 {
      wrongs += [(.meanForgotten, "\(p) - \(t)"), (.meanTwice, "(\(p) - \(t)) / \(m)^2")]
    }
    ask("dL/d\(z)", ["(\(p) - \(t)) / \(m)", "1/\(m) (\(p) - \(t))"], wrongs)
  }
}
