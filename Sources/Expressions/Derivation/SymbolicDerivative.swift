/// The derivative of a formula as a formula that can be read: put together where that is short, else with names for
/// the parts it repeats.
///
/// Written out, the derivative of a product of a thousand factors has a million of them; with a name for what is
/// repeated it is no longer than the formula.
public struct SymbolicDerivative: Hashable, Sendable {
  /// A part with a name of its own.
  public struct Part: Hashable, Sendable {
    public let name: String
    /// The part over the names of the formula and of earlier parts.
    public let expression: Expression
  }

  /// The derivative over the names of the formula and of the parts.
  public let expression: Expression
  /// The parts that have names, in order of evaluation; none where the derivative is short.
  public let parts: [Part]

  /// Up to this size a derivative is put together whatever its formula; beyond, if it is not much longer than that.
  private static let (shortSize, growth) = (1000, 16)
  /// Deeper than formulas are typed, a derivative is never put together.
  private static let nestingLimit = 2 * Parser.nestingLimit

  /// - Complexity: O(n log n) in the terms of the formula.
  public init(of formula: Expression, withRespectTo name: String) {
    if let short = SymbolicDerivative.short(of: formula, withRespectTo: name) {
      self.init(expression: short, parts: [])
      return
    }
    var terms = SharedTerms()
    let root = terms.add(formula)
    let derivative = terms.derivatives(of: root, withRespectTo: [name])[0]
    self.init(naming: derivative, in: terms, beside: formula.names)
  }

  /// The derivative of a term.
  ///
  /// - Parameters:
  ///   - called: terms that have names already, by which they are told where they are repeated.
  ///   - names: names that no other part may have.
  public init(
    of root: Int, in terms: SharedTerms, withRespectTo name: String, called: [Int: String],
    beside names: [String]
  ) {
    let formula = terms.expression(endingAt: root)
    if let short = SymbolicDerivative.short(of: formula, withRespectTo: name) {
      self.init(expression: short, parts: [])
      return
    }
    var terms = terms
    let derivative = terms.derivatives(of: root, withRespectTo: [name])[0]
    self.init(naming: derivative, in: terms, called: called, beside: names)
  }

  /// Gives names to the parts that a term repeats.
  public init(
    naming root: Int, in terms: SharedTerms, called: [Int: String] = [:], beside names: [String]
  ) {
    var naming = PartNaming(root, in: terms, called: called, beside: names)
    let (parts, whole) = naming.named()
    self.init(expression: whole, parts: parts)
  }

  init(expression: Expression, parts: [Part]) {
    self.expression = expression
    self.parts = parts
  }

  /// The derivative put together, if it can be.
  private static func short(of formula: Expression, withRespectTo name: String) -> Expression? {
    let derivative = formula.derivative(withRespectTo: name)
    let isShort = isShort(
      size: derivative.writtenSize, nesting: derivative.nesting, beside: formula)
    return isShort ? derivative.simplified() : nil
  }

  /// Whether a derivative of so many terms, nested so deep, is put together.
  static func isShort(size: Int, nesting: Int, beside formula: Expression) -> Bool {
    size <= shortSize + growth * formula.terms.count && nesting <= nestingLimit
  }

  /// The derivative and its parts on one line: `s1 cos(s2) where s1 = w^2, s2 = …`.
  public var text: String {
    guard !parts.isEmpty else { return expression.text }
    let named = parts.map { "\($0.name) = \($0.expression.text)" }
    return "\(expression.text) where \(named.joined(separator: ", "))"
  }
}

extension Expression {
  /// The number of terms if every shared part were written out at each use; `Int.max` for more than can be counted.
  public var writtenSize: Int { writtenSizes[root] }

  /// For each term its number of terms, written out so.
  var writtenSizes: [Int] {
    var sizes: [Int] = []
    sizes.reserveCapacity(terms.count)
    for term in terms {
      switch term {
      case .number, .constant, .name, .array: sizes.append(1)
      case .unary(_, let a): sizes.append(sizes[a].addingSaturated(1))
      case .binary(_, let a, let b):
        sizes.append(sizes[a].addingSaturated(sizes[b]).addingSaturated(1))
      }
    }
    return sizes
  }

  /// How deep sums, products and functions are nested in one another; a sum of many terms is not deep.
  var nesting: Int { nestings[root] }

  /// For each term how deep it is nested.
  var nestings: [Int] {
    var depths: [Int] = []
    depths.reserveCapacity(terms.count)
    for term in terms {
      func depth(_ operand: Int) -> Int {
        depths[operand] + (goesOn(from: operand, to: term) ? 0 : 1)
      }
      switch term {
      case .number, .constant, .name, .array: depths.append(0)
      case .unary(_, let a): depths.append(depth(a))
      case .binary(_, let a, let b): depths.append(max(depth(a), depth(b)))
      }
    }
    return depths
  }

  /// Whether an operand is written without parentheses, as a term of a sum or a factor of a product.
  func goesOn(from operand: Int, to term: Term) -> Bool {
    guard case .binary(let inner, _, _) = terms[operand], case .binary(let outer, _, _) = term
    else { return false }
    switch (inner, outer) {
    case (.add, .add), (.subtract, .add), (.add, .subtract), (.subtract, .subtract),
      (.multiply, .multiply):
      return true
    default: return false
    }
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
