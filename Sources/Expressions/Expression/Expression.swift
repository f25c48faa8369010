/// A formula: numbers and names joined by operations.
///
/// The terms lie in one array, operands before the operation that uses them and the root last, so that every
/// algorithm is a loop: a sum of 100,000 terms is as deep as it is long, and nothing recurses over it.
/// A parsed formula is a tree as typed. A derivative may use a term more than once.
public struct Expression: Hashable, Sendable {
  /// One step of a formula. Operands are indices of earlier terms.
  public enum Term: Hashable, Sendable {
    case number(Double)
    case constant(Constant)
    /// A name, as an index into `names`.
    case name(Int)
    case unary(Operation, Int)
    case binary(Operation, Int, Int)
    /// An operation on arrays, as an index into `arrays`.
    case array(Int)
  }

  /// A number known by a name.
  public enum Constant: String, Hashable, Sendable, CaseIterable {
    case pi
    case e

    public var value: Double {
      switch self {
      case .pi: .pi
      case .e: 2.718281828459045
      }
    }
  }

  /// The terms, operands first; the last one is the root.
  public private(set) var terms: [Term]
  /// The names that occur, in order of first occurrence.
  public private(set) var names: [String]
  /// The operations on arrays that occur; none in a formula of numbers.
  public private(set) var arrays: [ArrayCall] = []
  private var slots: [String: Int]

  /// An expression without any term, to append to. It has no value until a term is appended.
  init() {
    terms = []
    names = []
    slots = [:]
  }

  public init(name: String) {
    self.init()
    append(name: name)
  }

  /// An expression of terms that are given, operands first.
  ///
  /// - Precondition: `names` are those that the terms refer to, each once.
  package init(terms: [Term], names: [String], arrays: [ArrayCall] = []) {
    self.terms = terms
    self.names = names
    self.arrays = arrays
    slots = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  public var root: Int { terms.count - 1 }

  /// Ends the program: an operation on arrays met an algorithm for formulas of numbers.
  public static func hasArrays() -> Never {
    preconditionFailure("a formula with arrays is computed by arrayValues")
  }

  /// Whether no name occurs, so that the value is known.
  public var isConstant: Bool { names.isEmpty }

  @discardableResult
  mutating func append(_ term: Term) -> Int {
    terms.append(term)
    return terms.count - 1
  }

  @discardableResult
  mutating func append(name: String) -> Int {
    if let slot = slots[name] { return append(.name(slot)) }
    slots[name] = names.count
    names.append(name)
    return append(.name(names.count - 1))
  }

  @discardableResult
  mutating func append(_ operation: Operation, _ a: Int, _ b: Int) -> Int {
    append(operation.arity == 1 ? .unary(operation, a) : .binary(operation, a, b))
  }

  @discardableResult
  mutating func append(_ call: ArrayCall) -> Int {
    arrays.append(call)
    return append(.array(arrays.count - 1))
  }

  /// Takes back the terms from a place on, as of an argument that turns out to be no operand.
  ///
  /// - Precondition: they name nothing that was not named before.
  mutating func removeTerms(from place: Int) {
    terms.removeSubrange(place...)
    let kept = terms.reduce(0) { count, term in
      if case .array = term { count + 1 } else { count }
    }
    arrays.removeSubrange(kept...)
  }

  /// The terms that a term is computed from.
  public func operands(of index: Int) -> [Int] {
    switch terms[index] {
    case .number, .constant, .name: []
    case .unary(_, let a): [a]
    case .binary(_, let a, let b): [a, b]
    case .array(let call): arrays[call].operands
    }
  }

  /// Appends a term of another expression.
  ///
  /// - Parameter place: where each of its operands is here.
  @discardableResult
  mutating func append(
    _ index: Int, of other: Expression, _ place: (Int) -> Int
  ) -> Int {
    switch other.terms[index] {
    case .number, .constant: append(other.terms[index])
    case .name(let slot): append(name: other.names[slot])
    case .unary(let operation, let a): append(.unary(operation, place(a)))
    case .binary(let operation, let a, let b): append(.binary(operation, place(a), place(b)))
    case .array(let call):
      append(ArrayCall(other.arrays[call].operation, other.arrays[call].operands.map(place)))
    }
  }

  /// Appends another expression whole and returns the index of its root here.
  ///
  /// - Parameter places: terms of this expression that stand for names of the other one.
  mutating func append(_ other: Expression, placing places: [String: Int] = [:]) -> Int {
    var indices: [Int] = []
    indices.reserveCapacity(other.terms.count)
    for (index, term) in other.terms.enumerated() {
      if case .name(let slot) = term, let place = places[other.names[slot]] {
        indices.append(place)
      } else {
        indices.append(append(index, of: other) { indices[$0] })
      }
    }
    return indices[indices.count - 1]
  }

  public static func == (a: Expression, b: Expression) -> Bool {
    a.terms == b.terms && a.names == b.names && a.arrays == b.arrays
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(terms)
    hasher.combine(names)
  }
}

extension Expression: Scalar {
  public init(_ number: Double) {
    self.init()
    append(.number(number))
  }

  /// Joins expressions by an operation, nothing simplified.
  ///
  /// - Complexity: O(n) in the terms of the operands.
  public static func apply(_ operation: Operation, _ a: Expression, _ b: Expression) -> Expression {
    var joined = a
    let first = a.root
    let second = operation.arity == 1 ? first : joined.append(b)
    joined.append(operation, first, second)
    return joined
  }
}
