import Testing

/// What is asked of the tutor, of all that simulated learners answered on some graphs.
struct LearnerGoals {
  let tallies: [LearnerWork: LearnerTally]

  init(_ tallies: [LearnerWork: LearnerTally]) {
    self.tallies = tallies
  }

  func expect() {
    let exact = rows([.exact])
    let own = rows([.ownThree, .ownFour, .ownThreeInFull])
    let short = rows([.twoDigits, .cut])
    for (name, rows, floor) in [
      ("exact", exact, 95), ("few digits", short, 95),
      ("own numbers", own, 95),
    ] {
      // Nearer causes may come before far coincidences, and one rule before two at once.
      isNamedFirst(rows, atLeast: floor, name) { !$0.isFar && $0.second == nil }
      isNamedFirst(rows, atLeast: 85, name, where: \.isFar)
      isNamedFirst(rows, atLeast: 90, name) { $0.second != nil }
      for kind in LearnerKind.allCases { isUseful(rows, kind, name) }
    }
    for (work, tally) in tallies {
      #expect(tally.rightCalledWrong == [], "\(work)")
      #expect(tally.againstFound == [], "\(work)")
      for (name, row) in tally.slips { #expect(row.met == row.asked, "\(name)") }
    }
    #expect(tallies[.exact]?.rightAnswers ?? 0 > 300)
    #expect(tallies.values.reduce(0) { $0 + $1.besideFound } > 300)
  }

  private func rows(_ works: [LearnerWork]) -> [LearnerTally] { works.compactMap { tallies[$0] } }

  private func isNamedFirst(
    _ tallies: [LearnerTally], atLeast floor: Int, _ name: String,
    where isCounted: (LearnerAnswer.Cause) -> Bool
  ) {
    let row = tallies.map { $0.total(where: isCounted) }.reduce(LearnerTally.Row(), +)
    let first = LearnerTally.percent(row.aloneFirst, of: row.alone)
    #expect(row.aloneFirst * 100 >= row.alone * floor, "\(name): \(first) of \(row.alone)")
  }

  /// Whether most answers of a kind get a first reason that is not in doubt.
  private func isUseful(_ tallies: [LearnerTally], _ kind: LearnerKind, _ name: String) {
    let row = tallies.map { tally in tally.total { LearnerKind($0) == kind } }
      .reduce(LearnerTally.Row(), +)
    // Fewer answers tell nothing of a share.
    guard row.asked >= 20 else { return }
    let useful = LearnerTally.percent(row.useful, of: row.asked)
    #expect(row.useful * 100 >= row.asked * 70, "\(name), \(kind): \(useful) of \(row.asked)")
  }
}
