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
  init(terms: [Term], names: [String]) {
    self.terms = terms
    self.names = names
    slots = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  public var root: Int { terms.count - 1 }

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

  /// Appends another expression whole and returns the index of its root here.
  ///
  /// - Parameter places: terms of this expression that stand for names of the other one.
  mutating func append(_ other: Expression, placing places: [String: Int] = [:]) -> Int {
    var indices: [Int] = []
    indices.reserveCapacity(other.terms.count)
    for term in other.terms {
      switch term {
      case .number, .constant: indices.append(append(term))
      case .name(let slot):
        let name = other.names[slot]
        indices.append(places[name] ?? append(name: name))
      case .unary(let operation, let a): indices.append(append(.unary(operation, indices[a])))
      case .binary(let operation, let a, let b):
        indices.append(append(.binary(operation, indices[a], indices[b])))
      }
    }
    return indices[indices.count - 1]
  }

  public static func == (a: Expression, b: Expression) -> Bool {
    a.terms == b.terms && a.names == b.names
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
