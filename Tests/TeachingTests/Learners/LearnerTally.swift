import Teaching

/// What became of the answers of learners who follow one wrong rule each, or two at once.
struct LearnerTally {
  typealias Cause = LearnerAnswer.Cause

  /// The answers of one rule.
  struct Row {
    /// Answers that were the right ones after all, or are not wrong yet.
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
    /// Answers whose first reason is one that is not in doubt.
    var useful = 0

    var asked: Int { alone + shared }

    static func + (a: Row, b: Row) -> Row {
      Row(
        unnoticed: a.unnoticed + b.unnoticed, alone: a.alone + b.alone,
        aloneFirst: a.aloneFirst + b.aloneFirst, shared: a.shared + b.shared,
        sharedFirst: a.sharedFirst + b.sharedFirst, among: a.among + b.among,
        onlyOthers: a.onlyOthers + b.onlyOthers, silent: a.silent + b.silent,
        useful: a.useful + b.useful)
    }
  }

  private(set) var rows: [Cause: Row] = [:]
  /// For a rule that alone gives an answer and was not named first: what was, how often, and one answer in full.
  private(set) var takenFor: [Cause: [String: (count: Int, sample: String)]] = [:]
  /// Answers that are no mistakes, and how often they were taken as they were meant.
  private(set) var slips: [String: (asked: Int, met: Int, calledWrong: Int)] = [:]
  private(set) var rightAnswers = 0
  private(set) var rightCalledWrong: [String] = []
  /// Answers where the local derivative is found or given, and those where the box's own rule was blamed.
  private(set) var besideFound = 0
  private(set) var againstFound: [String] = []

  var total: Row { total { _ in true } }

  func total(where isCounted: (Cause) -> Bool) -> Row {
    rows.filter { isCounted($0.key) }.values.reduce(Row(), +)
  }

  mutating func count(right verdict: Verdict, _ sample: @autoclosure () -> String) {
    rightAnswers += 1
    if verdict.word == "wrong" { rightCalledWrong.append(sample()) }
  }

  /// Counts an answer beside a local derivative that stands there.
  mutating func count(besideFound verdict: Verdict, _ sample: @autoclosure () -> String) {
    besideFound += 1
    if verdict.reasons.contains(where: { Cause(rule: $0.rule, second: $0.second).isOfTheBox }) {
      againstFound.append(sample() + " -> " + verdict.reasonWords.joined(separator: " "))
    }
  }

  /// - Parameter isShared: whether another rule gives the same number.
  mutating func count(
    _ cause: Cause, _ verdict: Verdict, isShared: Bool, _ sample: @autoclosure () -> String
  ) {
    var row = rows[cause] ?? Row()
    defer { rows[cause] = row }
    guard verdict.word == "wrong" else {
      row.unnoticed += 1
      return
    }
    let named = verdict.reasons.map { Cause(rule: $0.rule, second: $0.second) }
    let isFirst = named.first == cause
    if isShared {
      row.shared += 1
      if isFirst { row.sharedFirst += 1 }
    } else {
      row.alone += 1
      if isFirst { row.aloneFirst += 1 }
    }
    if !isShared, !isFirst {
      let name = named.first?.name ?? "nothing"
      let known = takenFor[cause]?[name]
      takenFor[cause, default: [:]][name] = ((known?.count ?? 0) + 1, known?.sample ?? sample())
    }
    if let first = verdict.reasons.first, !first.isDoubtful { row.useful += 1 }
    if named.contains(cause) {
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
}
