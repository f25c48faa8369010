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

  /// Whether two numbers cannot be told apart as they are written.
  static func isOne(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 2e-5 * max(abs(a), abs(b))
  }

  /// Answers every entry of a graph by every rule.
  static func work(on key: AnswerKey, _ tally: inout LearnerTally) {
    let learner = Learner(key: key, reach: graphs == nil ? 2 : .max)
    for index in key.list.entries.indices {
      let right = key.value(of: index)
      tally.count(right: key.check(right.shortestText, for: index))
      tally.count(right: key.check(right.written(), for: index))
      let answers = learner.answers(at: index).filter { $0.value.isFinite }
      var isTyped: Set<String> = []
      for answer in answers {
        let text = answer.value.written()
        guard isTyped.insert("\(answer.rule) \(text)").inserted else { continue }
        let isShared = answers.contains { $0.rule != answer.rule && isOne($0.value, answer.value) }
        tally.count(answer.rule, key.check(text, for: index), isShared: isShared)
      }
      follow(index, learner, &tally)
      slip(index, learner, &tally)
    }
  }

  /// Answers an entry as it follows from a wrong answer to one that leads to it.
  static func follow(_ index: Int, _ learner: Learner, _ tally: inout LearnerTally) {
    let key = learner.key
    for earlier in key.list.entries[index].prerequisites {
      let wrong = key.value(of: earlier) + 1.25
      guard let value = learner.following(index, from: earlier, as: wrong), value.isFinite else {
        continue
      }
      let verdict = key.check(
        value.written(), for: index, knowing: LearnerNumbers(wrong: [earlier: wrong]))
      tally.count(.followsFromWrong, verdict, isShared: false)
    }
  }

  /// Answers an entry by a nudge, from rounded numbers, and unreadably.
  static func slip(_ index: Int, _ learner: Learner, _ tally: inout LearnerTally) {
    let key = learner.key
    if let estimate = learner.estimate(of: index), estimate.isFinite, isSmooth(index, key) {
      let verdict = key.check(estimate.written(), for: index)
      tally.count(slip: "nudge-estimate", verdict, isMet: verdict.isAccepted)
    }
    if let (own, value) = learner.rounding(before: index), value.isFinite {
      let verdict = key.check(value.written(), for: index, knowing: LearnerNumbers(own: own))
      tally.count(slip: "rounded-early", verdict, isMet: verdict.isAccepted)
    }
    for text in ["\(key.value(of: index).written())abc", "1,5", "nan", ""] {
      let verdict = key.check(text, for: index)
      tally.count(slip: "unreadable", verdict, isMet: verdict.word == "unreadable")
    }
  }

  /// Whether nothing of the graph stands at a kink, where a nudge estimates nothing.
  static func isSmooth(_ index: Int, _ key: AnswerKey) -> Bool {
    key.graph.operations.allSatisfy { node in
      let operands = key.forward.operandValues(of: node)
      return key.graph.nodes[node].formula?.expression.sides(at: operands).allSatisfy { $0 != 0 }
        ?? true
    }
  }

  func expectGoals(_ tally: LearnerTally) {
    for (rule, row) in tally.rows {
      #expect(row.among * 100 >= row.asked * 95, "\(rule)")
      #expect(row.onlyOthers * 100 <= row.asked, "\(rule)")
      #expect(row.aloneFirst == row.alone, "\(rule)")
    }
    #expect(tally.rightCalledWrong == 0)
    #expect(tally.rightAnswers > 500)
    for (name, row) in tally.slips { #expect(row.met == row.asked, "\(name)") }
  }

  @Test func onLessonsWrongRulesAreRecognised() throws {
    let isTable = SimulatedLearnerTests.graphs != nil
    var tally = LearnerTally()
    for key in try LearnerGraphs.ofLessons(seeds: 1...(isTable ? 5 : 1)) {
      SimulatedLearnerTests.work(on: key, &tally)
    }
    if isTable { print("every lesson\n\(tally.text)"); print(tally.takenFor) }
    expectGoals(tally)
  }

  @Test func onRandomGraphsWrongRulesAreRecognised() throws {
    let count = SimulatedLearnerTests.graphs ?? 60
    var tally = LearnerTally()
    var operations: Set<Expressions.Operation> = []
    for key in try LearnerGraphs.random(count) {
      SimulatedLearnerTests.work(on: key, &tally)
      for node in key.graph.nodes {
        operations.formUnion(node.formula?.expression.operations ?? [])
      }
    }
    if SimulatedLearnerTests.graphs != nil { print("\(count) random graphs\n\(tally.text)"); print(tally.takenFor) }
    expectGoals(tally)
    #expect(Set(WrongRule.allCases).subtracting(tally.rows.keys) == [])
    #expect(Set(Expressions.Operation.allCases).subtracting(operations) == [])
  }
}

extension Expressions.Expression {
  fileprivate var operations: [Expressions.Operation] {
    terms.compactMap { term in
      switch term {
      case .unary(let operation, _), .binary(let operation, _, _): operation
      case .number, .constant, .name: nil
      }
    }
  }
}
