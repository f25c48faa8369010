import Autodiff

/// A number from which one cannot tell what its learner thought: a common wrong rule leads to the right answer of an
/// entry, or two of them lead to the same wrong one.
public struct Confusion: Hashable, Sendable {
  public var entry: Int
  public var rule: WrongRule
  /// The other rule; `nil` if the number is the right answer, so that the first passes unnoticed.
  public var rival: WrongRule?
  /// Which of the numbers that rules give for the entry they are, since one rule may give several.
  let places: [Int]

  public var isUnnoticed: Bool { rival == nil }
}

extension AnswerKey {
  /// The confusions at an entry, each once.
  ///
  /// - Parameter isExact: whether two numbers count as one where they are equal but for the machine's rounding, and
  ///   not already where an answer is taken for either.
  /// - Complexity: O(m) for each wrong rule, in the entries of the graph.
  func confusions(at index: Int, isExact: Bool) -> [Confusion] {
    confusionsOfRules(at: index, isExact: isExact)
      + confusionsOfEntries(at: index, isExact: isExact)
  }

  /// The confusions where a common wrong rule is followed.
  func confusionsOfRules(at index: Int, isExact: Bool) -> [Confusion] {
    let value = computedValue(of: index)
    let mistakes = finiteCommonMistakes(at: index)
    var found: [Confusion] = []
    for (place, mistake) in mistakes.enumerated() {
      func isSame(_ other: Double) -> Bool {
        NumberCheck.isSame(mistake.value, as: other, isExact: isExact)
      }
      if isSame(value) {
        found.append(Confusion(entry: index, rule: mistake.rule, rival: nil, places: [place]))
        continue
      }
      for (later, rival) in mistakes.enumerated().dropFirst(place + 1)
      where rival.rule != mistake.rule && isSame(rival.value) {
        found.append(
          Confusion(
            entry: index, rule: mistake.rule, rival: rival.rule, places: [place, later]))
      }
      for other in list.entries.indices where other != index && isSame(computedValue(of: other)) {
        found.append(
          Confusion(
            entry: index, rule: mistake.rule, rival: .otherEntry,
            places: [place, mistakes.count + other]))
      }
    }
    return found
  }

  /// The confusions where another entry's answer is right here, too.
  ///
  /// - Complexity: O(m) in the entries of the graph; rules are followed only where there are such confusions.
  func confusionsOfEntries(at index: Int, isExact: Bool) -> [Confusion] {
    let value = computedValue(of: index)
    let same = list.entries.indices.filter { other in
      other != index
        && NumberCheck.isSame(value, as: computedValue(of: other), isExact: isExact)
    }
    guard !same.isEmpty else { return [] }
    // Other entries' answers come after the numbers of the rules.
    let first = finiteCommonMistakes(at: index).count
    return same.map {
      Confusion(entry: index, rule: .otherEntry, rival: nil, places: [first + $0])
    }
  }

  private func finiteCommonMistakes(at index: Int) -> [Mistake] {
    commonMistakes(at: index).filter(\.value.isFinite)
  }

  /// The confusions at some entries with the numbers that the graph has.
  public func confusions(at indices: [Int]) -> Set<Confusion> {
    Set(indices.flatMap { confusions(at: $0, isExact: false) })
  }

  /// The confusions that are the graph's own: they remain wherever some of its inputs are moved nearby.
  ///
  /// Next to the output, where what comes from the right is 1, `local-only` is right whatever the numbers.
  ///
  /// - Parameter names: the inputs that may be moved.
  public func structuralConfusions(at indices: [Int], moving names: [String]) -> Set<Confusion> {
    var inputs: [String: Double] = [:]
    for (node, value) in zip(graph.nodes, forward.values) where node.formula == nil {
      inputs[node.name] = value
    }
    for (place, name) in names.enumerated() {
      guard let value = inputs[name] else { continue }
      // Multiples of the golden ratio, so that no two inputs move alike.
      let share = (Double(place + 1) * 0.618_033_988_749_894_8).truncatingRemainder(dividingBy: 1)
      inputs[name] = value + 0.001 * (0.5 + share) * max(1, abs(value))
    }
    guard let moved = try? AnswerKey(list, at: inputs) else { return [] }
    return Set(indices.flatMap { moved.confusions(at: $0, isExact: true) })
  }
}
