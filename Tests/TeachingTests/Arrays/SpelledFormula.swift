/// A formula that is written in many ways: what the field, its books and its programs make of the same derivative.
indirect enum SpelledFormula: Sendable {
  /// A quantity, a derivative in all its names, or any text that binds like a name.
  case atom([String])
  case transposed(SpelledFormula)
  case product(SpelledFormula, SpelledFormula)
  case entrywise(SpelledFormula, SpelledFormula)
  case minus(SpelledFormula, SpelledFormula)
  /// Divided by the number of examples, which are the rows of X.
  case mean(SpelledFormula)
  case sum(SpelledFormula, axis: Int, keepsAxes: Bool = false)

  static func quantity(_ name: String) -> SpelledFormula { .atom([name]) }

  static func derivative(_ name: String) -> SpelledFormula {
    .atom([
      "d\(name)", "dJ/d\(name)", "∂J/∂\(name)", "(d\(name))", "\(name).grad", "(dJ/d\(name))",
    ])
  }

  /// The number of examples of the graphs in the tests.
  static let examples = 4

  /// All spellings, the plainest first; those that stand alone as a factor are marked.
  private var texts: [(text: String, isFactor: Bool)] {
    switch self {
    case .atom(let names): return names.map { ($0, true) }
    case .transposed(let a):
      return a.factors.flatMap { [("\($0)'", true), ("\($0).T", true), ("\($0)ᵀ", true)] }
        + a.all.map { ("np.transpose(\($0))", true) }
    case .product(let a, let b):
      let pairs = a.factors.flatMap { a in b.factors.map { (a, $0) } }
      let calls = a.all.flatMap { a in b.all.map { (a, $0) } }
      return pairs.flatMap { [("\($0) @ \($1)", false), ("\($0) \($1)", false)] }
        + calls.map { ("np.dot(\($0), \($1))", true) }
        + pairs.map { ("\($0).dot(\($1))", true) }
        + calls.map { ("torch.matmul(\($0), \($1))", true) }
        + [("(\(b.plain)' @ \(a.plain)')'", true), ("np.dot(\(b.plain).T, \(a.plain).T).T", true)]
    case .entrywise(let a, let b):
      let pairs = a.factors.flatMap { a in b.factors.map { (a, $0) } }
      return pairs.flatMap {
        [("\($0) * \($1)", false), ("\($1) * \($0)", false), ("\($0) ⊙ \($1)", false)]
      } + a.all.flatMap { a in b.all.map { ("np.multiply(\(a), \($0))", true) } }
    case .minus(let a, let b):
      return [
        ("\(a.plain) - \(b.plain)", false), ("-(\(b.plain) - \(a.plain))", false),
        ("-\(b.plain) + \(a.plain)", false),
      ]
    case .mean(let a):
      let m = SpelledFormula.examples
      return a.factors.flatMap { a in
        [
          ("\(a) / m", false), ("\(a) / \(m)", false), ("1/m * \(a)", false),
          ("1/\(m) \(a)", false), ("(1/m) * \(a)", false), ("\(a) * (1/\(m))", false),
          ("\(a) / len(X)", false), ("0.25 * \(a)", false), ("\(a) / X.shape[0]", false),
          ("\(a)/\(m)", false), ("1/len(X) * \(a)", false), ("m**-1 * \(a)", false),
          ("\(a) * 1/m", false),
        ]
      }
    case .sum(let a, let axis, let keeps):
      return SpelledFormula.sums(a, axis, keeps).map { ($0, true) }
    }
  }

  private static func sums(_ a: SpelledFormula, _ axis: Int, _ keeps: Bool) -> [String] {
    let more = keeps ? ", keepdims=True" : ""
    var texts: [String] = []
    for text in a.all {
      texts.append("sum(\(text), axis=\(axis)\(more))")
      texts.append("np.sum(\(text), axis=\(axis)\(more))")
      texts.append("sum(\(text),axis=\(axis - 2)\(more))")
      texts.append("torch.sum(\(text), dim=\(axis)\(keeps ? ", keepdim=True" : ""))")
      texts.append("np.sum(\(text), \(axis)\(more))")
    }
    for text in a.factors {
      texts.append("\(text).sum(axis=\(axis)\(more))")
      texts.append("\(text).sum(\(axis)\(more))")
    }
    return texts
  }

  private var all: [String] { SpelledFormula.some(texts.map(\.text), of: 8) }

  /// The spellings as a factor, in parentheses where they need some.
  private var factors: [String] {
    SpelledFormula.some(texts.map { $0.isFactor ? $0.text : "(\($0.text))" }, of: 8)
  }

  private var plain: String { factors[0] }

  /// So many of some, spread over all of them, the first among them.
  private static func some(_ texts: [String], of count: Int) -> [String] {
    guard texts.count > count else { return texts }
    return (0..<count).map { texts[$0 * texts.count / count] }
  }

  /// So many spellings at most, each once.
  func spellings(atMost count: Int) -> [String] {
    var seen: Set<String> = []
    let own = texts.map(\.text) + ["(\(texts[0].text))", "  \(texts[0].text)  "]
    return SpelledFormula.some(own.filter { seen.insert($0).inserted }, of: count)
  }

  /// What learners make of it who go wrong in one place.
  var neighbours: [SpelledFormula] {
    switch self {
    case .atom: []
    case .transposed(let a): [a] + a.neighbours.map { .transposed($0) }
    case .product(let a, let b):
      [.product(b, a), .entrywise(a, b)] + a.neighbours.map { .product($0, b) }
        + b.neighbours.map { .product(a, $0) }
    case .entrywise(let a, let b):
      [a, b, .product(a, b)] + a.neighbours.map { .entrywise($0, b) }
        + b.neighbours.map { .entrywise(a, $0) }
    case .minus(let a, let b): [.minus(b, a), a]
    case .mean(let a): [a, .mean(.mean(a))] + a.neighbours.map { .mean($0) }
    case .sum(let a, let axis, let keeps):
      [a, .sum(a, axis: 1 - axis, keepsAxes: keeps), .mean(.sum(a, axis: axis, keepsAxes: keeps))]
        + a.neighbours.map { .sum($0, axis: axis, keepsAxes: keeps) }
    }
  }
}
