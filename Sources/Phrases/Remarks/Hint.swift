/// A hint on an entry that is made from the graph.
package struct Hint: Hashable {
  package let text: String
  /// What the hint leaves to compute; only the last hint on an entry has it.
  package var computation: String?
}

extension Hint {
  /// The last hint: all of a rule, and the question what it comes to.
  package init(asking rule: WorkedRule) {
    self.init(text: "\(rule.text); what is that?", computation: rule.computation)
  }
}
