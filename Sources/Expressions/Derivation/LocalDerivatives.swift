/// The symbolic derivatives of one formula with respect to each of its names, told one by one.
///
/// Those of a formula with many names come out of a single reverse sweep, so that a sum of a thousand names is not gone
/// through a thousand times.
public struct LocalDerivatives: Sendable {
  private let formula: Expression
  private let sweep: Sweep?
  /// The text that was asked for last, and its term.
  private var last: (root: Int, text: String)?

  /// What a reverse sweep has found, and how long and how deep each of its terms is.
  private struct Sweep {
    let terms: SharedTerms
    let whole: Expression
    let roots: [Int]
    let sizes: [Int]
    let nestings: [Int]

    init(_ formula: Expression) {
      var terms = SharedTerms()
      let root = terms.add(formula)
      roots = terms.derivatives(of: root, withRespectTo: formula.names)
      whole = Expression(terms: terms.terms, names: terms.names)
      (sizes, nestings) = (whole.writtenSizes, whole.nestings)
      self.terms = terms
    }
  }

  /// Up to so many names the derivative by each is taken for itself.
  private static let fewNames = 32

  /// - Complexity: O(n) in the terms of the formula.
  public init(of formula: Expression) {
    self.formula = formula
    sweep = formula.names.count > LocalDerivatives.fewNames ? Sweep(formula) : nil
  }

  /// The derivative with respect to a name.
  ///
  /// - Parameter slot: the name, as an index into the formula's names.
  /// - Complexity: O(n log n) in what is written.
  public func derivative(slot: Int) -> SymbolicDerivative {
    guard let sweep else {
      return SymbolicDerivative(of: formula, withRespectTo: formula.names[slot])
    }
    let root = sweep.roots[slot]
    guard
      SymbolicDerivative.isShort(
        size: sweep.sizes[root], nesting: sweep.nestings[root], beside: formula)
    else { return SymbolicDerivative(naming: root, in: sweep.terms, beside: formula.names) }
    return SymbolicDerivative(expression: sweep.whole.part(endingAt: root).simplified(), parts: [])
  }

  /// The derivative with respect to a name and its parts on one line.
  ///
  /// In a function of a sum all names have the same one, which is written once.
  public mutating func text(slot: Int) -> String {
    guard let root = sweep?.roots[slot] else { return derivative(slot: slot).text }
    if let last, last.root == root { return last.text }
    let text = derivative(slot: slot).text
    last = (root, text)
    return text
  }

  /// How many terms a derivative has before it is simplified; 0 in a formula with
  /// few names, all of whose derivatives together are no longer than some formulas.
  public func size(slot: Int) -> Int {
    sweep.map { $0.sizes[$0.roots[slot]] } ?? 0
  }
}
