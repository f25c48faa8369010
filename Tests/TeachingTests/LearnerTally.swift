import Teaching

/// What became of the answers of learners who follow one wrong rule each.
struct LearnerTally {
  /// One rule's answers.
  struct Row {
    /// Answers that were the right ones after all.
    var unnoticed = 0
    /// Answers that no other rule gives at the entry, and how often the tutor named the rule first.
    var alone = 0
    var aloneFirst = 0
    /// Answers that another rule gives as well.
    var shared = 0
    var sharedFirst = 0
    var among = 0
    var onlyOthers = 0
    var silent = 0

    var asked: Int { alone + shared }

    static func + (a: Row, b: Row) -> Row {
      Row(
        unnoticed: a.unnoticed + b.unnoticed, alone: a.alone + b.alone,
        aloneFirst: a.aloneFirst + b.aloneFirst, shared: a.shared + b.shared,
        sharedFirst: a.sharedFirst + b.sharedFirst, among: a.among + b.among,
        onlyOthers: a.onlyOthers + b.onlyOthers, silent: a.silent + b.silent)
    }
  }

  /// What was named first in the place of a rule that alone gives an answer.
  private(set) var takenFor: [WrongRule: [String: Int]] = [:]
  private(set) var rows: [WrongRule: Row] = [:]
  /// Answers that are no mistakes, and how often they were taken as they were meant.
  private(set) var slips: [String: (asked: Int, met: Int, calledWrong: Int)] = [:]
  private(set) var rightAnswers = 0
  private(set) var rightCalledWrong = 0

  var total: Row { rows.values.reduce(Row(), +) }

  mutating func count(right verdict: Verdict) {
    rightAnswers += 1
    if verdict.word == "wrong" { rightCalledWrong += 1 }
  }

  /// - Parameter isShared: whether another rule gives the same number.
  mutating func count(_ rule: WrongRule, _ verdict: Verdict, isShared: Bool) {
    var row = rows[rule] ?? Row()
    defer { rows[rule] = row }
    guard verdict.word == "wrong" else {
      row.unnoticed += 1
      return
    }
    let named = verdict.reasons.map(\.rule)
    let isFirst = named.first == rule
    if isShared {
      row.shared += 1
      if isFirst { row.sharedFirst += 1 }
    } else {
      row.alone += 1
      if isFirst { row.aloneFirst += 1 } else {
        takenFor[rule, default: [:]][named.first?.rawValue ?? "nothing", default: 0] += 1
      }
    }
    if named.contains(rule) {
      row.among += 1
    } else if named.isEmpty {
      row.silent += 1
    } else {
      row.onlyOthers += 1
    }
  }

  /// - Parameter isMet: whether the answer was taken as it was meant.
  mutating func count(slip: String, _ verdict: Verdict, isMet: Bool) {
    var row = slips[slip] ?? (0, 0, 0)
    row.asked += 1
    if isMet { row.met += 1 }
    if verdict.word == "wrong" { row.calledWrong += 1 }
    slips[slip] = row
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = (1000 * part + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The table, a rule a row in the order in which the tutor names them.
  var text: String {
    let head = [
      "rule", "passed as right", "wrong", "alone", "first", "shared", "first", "among",
      "only others",
      "silent",
    ]
    func cells(_ name: String, _ row: Row) -> [String] {
      func percent(_ part: Int, of whole: Int) -> String {
        LearnerTally.percent(part, of: whole)
      }
      return [
        name, "\(row.unnoticed)", "\(row.asked)", "\(row.alone)",
        percent(row.aloneFirst, of: row.alone), "\(row.shared)",
        percent(row.sharedFirst, of: row.shared), percent(row.among, of: row.asked),
        percent(row.onlyOthers, of: row.asked), percent(row.silent, of: row.asked),
      ]
    }
    let body = WrongRule.allCases.compactMap { rule in rows[rule].map { cells(rule.rawValue, $0) } }
    return TextTable([head] + body + [cells("all", total)]).text
      + slips.sorted { $0.key < $1.key }.map { name, row in
        "\n\(name): \(row.asked), taken as meant: \(row.met), called wrong: \(row.calledWrong)"
      }.joined()
      + "\nright answers: \(rightAnswers), called wrong: \(rightCalledWrong)"
  }
}
