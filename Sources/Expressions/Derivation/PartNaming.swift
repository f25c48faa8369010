/// Cuts terms that are shared into formulas that can be written out.
///
/// A part gets a name where it is used more than once and is longer than a name and an operation, so that all
/// formulas together are no longer than a few times the terms; and where it is nested too deep to be read.
struct PartNaming {
  private let shared: Expression
  private let root: Int
  private let called: [Int: String]
  private let taken: Set<String>
  /// How often each term is used; not at all where it is no part of the root.
  private var uses: [Int]
  private var count = 0

  /// A part of so many terms is written out at each use, such as `2w` or `sin(w)`.
  private static let inlineSize = 3
  /// Sums in products in functions deeper than this are cut.
  private static let nestingLimit = 12

  init(_ root: Int, in terms: SharedTerms, called: [Int: String], beside taken: [String]) {
    shared = Expression(terms: Array(terms.terms[...root]), names: terms.names)
    self.root = root
    self.called = called
    self.taken = Set(taken).union(terms.names).union(called.values)
    uses = Array(repeating: 0, count: root + 1)
    uses[root] = 1
    for index in uses.indices.reversed() where uses[index] > 0 {
      switch shared.terms[index] {
      case .number, .constant, .name, .array: break
      case .unary(_, let a): uses[a] += 1
      case .binary(_, let a, let b):
        uses[a] += 1
        uses[b] += 1
      }
    }
  }

  private mutating func freshName() -> String {
    repeat { count += 1 } while taken.contains("s\(count)")
    return "s\(count)"
  }

  /// The parts with their names, and what is left: the whole over those names.
  mutating func named() -> (parts: [SymbolicDerivative.Part], whole: Expression) {
    var names: [Int: String] = [:]
    /// For each term what is written out for it: its terms, and how deep they are nested.
    var sizes = Array(repeating: 0, count: root + 1)
    var depths = sizes
    var parts: [SymbolicDerivative.Part] = []
    for (index, term) in shared.terms.enumerated() where uses[index] > 0 {
      var (size, depth) = (1, 0)
      func take(_ operand: Int) {
        guard names[operand] == nil else {
          size += 1
          return
        }
        size += sizes[operand]
        depth = max(depth, depths[operand] + (shared.goesOn(from: operand, to: term) ? 0 : 1))
      }
      switch term {
      case .number, .constant, .name, .array: break
      case .unary(_, let a): take(a)
      case .binary(_, let a, let b):
        take(a)
        take(b)
      }
      let isRepeated = uses[index] > 1 && size > PartNaming.inlineSize
      if index != root, isRepeated || depth > PartNaming.nestingLimit {
        let part = SymbolicDerivative.Part(
          name: called[index] ?? freshName(), expression: written(index, names).simplified())
        parts.append(part)
        names[index] = part.name
      }
      sizes[index] = size
      depths[index] = depth
    }
    return (parts, written(root, names).simplified())
  }

  /// A term written out, with names for the parts that have one.
  ///
  /// - Complexity: O(n) in the terms written.
  private func written(_ root: Int, _ names: [Int: String]) -> Expression {
    var waiting = [root]
    var order: [Int] = []
    var seen: Set<Int> = [root]
    while let index = waiting.popLast() {
      order.append(index)
      guard index == root || names[index] == nil else { continue }
      func visit(_ operand: Int) {
        if seen.insert(operand).inserted { waiting.append(operand) }
      }
      switch shared.terms[index] {
      case .number, .constant, .name, .array: break
      case .unary(_, let a): visit(a)
      case .binary(_, let a, let b):
        visit(a)
        visit(b)
      }
    }
    var written = Expression()
    var places: [Int: Int] = [:]
    func place(_ index: Int) -> Int { places[index] ?? 0 }
    for index in order.sorted() {
      if index != root, let name = names[index] {
        places[index] = written.append(name: name)
        continue
      }
      switch shared.terms[index] {
      case .number, .constant: places[index] = written.append(shared.terms[index])
      case .name(let slot): places[index] = written.append(name: shared.names[slot])
      case .unary(let operation, let a):
        places[index] = written.append(.unary(operation, place(a)))
      case .binary(let operation, let a, let b):
        places[index] = written.append(.binary(operation, place(a), place(b)))
      case .array: Expression.hasArrays()
      }
    }
    return written
  }
}
