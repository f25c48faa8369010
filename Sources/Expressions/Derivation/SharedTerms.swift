/// Formulas that share every part they have in common: equal terms are one term.
///
/// A term is looked up before it is made (hash-consing, or value numbering), so that derivatives, which repeat the
/// parts of their formula over and over, grow no faster than the formula. What costs nothing to see is simplified
/// on the way: numbers are folded, and 0 and 1 disappear.
public struct SharedTerms: Sendable {
  /// The terms, operands first.
  public private(set) var terms: [Expression.Term] = []
  public private(set) var names: [String] = []
  private var places: [Expression.Term: Int] = [:]
  private var slots: [String: Int] = [:]

  public init() {}

  private mutating func place(_ term: Expression.Term) -> Int {
    if let place = places[term] { return place }
    terms.append(term)
    places[term] = terms.count - 1
    return terms.count - 1
  }

  /// The term of a name.
  public mutating func term(named name: String) -> Int {
    if let slot = slots[name] { return place(.name(slot)) }
    slots[name] = names.count
    names.append(name)
    return place(.name(names.count - 1))
  }

  mutating func term(_ number: Double) -> Int { place(.number(number)) }

  /// Adds a formula and returns its term.
  ///
  /// - Parameter meanings: terms that stand for names of the formula.
  /// - Complexity: O(n) in the terms of the formula.
  public mutating func add(_ formula: Expression, meaning meanings: [String: Int] = [:]) -> Int {
    let names = formula.names.map { meanings[$0] ?? term(named: $0) }
    return add(formula, names: names)
  }

  private mutating func add(_ formula: Expression, names: [Int]) -> Int {
    var indices: [Int] = []
    indices.reserveCapacity(formula.terms.count)
    for term in formula.terms {
      switch term {
      case .number, .constant: indices.append(place(term))
      case .name(let slot): indices.append(names[slot])
      case .unary(let operation, let a):
        indices.append(apply(operation, indices[a], indices[a]))
      case .binary(let operation, let a, let b):
        indices.append(apply(operation, indices[a], indices[b]))
      case .array: Expression.hasArrays()
      }
    }
    return indices[indices.count - 1]
  }

  /// Adds the local derivatives of an operation, by the table of rules.
  private mutating func add(_ rule: Expression, a: Int, b: Int, result: Int) -> Int {
    add(rule, names: rule.names.map { $0 == "a" ? a : $0 == "b" ? b : result })
  }

  private func number(_ index: Int) -> Double? {
    if case .number(let number) = terms[index] { number } else { nil }
  }

  private func negated(_ index: Int) -> Int? {
    if case .unary(.negate, let a) = terms[index] { a } else { nil }
  }

  /// Joins terms by an operation; with a single operand, `b` is ignored.
  mutating func apply(_ operation: Operation, _ a: Int, _ b: Int) -> Int {
    if let folded = folded(operation, a, b) { return term(folded) }
    switch operation {
    case .negate: return negated(a) ?? place(.unary(.negate, a))
    case .add: return sum(a, b)
    case .subtract: return difference(a, b)
    case .multiply: return product(a, b)
    case .divide:
      if number(a) == 0 { return a }
      return number(b) == 1 ? a : place(.binary(.divide, a, b))
    case .power:
      // As in the table, x to the power of 0 is 1 for every x.
      if number(b) == 0 { return term(1) }
      return number(b) == 1 ? a : place(.binary(.power, a, b))
    case .min, .max: return place(.binary(operation, a, b))
    case .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus, .abs, .sign,
      .step:
      return place(.unary(operation, a))
    }
  }

  /// The value of an operation on numbers, where nobody would rather see it written out: 2/3 stays, 6/3 is 2.
  private func folded(_ operation: Operation, _ a: Int, _ b: Int) -> Double? {
    guard let a = number(a), let b = number(b) else { return nil }
    let value = Double.apply(operation, a, b)
    switch operation {
    case .negate, .add, .subtract, .multiply: return value.isFinite ? value : nil
    default: return value == value.rounded() && abs(value) < 0x1p53 ? value : nil
    }
  }

  private mutating func sum(_ a: Int, _ b: Int) -> Int {
    if number(a) == 0 { return b }
    if number(b) == 0 { return a }
    if let b = negated(b) { return difference(a, b) }
    return commuting(.add, a, b)
  }

  private mutating func difference(_ a: Int, _ b: Int) -> Int {
    if number(b) == 0 { return a }
    if number(a) == 0 { return apply(.negate, b, b) }
    if let b = negated(b) { return sum(a, b) }
    return place(.binary(.subtract, a, b))
  }

  private mutating func product(_ a: Int, _ b: Int) -> Int {
    if number(a) == 0 || number(b) == 1 { return a }
    if number(b) == 0 || number(a) == 1 { return b }
    if number(a) == -1 { return apply(.negate, b, b) }
    if number(b) == -1 { return apply(.negate, a, a) }
    if let a = negated(a) {
      let product = product(a, b)
      return apply(.negate, product, product)
    }
    if let b = negated(b) {
      let product = product(a, b)
      return apply(.negate, product, product)
    }
    return commuting(.multiply, a, b)
  }

  /// The operands in the order in which they met first.
  private mutating func commuting(_ operation: Operation, _ a: Int, _ b: Int) -> Int {
    places[.binary(operation, b, a)] ?? place(.binary(operation, a, b))
  }
}

extension SharedTerms {
  /// Adds the derivatives of a term with respect to names, all by one symbolic reverse sweep.
  ///
  /// - Returns: for each name the term of its derivative, which is 0 where the name has no part in it.
  /// - Complexity: O(n) in the terms before `root`; so is the number of terms that are added.
  public mutating func derivatives(of root: Int, withRespectTo wanted: [String]) -> [Int] {
    let wantedSlots = Set(wanted.compactMap { slots[$0] })
    var moves: [Bool] = []
    moves.reserveCapacity(root + 1)
    for term in terms[...root] {
      switch term {
      case .number, .constant: moves.append(false)
      case .name(let slot): moves.append(wantedSlots.contains(slot))
      case .unary(_, let a): moves.append(moves[a])
      case .binary(_, let a, let b): moves.append(moves[a] || moves[b])
      case .array: Expression.hasArrays()
      }
    }
    /// For each term the derivative of the root with respect to it, as far as the sweep has come.
    var adjoints: [Int?] = Array(repeating: nil, count: root + 1)
    adjoints[root] = term(1)
    for index in (0...root).reversed() where moves[index] {
      guard let adjoint = adjoints[index] else { continue }
      func contribute(_ rule: Expression, _ operand: Int, _ a: Int, _ b: Int) {
        guard moves[operand] else { return }
        let local = add(rule, a: a, b: b, result: index)
        let contribution = apply(.multiply, adjoint, local)
        adjoints[operand] = adjoints[operand].map { apply(.add, $0, contribution) } ?? contribution
      }
      switch terms[index] {
      case .number, .constant, .name, .array: break
      case .unary(let operation, let a): contribute(operation.rule.0, a, a, a)
      case .binary(let operation, let a, let b):
        contribute(operation.rule.0, a, a, b)
        contribute(operation.rule.1, b, a, b)
      }
    }
    return wanted.map { name in
      guard let slot = slots[name], let place = places[.name(slot)], place <= root else {
        return term(0)
      }
      return adjoints[place] ?? term(0)
    }
  }

  /// A term as a formula, in which a shared part is one term.
  ///
  /// - Complexity: O(m log m) in the terms of the part.
  public func expression(endingAt root: Int) -> Expression {
    Expression(terms: terms, names: names).part(endingAt: root)
  }

  /// The number of terms that some terms are made of, each counted once.
  public func count(of roots: [Int]) -> Int {
    var isPart = Array(repeating: false, count: terms.count)
    for root in roots { isPart[root] = true }
    for index in terms.indices.reversed() where isPart[index] {
      switch terms[index] {
      case .number, .constant, .name, .array: break
      case .unary(_, let a): isPart[a] = true
      case .binary(_, let a, let b):
        isPart[a] = true
        isPart[b] = true
      }
    }
    return isPart.count { $0 }
  }
}
