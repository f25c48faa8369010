import Autodiff
import Expressions
import Foundation
import RandomNumbers
import Teaching
import Testing

/// A learner for each wrong rule, on every built-in lesson and on random graphs: how often the tutor recognises it.
///
/// `SIMULATED_GRAPHS=1000 swift test --filter SimulatedLearnerTests` prints the whole table.
@Suite struct SimulatedLearnerTests {
  /// How many random graphs, if more than in the ordinary run.
  static let graphs = ProcessInfo.processInfo.environment["SIMULATED_GRAPHS"].flatMap { Int($0) }

  /// A number as a learner writes it: whole, or with six digits.
  static func typed(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e6 { return value.shortestText }
    let text = String(format: "%.6g", value)
    return text.contains("e") ? value.shortestText : text
  }

  /// Whether two numbers cannot be told apart as they are written.
  static func isOne(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-5 * max(abs(a), abs(b))
  }

  /// Answers every entry of a graph by every rule.
  static func work(on key: AnswerKey, _ tally: inout LearnerTally) {
    let learner = Learner(key: key)
    for index in key.list.entries.indices {
      let right = key.value(of: index)
      tally.count(right: key.check(right.shortestText, for: index))
      tally.count(right: key.check(typed(right), for: index))
      let answers = learner.answers(at: index).filter { $0.value.isFinite && $0.value != 0 || $0.rule == .reluAlwaysOff || $0.rule == .maxLoser }
      var isTyped: Set<String> = []
      for answer in answers {
        let text = typed(answer.value)
        guard isTyped.insert("\(answer.rule) \(text)").inserted else { continue }
        let isShared = answers.contains {
          $0.rule != answer.rule && isOne($0.value, answer.value)
        }
        tally.count(answer.rule, key.check(text, for: index), isShared: isShared)
      }
      follow(index, learner, &tally)
    }
  }

  /// Answers an entry rightly, given a wrong answer to one that leads to it.
  static func follow(_ index: Int, _ learner: Learner, _ tally: inout LearnerTally) {
    let key = learner.key
    for earlier in key.list.entries[index].prerequisites {
      let wrong = key.value(of: earlier) + 1.25
      guard let value = learner.following(index, from: earlier, as: wrong), value.isFinite else {
        continue
      }
      let verdict = key.check(typed(value), for: index, wrong: [earlier: wrong])
      tally.count(.followsFromWrong, verdict, isShared: false)
    }
  }

  static func table(_ keys: [AnswerKey]) -> LearnerTally {
    var tally = LearnerTally()
    for key in keys { work(on: key, &tally) }
    return tally
  }

  func expectGoals(_ tally: LearnerTally) {
    let total = tally.total
    #expect(total.among * 100 >= total.asked * 95)
    #expect(total.onlyOthers * 100 <= total.asked)
    #expect(total.aloneFirst == total.alone)
    #expect(tally.rightCalledWrong == 0)
    #expect(tally.rightAnswers > 500)
  }

  @Test func onLessonsWrongRulesAreRecognised() throws {
    let isTable = SimulatedLearnerTests.graphs != nil
    let tally = try SimulatedLearnerTests.table(LearnerGraphs.ofLessons(seeds: 1...(isTable ? 5 : 1)))
    if isTable { print("every lesson\n\(tally.text)") }
    expectGoals(tally)
  }

  @Test func onRandomGraphsWrongRulesAreRecognised() throws {
    let count = SimulatedLearnerTests.graphs ?? 60
    let tally = try SimulatedLearnerTests.table(LearnerGraphs.random(count))
    if SimulatedLearnerTests.graphs != nil { print("\(count) random graphs\n\(tally.text)") }
    expectGoals(tally)
    #expect(Set(WrongRule.allCases).subtracting(tally.rows.keys) == [])
  }
}
