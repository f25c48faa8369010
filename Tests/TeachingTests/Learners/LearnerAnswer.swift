import Teaching

/// A wrong answer, with the rule that whoever gives it follows.
struct LearnerAnswer {
  /// A rule, alone or along with a second one.
  struct Cause: Hashable {
    var rule: WrongRule
    var second: WrongRule?

    var name: String { rule.rawValue + (second.map { " and \($0.rawValue)" } ?? "") }

    /// Whether it belongs to what an operation's own local derivative makes wrong.
    var isOfTheBox: Bool {
      let rules = WrongRule.allCases
      guard let first = rules.firstIndex(of: .ownOperand),
        let last = rules.firstIndex(of: .otherFunction), let own = rules.firstIndex(of: rule)
      else { return false }
      return (first...last).contains(own)
    }

    /// Whether nearer causes may come before it, since its number comes from far away.
    var isFar: Bool {
      [.otherEntry, .wrongPoint, .updateStep, .unitChange, .powerOfTen].contains(rule)
    }
  }

  var cause: Cause
  var value: Double

  init(_ rule: WrongRule, _ value: Double, and second: WrongRule? = nil) {
    cause = Cause(rule: rule, second: second)
    self.value = value
  }

  /// The same with a minus lost besides.
  var negated: LearnerAnswer { LearnerAnswer(cause.rule, -value, and: .sign) }
}
