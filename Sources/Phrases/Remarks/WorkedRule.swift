/// Why an entry has its value: a rule in the graph's names, and the same in its numbers.
///
/// `2 + 3w = 2 + 3 × 3`, `2a = 2 × 11`, `da/dw × dJ/da = 3 × 22`.
package struct WorkedRule: Hashable {
  /// The rule in names; empty if there is none.
  package var rule = ""
  /// What is left to compute; `nil` if the rule has no names to put numbers in for.
  package var numbers: String?
  /// Whether `step` stands in the rule, and is to be explained.
  var usesStep = false

  package var text: String { numbers.map { "\(rule) = \($0)" } ?? rule }

  /// The part that is nearest to the value: the numbers, or a rule that has none.
  package var computation: String { numbers ?? rule }

  /// Whether there is anything left to compute; a number alone is the answer itself.
  var leavesWork: Bool { !computation.isEmpty && Double(computation) == nil }
}
