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

  /// The weight of the faults that show when the common wrong rules are followed.
  mutating func faults(of key: AnswerKey) -> Int {
    guard StructuralConfusions.effort(for: key) <= StructuralConfusions.effortLimit else {
      return 0
    }
    return chance(in: key).reduce(0) {
      $0 + ($1.isUnnoticed ? DrawFaults.unnoticed : DrawFaults.coincident)
    }
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

  private mutating func chance(in key: AnswerKey) -> Set<Confusion> {
    let entries = Array(key.list.entries.indices)
    let sides = key.graph.operations.flatMap { node in
      key.graph.nodes[node].formula?.expression.sides(at: key.forward.operandValues(of: node)) ?? []
    }
    let structural =
      found[sides] ?? key.structuralConfusions(at: entries, moving: names)
    found[sides] = structural
    return key.confusions(at: entries).subtracting(structural)
  }
}
