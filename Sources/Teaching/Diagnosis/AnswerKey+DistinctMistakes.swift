import Autodiff
import Expressions

extension AnswerKey {
  /// What each wrong rule gives at an entry, as far as that number can be told from all others.
  ///
  /// It is no other rule's and no other entry's number, and further from what is accepted than ten times what is
  /// allowed an answer. Rules that are far to seek are left out, since nearer causes come before them.
  ///
  /// - Complexity: O(n log n) in the numbers of the rules and the entries of the graph.
  public func distinctMistakes(at index: Int) -> [(rule: WrongRule, value: Double)] {
    let right = value(of: index)
    var all = mistakes(at: index, on: GraphNumbers(self)) + [Mistake(.sign, -right)]
    all += [-3, -2, -1, 1, 2, 3].map {
      Mistake(.powerOfTen, right * Double.apply(.power, 10, $0))
    }
    all += list.entries.indices.filter { $0 != index }.map {
      Mistake(.otherEntry, value(of: $0))
    }
    let ordered = all.filter(\.value.isFinite).sorted { $0.value < $1.value }
    let accepted = [right, nudgeEstimate(of: index)].compactMap { $0 }
    var distinct: [(rule: WrongRule, value: Double)] = []
    var start = 0
    while start < ordered.count {
      // Numbers that are hardly to be told apart stand side by side.
      var end = start + 1
      while end < ordered.count, NumberCheck.isNear(ordered[end - 1].value, ordered[end].value) {
        end += 1
      }
      let (rule, value) = (ordered[start].rule, ordered[start].value)
      let isFar = accepted.allSatisfy { abs(value - $0) > max(abs($0) * 0.01, 1e-8) }
      if isFar, !rule.isFar, rule != .otherEntry,
        ordered[start..<end].allSatisfy({ $0.rule == rule })
      {
        distinct.append((rule, value))
      }
      start = end
    }
    return distinct
  }
}
