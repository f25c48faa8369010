import Teaching

// The tables of the simulation.

extension LearnerTally {
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = (1000 * part + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  static let head = [
    "rule", "passed as right", "wrong", "alone", "first", "shared", "first", "among",
    "only others", "silent", "useful",
  ]

  static func cells(_ name: String, _ row: Row) -> [String] {
    [
      name, "\(row.unnoticed)", "\(row.asked)", "\(row.alone)",
      percent(row.aloneFirst, of: row.alone), "\(row.shared)",
      percent(row.sharedFirst, of: row.shared), percent(row.among, of: row.asked),
      percent(row.onlyOthers, of: row.asked), percent(row.silent, of: row.asked),
      percent(row.useful, of: row.asked),
    ]
  }

  /// The table, a rule a row in the order in which the tutor names them, two rules at once together.
  var text: String {
    let single = WrongRule.allCases.compactMap { rule in
      rows[Cause(rule: rule)].map { LearnerTally.cells(rule.rawValue, $0) }
    }
    let far = LearnerTally.cells("far coincidences", total(where: \.isFar))
    let near = LearnerTally.cells("all but these", total { !$0.isFar && $0.second == nil })
    let signs = LearnerTally.cells("a rule and the sign", total { $0.second == .sign })
    let forgotten = LearnerTally.cells("a rule and the upstream", total { $0.second == .localOnly })
    return TextTable([LearnerTally.head] + single + [near, far, signs, forgotten]).text
      + slips.sorted { $0.key < $1.key }.map { name, row in
        "\n\(name): \(row.asked), taken as meant: \(row.met), called wrong: \(row.calledWrong)"
      }.joined()
      + "\nright answers: \(rightAnswers), called wrong: \(rightCalledWrong.count)"
      + rightCalledWrong.prefix(20).map { "\n  \($0)" }.joined()
      + "\nbeside what stands found: \(besideFound), against it: \(againstFound.count)"
      + againstFound.prefix(20).map { "\n  \($0)" }.joined()
  }

  /// What was named in the place of rules that alone give an answer, the commonest first, with an answer for each.
  var confusions: String {
    let all = takenFor.flatMap { cause, others in
      others.map { (cause: cause.name, other: $0.key, count: $0.value.count, $0.value.sample) }
    }
    return all.sorted { ($0.count, $0.cause, $0.other) > ($1.count, $1.cause, $1.other) }
      .prefix(60).map { "\($0.count)  \($0.cause) -> \($0.other): \($0.3)" }
      .joined(separator: "\n")
  }
}
