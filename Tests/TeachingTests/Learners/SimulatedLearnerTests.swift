import Autodiff
import Expressions
import Foundation
import Teaching
import Testing

/// A learner for each wrong rule, on every built-in lesson, on random graphs and on graphs to which the rules were never
/// fitted: how often the tutor recognises it.
///
/// `SIMULATED_GRAPHS=1000 swift test --filter SimulatedLearnerTests` prints the whole tables.
@Suite struct SimulatedLearnerTests {
  /// How many random graphs, if more than in the ordinary run.
  static let graphs = ProcessInfo.processInfo.environment["SIMULATED_GRAPHS"].flatMap { Int($0) }

  /// What is no mistake, or follows from an earlier one, at every entry of a graph.
  static func slip(on key: AnswerKey, _ tally: inout LearnerTally) {
    let learner = Learner(key)
    for index in key.list.entries.indices {
      for text in [key.value(of: index).shortestText, key.value(of: index).written()] {
        tally.count(
          right: key.check(text, for: index), "\(key.sample) | \(key.list.entries[index].name)")
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
      tally.count(
        LearnerAnswer.Cause(rule: .followsFromWrong), verdict, isShared: false, key.sample)
    }
  }

  /// Answers an entry by a nudge, from rounded numbers, and unreadably.
  static func slip(_ index: Int, _ learner: Learner, _ tally: inout LearnerTally) {
    let key = learner.key
    if let estimate = learner.estimate(of: index), estimate.isFinite, isSmooth(key) {
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
  static func isSmooth(_ key: AnswerKey) -> Bool {
    key.graph.operations.allSatisfy { node in
      let operands = key.forward.operandValues(of: node)
      return key.graph.nodes[node].formula?.expression.sides(at: operands).allSatisfy { $0 != 0 }
        ?? true
    }
  }

  /// Works on graphs in every way, prints what was asked for, and gives the tallies.
  static func simulate(_ name: String, on keys: [AnswerKey]) -> [LearnerWork: LearnerTally] {
    var tallies: [LearnerWork: LearnerTally] = [:]
    for work in LearnerWork.allCases {
      var tally = LearnerTally()
      // In the ordinary run every way has its share of the graphs.
      let share = graphs == nil ? work == .exact ? 2 : 4 : 1
      for (place, key) in keys.enumerated() where place % share == 0 {
        if work == .exact { slip(on: key, &tally) }
        tally.work(on: key, work, stride: graphs == nil ? 5 : 1)
      }
      tallies[work] = tally
      guard graphs != nil else { continue }
      print("\n\(name), \(keys.count) graphs: \(work.rawValue)\n\(tally.text)")
      print("\n\(LearnerKind.table(tally))\n\nnot first, though alone:\n\(tally.confusions)")
    }
    return tallies
  }

  @Test func onLessonsWrongRulesAreRecognised() throws {
    let keys = try LearnerGraphs.ofLessons(seeds: 1...(SimulatedLearnerTests.graphs == nil ? 1 : 5))
    LearnerGoals(SimulatedLearnerTests.simulate("every lesson", on: keys)).expect()
  }

  @Test func onRandomGraphsWrongRulesAreRecognised() throws {
    let keys = try LearnerGraphs.random(SimulatedLearnerTests.graphs ?? 24)
    let tallies = SimulatedLearnerTests.simulate("random graphs", on: keys)
    LearnerGoals(tallies).expect()
  }

  @Test func onHeldOutGraphsWrongRulesAreRecognised() throws {
    let keys = try HeldOutGraphs.all(
      SimulatedLearnerTests.graphs ?? 14, limit: SimulatedLearnerTests.graphs == nil ? 16 : 40)
    let tallies = SimulatedLearnerTests.simulate("held-out graphs", on: keys)
    LearnerGoals(tallies).expect()
  }

  @Test func everyRuleAndEveryOperationIsMet() throws {
    let keys = try HeldOutGraphs.random(28)
    let followed = keys.flatMap { key in
      key.list.entries.indices.flatMap { index in
        Learner(key).answers(at: index) + Learner(key).miscalculations(at: index)
      }.map(\.cause.rule)
    }
    // What follows from an earlier mistake is no rule of its own; nobody draws corners, or sweeps twice.
    #expect(
      Set(WrongRule.allCases).subtracting(followed)
        == WrongRule.ofArrays.union(WrongRule.ofSteps)
        .union([.followsFromWrong, .otherConvention, .keptBetween]))
    let operations = try (keys + LearnerGraphs.random(60)).flatMap(\.operations)
    #expect(Set(Expressions.Operation.allCases).subtracting(operations) == [])
  }
}

extension AnswerKey {
  fileprivate var operations: [Expressions.Operation] {
    graph.nodes.flatMap { node in
      (node.formula?.expression.terms ?? []).compactMap { term in
        switch term {
        case .unary(let operation, _), .binary(let operation, _, _): operation
        case .number, .constant, .name: nil
        case .array: Expression.hasArrays()
        }
      }
    }
  }
}
