import Autodiff
import Expressions

/// The confusions that a graph has whatever its numbers, found once for each set of sides on which its kinks are.
struct StructuralConfusions {
  private let names: [String]
  private var found: [[Int]: Set<Confusion>] = [:]

  /// - Parameter names: the inputs that may have other numbers.
  init(moving names: [String]) {
    self.names = names
  }

  /// The weight of the faults that show when the common wrong rules are followed; `nil` where it reaches a limit,
  /// beyond which no more are looked for.
  mutating func faults(of key: AnswerKey, below limit: Int) -> Int? {
    guard StructuralConfusions.effort(for: key) <= StructuralConfusions.effortLimit else {
      return limit > 0 ? 0 : nil
    }
    let structural = confusions(onSidesOf: key)
    var faults = 0
    // To compare the entries alone takes a tenth of the time, and is enough for most numbers.
    for find in [key.confusionsOfEntries, key.confusionsOfRules] {
      for entry in key.list.entries.indices {
        for confusion in find(entry, false) where !structural.contains(confusion) {
          faults += confusion.isUnnoticed ? DrawFaults.unnoticed : DrawFaults.coincident
        }
        guard faults < limit else { return nil }
      }
    }
    return faults
  }

  /// A larger graph has its numbers without following rules, which would take longer than a lesson may to open.
  private static let effortLimit = 100_000

  /// About how many numbers are computed and compared to follow the rules once.
  private static func effort(for key: AnswerKey) -> Int {
    let entries = key.list.entries
    return entries.count * entries.count
      + entries.reduce(0) { sum, entry in
        let terms = key.graph.nodes[entry.node].formula?.expression.terms.count ?? 0
        return sum + terms * terms
      }
  }

  /// The graph's own confusions where its kinks are on the sides on which the numbers of a key put them.
  private mutating func confusions(onSidesOf key: AnswerKey) -> Set<Confusion> {
    let sides = key.graph.operations.flatMap { node in
      key.graph.nodes[node].formula?.expression.sides(at: key.forward.operandValues(of: node)) ?? []
    }
    if let known = found[sides] { return known }
    let structural = key.structuralConfusions(at: Array(key.list.entries.indices), moving: names)
    found[sides] = structural
    return structural
  }
}
