import Teaching

/// The page of the documentation that lists the wrong rules, made from their table.
enum WrongRulePage {
  static var text: String {
    let rules = WrongRule.allCases.map { rule in
      "`\(rule.rawValue)`" + (rule.isCommon ? " ●" : "")
        + (rule.skill.map { " \($0.rawValue)" } ?? "")
        + "\n: \(rule.title)"
    }
    return """
      # The wrong rules

      What the tutor knows of wrong answers: rules that lead to the very number
      that was typed. `expect dJ/dw wrong upstream-only` in a script tests that one
      is found; the journal and `backprop grade` name them. ● marks those that
      learners follow most. Behind it stands the skill that such an answer speaks
      against; where none stands, it is that of the entry.

      \(rules.joined(separator: "\n\n"))
      """
  }
}
