import Testing

/// What is asked of the tutor, of all that simulated learners answered on some graphs.
struct LearnerGoals {
  let tallies: [LearnerWork: LearnerTally]

  init(_ tallies: [LearnerWork: LearnerTally]) {
    self.tallies = tallies
  }

  /// The percentage of answers that can only come from one rule whose rule is to be named first.
  private static func floor(of work: LearnerWork) -> (near: Int, far: Int, pairs: Int) {
    switch work {
    case .exact: (95, 80, 80)
    case .twoDigits, .cut, .ownThree, .ownFour, .ownThreeInFull: (95, 60, 60)
    }
  }

  func expect() {
    for work in LearnerWork.allCases {
      guard let tally = tallies[work] else { continue }
      let floor = LearnerGoals.floor(of: work)
      isNamedFirst(tally.total { !$0.isFar && $0.second == nil }, floor.near, "\(work): one rule")
      isNamedFirst(tally.total(where: \.isFar), floor.far, "\(work): far coincidences")
      isNamedFirst(tally.total { $0.second != nil }, floor.pairs, "\(work): two rules")
      for kind in LearnerKind.allCases {
        let row = tally.total { LearnerKind($0) == kind }
        #expect(row.useful * 100 >= row.asked * 70, "\(work): \(kind), \(row)")
      }
      #expect(tally.rightCalledWrong == [], "\(work)")
      #expect(tally.againstFound == [], "\(work)")
      for (name, row) in tally.slips { #expect(row.met == row.asked, "\(name)") }
    }
    #expect(tallies[.exact]?.rightAnswers ?? 0 > 300)
    #expect(tallies[.ownThree]?.besideFound ?? 0 > 100)
  }

  private func isNamedFirst(_ row: LearnerTally.Row, _ floor: Int, _ name: String) {
    #expect(row.aloneFirst * 100 >= row.alone * floor, "\(name), \(row)")
  }
}
