import Autodiff
import Expressions

extension AnswerKey {
  /// The values that an entry would have if what leads to it were what the learner typed or saw there.
  ///
  /// Each may have been carried on as typed, as it is shown on the screen, or exactly. A derivative of a box may come
  /// of the box's own rounded value, as s (1 - s) does.
  ///
  /// - Parameters:
  ///   - own: the learner's own numbers, by entry.
  ///   - isNear: whether shown numbers, which have the digits that the next step needs, can lead there.
  func followingValues(
    of index: Int, own: [Int: Double], isNear: Bool
  ) -> [Double] {
    let entry = list.entries[index]
    if let later = entry.later { return following(later, index, own: own, isNear: isNear) }
    var sources = entry.prerequisites
    if entry.isLocal, let result = list.forward(of: entry.node) { sources.append(result) }
    var choices: [(entry: Int, numbers: [Double])] = []
    for source in sources {
      let exact = value(of: source)
      var numbers = [own[source]].compactMap { $0 }
      if isNear {
        // Of many numbers the usual digits do: what is long and near is right already.
        let shown = sources.count <= AnswerKey.fewSources ? self.shown(source) : exact.readable()
        if !numbers.contains(shown) { numbers.append(shown) }
      }
      numbers.removeAll { NumberCheck.isEqual($0, exact) }
      if !numbers.isEmpty { choices.append((source, numbers)) }
    }
    guard !choices.isEmpty else { return [] }
    return combinations(of: choices).flatMap { following(index, $0) }
  }

  private static let fewSources = 4

  /// The ways to take a number for each of some entries: all of them where they are few, else only the learner's own
  /// for all and the shown ones for all, since choices double with each.
  private func combinations(
    of choices: [(entry: Int, numbers: [Double])]
  ) -> [[Int: Double]] {
    guard choices.count <= AnswerKey.fewSources else {
      return [0, 1].map { place in
        Dictionary(
          choices.map { ($0.entry, $0.numbers[min(place, $0.numbers.count - 1)]) },
          uniquingKeysWith: { first, _ in first })
      }
    }
    var taken: [[Int: Double]] = [[:]]
    for choice in choices {
      taken += taken.flatMap { values in
        choice.numbers.map { number in
          var values = values
          values[choice.entry] = number
          return values
        }
      }
    }
    return Array(taken.dropFirst())
  }

  /// An entry computed from what leads to it, some of which has other values.
  private func following(_ index: Int, _ values: [Int: Double]) -> [Double] {
    let entry = list.entries[index]
    func taken(_ entry: Int) -> Double { values[entry] ?? value(of: entry) }
    switch entry.kind {
    case .forward:
      return [
        graph.nodes[entry.node].formula?.expression.value(at: operands(of: entry, taken))
          ?? value(of: index)
      ]
    case _ where entry.isLocal:
      let result = list.forward(of: entry.node).flatMap { values[$0] }
      return localForms(entry, at: operands(of: entry, taken), result: result)
    case .local, .shape, .derivativeShape, .later: return []
    case .contribution, .derivative:
      return entry.slot == nil
        ? [entry.prerequisites.reduce(0) { $0 + taken($1) }]
        : [entry.prerequisites.reduce(1) { $0 * taken($1) }]
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

  /// The local derivative, and where the box's own value is given also as it comes of that.
  private func localForms(_ entry: Entry, at operands: [Double], result: Double?) -> [Double] {
    let plain = local(entry, at: operands)
    guard let result, let slot = entry.slot,
      let expression = graph.nodes[entry.node].formula?.expression
    else { return [plain] }
    var results = expression.termValues(at: operands)
    results[expression.root] = result
    let own = expression.slotSlopes(from: results)[slot]
    let saturating = expression.saturatingSlope(result, at: operands, slot: slot)
    return [plain, own] + (saturating.map { [$0] } ?? [])
  }
}

extension Expression {
  /// The slope of a sigmoid that is written out, 1/(1 + e^-z), from its own value s: s (1 - s) times what stands inside.
  fileprivate func saturatingSlope(
    _ result: Double, at operands: [Double], slot: Int
  ) -> Double? {
    guard case .binary(.divide, let one, let sum) = terms[root],
      case .binary(.add, let first, let second) = terms[sum],
      [one, first, second].count(where: { terms[$0] == .number(1) }) == 2
    else { return nil }
    let exact = value(at: operands)
    let slope = slotSlopes(from: termValues(at: operands))[slot]
    let inner = slope / (exact * (1 - exact))
    return inner.isFinite ? inner * result * (1 - result) : nil
  }
}
