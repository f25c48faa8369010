import Autodiff

/// What a learner has made of the entries around one, as far as a verdict on it depends on them.
public struct LearnerNumbers: Hashable, Sendable {
  /// The learner's own accepted numbers, by entry.
  public var own: [Int: Double] = [:]
  /// The learner's own wrong numbers, by entry.
  public var wrong: [Int: Double] = [:]
  /// The local derivatives that are found, shown or given, so that nothing is wrong with them.
  public var settled: Set<Int> = []

  public init(
    own: [Int: Double] = [:], wrong: [Int: Double] = [:], settled: Set<Int> = []
  ) {
    self.own = own
    self.wrong = wrong
    self.settled = settled
  }
}

extension EntryList {
  /// The entries around one: what leads to it, the values in and out of its box and of the next, and what comes back
  /// there. A verdict on it depends on no other.
  ///
  /// - Complexity: O(d) in the wires of the box, of its operand and of the boxes behind; of a large fan some are left out.
  func neighbours(of index: Int) -> [Int] {
    let entry = entries[index]
    if let later = entry.later { return neighbours(of: later, index) }
    var found: [Int] = entry.prerequisites
    for prerequisite in entry.prerequisites.prefix(EntryList.widest) {
      found += entries[prerequisite].prerequisites.prefix(EntryList.widest)
    }
    var nodes = [entry.node]
    if entry.kind != .forward { nodes += graph.consumers[entry.node].prefix(EntryList.widest) }
    for node in nodes {
      let operands = graph.nodes[node].operands.prefix(EntryList.widest)
      found += ([node] + operands).compactMap { forward(of: $0) }
      guard entry.kind != .forward else { continue }
      found += [derivative(of: node)].compactMap { $0 }
      found += operands.indices.compactMap { localDerivative(of: node, slot: $0) }
    }
    var isListed: Set<Int> = [index]
    return found.filter { isListed.insert($0).inserted }
  }

  private static let widest = 16
}
