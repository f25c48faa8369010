import Autodiff
import Expressions
import Foundation
import Lessons
import Teaching
import Testing

/// Learners who practise what they are given, until it is enough.
@Suite struct PracticeLearnersTests {
  static let isTable = ProcessInfo.processInfo.environment["PRACTICE_TABLE"] != nil

  /// What became of a learner on one day.
  struct Outcome {
    /// What was practised, one problem after another.
    var problems: [Skill] = []
    var entries = 0
    var mastery = Mastery()

    var served: [Skill: Int] {
      Dictionary(problems.map { ($0, 1) }, uniquingKeysWith: +)
    }
  }

  /// Serves problems until it is enough, at most some.
  ///
  /// - Parameter answer: what the learner types for an entry.
  func practise(
    _ outcome: inout Outcome, on day: Int, atMost limit: Int,
    answer: (AnswerKey, Int) -> Double = { $0.value(of: $1) }
  ) throws {
    var left = limit
    while left > 0, let practice = outcome.mastery.next(on: day, after: outcome.problems) {
      left -= 1
      outcome.problems.append(practice.skill)
      let problem = try PracticeProblem(practice, seed: outcome.problems.count)
      let graph = try #require(problem.lesson.graphs.first)
      let key = try AnswerKey(graph.graph, at: graph.inputs)
      var sheet = Worksheet(key)
      let page = try #require(problem.lesson.pages.first)
      for index in try key.list.indices(of: page.requests) {
        outcome.entries += 1
        let verdict = sheet.answer(answer(key, index).shortestText, for: index)
        for observation in key.observations(of: .answered(verdict), at: index, on: day) {
          outcome.mastery.observe(observation)
        }
        if !verdict.isAccepted { sheet.reveal(index) }
      }
    }
  }

  func report(_ name: String, _ outcome: Outcome) {
    guard PracticeLearnersTests.isTable else { return }
    let served = Skill.allCases.compactMap { skill in
      outcome.served[skill].map { "\(skill.rawValue) \($0)" }
    }
    print(
      "\(name): \(outcome.problems.count) problems, \(outcome.entries) entries; \(served.joined(separator: ", "))"
    )
  }

  @Test func whoeverKnowsEverythingIsSoonDone() throws {
    var outcome = Outcome()
    try practise(&outcome, on: 0, atMost: 200)
    report("knows everything", outcome)
    #expect(outcome.mastery.isEnough(on: 0))
    #expect(outcome.problems.count <= 60)
    #expect(Skill.allCases.allSatisfy { !$0.isCore || outcome.mastery[$0].isMastered })
  }

  @Test func reviewsGetRarer() throws {
    var outcome = Outcome()
    var counts: [Int] = []
    for day in 0..<64 {
      let before = outcome.problems.count
      try practise(&outcome, on: day, atMost: 200)
      counts.append(outcome.problems.count - before)
    }
    if PracticeLearnersTests.isTable { print("problems a day: \(counts)") }
    #expect(outcome.mastery.isEnough(on: 63))
    #expect(counts[32...].reduce(0, +) < counts[1..<32].reduce(0, +))
    #expect(counts[1...].allSatisfy { $0 <= Skill.allCases.count { $0.isCore } })
  }

  @Test func whoeverTakesTheOwnFactorIsServedProductsMost() throws {
    var outcome = Outcome()
    try practise(&outcome, on: 0, atMost: 100) { key, index in
      guard key.skills(of: index).contains(.product),
        let operand = key.operand(of: key.list.entries[index])
      else { return key.value(of: index) }
      return key.forward.values[operand]
    }
    report("errs at the product rule", outcome)
    #expect(!outcome.mastery.isEnough(on: 0))
    let product = outcome.served[.product] ?? 0
    #expect(outcome.served.allSatisfy { $0.key == .product || 2 * $0.value < product })
    #expect(!outcome.mastery[.product].isMastered)
  }

  @Test func whoeverKnowsNothingIsNeverDone() throws {
    var outcome = Outcome()
    try practise(&outcome, on: 0, atMost: 100) { key, index in 1000 + key.value(of: index) }
    report("knows nothing", outcome)
    #expect(Skill.allCases.allSatisfy { !outcome.mastery[$0].isMastered })
    #expect((3...6).contains(outcome.served.count))
    #expect(zip(outcome.problems, outcome.problems.dropFirst()).allSatisfy { $0 != $1 })
  }
}
