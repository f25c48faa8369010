/// Cuts an expression with shared terms into formulas that can be written out.
///
/// A part gets a name where it is used more than once and is longer than a name and an operation, so that all
/// formulas together are no longer than a few times the terms; and where it is nested too deep to be read.
struct PartNaming {
  private let shared: Expression
  private let taken: Set<String>
  /// How often each term is used.
  private var uses: [Int]
  private var count = 0

  /// A part of so many terms is written out at each use, such as `2w` or `sin(w)`.
  private static let inlineSize = 3
  /// Sums in products in functions deeper than this are cut.
  private static let nestingLimit = 12

  init(_ shared: Expression, beside taken: Set<String>) {
    self.shared = shared
    self.taken = taken
    uses = Array(repeating: 0, count: shared.terms.count)
    for term in shared.terms {
      switch term {
      case .number, .constant, .name: break
      case .unary(_, let a): uses[a] += 1
      case .binary(_, let a, let b):
        uses[a] += 1
        if a != b { uses[b] += 1 }
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
    var sizes: [Int] = []
    var depths: [Int] = []
    var parts: [SymbolicDerivative.Part] = []
    for (index, term) in shared.terms.enumerated() {
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
      case .number, .constant, .name: break
      case .unary(_, let a): take(a)
      case .binary(_, let a, let b):
        take(a)
        take(b)
      }
      let isRepeated = uses[index] > 1 && size > PartNaming.inlineSize
      if index != shared.root, isRepeated || depth > PartNaming.nestingLimit {
        let part = SymbolicDerivative.Part(
          name: freshName(), expression: written(index, names).simplified())
        parts.append(part)
        names[index] = part.name
      }
      sizes.append(size)
      depths.append(depth)
    }
    return (parts, written(shared.root, names).simplified())
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
      case .number, .constant, .name: break
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
      }
    }
    return written
  }
}
