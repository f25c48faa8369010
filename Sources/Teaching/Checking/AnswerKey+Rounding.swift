import Autodiff
import Expressions

extension AnswerKey {
  /// The values that an entry would have if earlier entries were what the learner typed there.
  ///
  /// Each earlier entry may have been carried on as typed or as the exact value that was shown.
  ///
  /// - Parameter own: the learner's own numbers, by entry.
  func followingValues(of index: Int, own: [Int: Double]) -> [Double] {
    let prerequisites = list.entries[index].prerequisites
    let rounded = prerequisites.filter { entry in
      own[entry].map { !NumberCheck.isEqual($0, value(of: entry)) } ?? false
    }
    guard !rounded.isEmpty else { return [] }
    // Of many rounded entries only all together are tried, since their choices double with each.
    let all = (1 << min(rounded.count, 60)) - 1
    return (rounded.count <= 4 ? 1...all : all...all).map { choice in
      var values: [Int: Double] = [:]
      for (bit, entry) in rounded.enumerated() where choice == all || choice & (1 << bit) != 0 {
        values[entry] = own[entry]
      }
      return following(index, values)
    }
  }

  /// An entry computed from its prerequisites, some of which have other values.
  private func following(_ index: Int, _ values: [Int: Double]) -> Double {
    let entry = list.entries[index]
    func taken(_ entry: Int) -> Double { values[entry] ?? value(of: entry) }
    switch entry.kind {
    case .forward:
      return graph.nodes[entry.node].formula?.expression.value(at: operands(of: entry, taken))
        ?? value(of: index)
    case .local: return local(entry, at: operands(of: entry, taken))
    case .contribution where entry.isAtOutput, .derivative where entry.isLocal:
      return local(entry, at: operands(of: entry, taken))
    case .contribution: return entry.prerequisites.reduce(1) { $0 * taken($1) }
    case .derivative:
      return entry.slot == nil
        ? entry.prerequisites.reduce(0) { $0 + taken($1) }
        : entry.prerequisites.reduce(1) { $0 * taken($1) }
    }
  }

  private func operands(of entry: Entry, _ taken: (Int) -> Double) -> [Double] {
    graph.nodes[entry.node].operands.map { operand in
      list.forward(of: operand).map(taken) ?? forward.values[operand]
    }
  }

  /// The local derivative that an entry asks for, at other values of its node's operands.
  func local(_ entry: Entry, at operands: [Double]) -> Double {
    let occurrences = graph.nodes[entry.node].formula?.expression.occurrences(at: operands) ?? []
    return occurrences.reduce(0) { $1.slot == entry.slot ? $0 + $1.derivative : $0 }
  }
}
