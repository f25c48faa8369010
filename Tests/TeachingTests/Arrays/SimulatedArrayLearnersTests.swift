import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Learners who follow one wrong rule, in formulas and in numbers, and what the tutor says of them.
struct SimulatedArrayLearnersTests {
  /// How the reasons for the answers of one rule came out.
  struct Tally {
    var first = 0
    var among = 0
    var others = 0
    var none = 0
    var refused = 0
    /// Answers that are right by chance, or that another rule gives as well.
    var telling = 0
    var count: Int { first + among + others + none }
  }

  /// How many random graphs are tried; more by an environment variable.
  static var graphs: Int { getenv("ARRAY_GRAPHS").flatMap { Int(String(cString: $0)) } ?? 6 }

  static func isDetailed() -> Bool { getenv("ARRAY_DETAILS") != nil }

  @Test func rightFormulasAreAccepted() throws {
    var refused: [String] = []
    for graph in ArrayLearnerGraphs.all
      + ArrayLearnerGraphs.random(SimulatedArrayLearnersTests.graphs)
    {
      let key = try ArrayAnswerTests.key(graph.lines, data: graph.data)
      for answer in graph.answers {
        let index = try #require(key.list.index(of: answer.entry), "\(graph.name) \(answer.entry)")
        for typed in answer.rights + [key.text(of: index)]
        where key.check(typed, for: index).word != "right" {
          refused.append(
            "\(graph.name): \(answer.entry) = \(typed): \(key.check(typed, for: index))")
        }
      }
    }
    #expect(refused == [])
  }

  @Test func wrongRulesAreRecognised() throws {
    var formulas: [WrongRule: Tally] = [:]
    var numbers: [WrongRule: Tally] = [:]
    var details: [String] = []
    for graph in ArrayLearnerGraphs.all
      + ArrayLearnerGraphs.random(SimulatedArrayLearnersTests.graphs)
    {
      let key = try ArrayAnswerTests.key(graph.lines, data: graph.data)
      for answer in graph.answers {
        let index = try #require(key.list.index(of: answer.entry))
        for wrong in answer.wrongs {
          let verdict = key.check(wrong.typed, for: index)
          if let detail = SimulatedArrayLearnersTests.count(verdict, wrong.rule, &formulas) {
            details.append("\(graph.name): \(answer.entry) = \(wrong.typed): \(detail)")
          }
          guard case .wrong(let wrongness) = verdict,
            case .formula(_, let value?) = wrongness.typed
          else { continue }
          let text = value.text(\.shortestText)
          // Who computes with a derivative has found it.
          let found = wrong.typed.contains("d") ? key.list[index].prerequisites : []
          let own = Dictionary(uniqueKeysWithValues: found.map { ($0, key.value(of: $0)) })
          if let detail = SimulatedArrayLearnersTests.count(
            key.check(text, for: index, knowing: ArrayLearnerNumbers(own: own)), wrong.rule,
            &numbers)
          {
            details.append("\(graph.name): \(answer.entry) = \(wrong.typed) = \(text): \(detail)")
          }
        }
      }
    }
    print(SimulatedArrayLearnersTests.table("formulas", formulas))
    print(SimulatedArrayLearnersTests.table("numbers", numbers))
    if SimulatedArrayLearnersTests.isDetailed() { print(details.joined(separator: "\n")) }
    for tallies in [formulas, numbers] {
      let all = tallies.values.reduce(0) { $0 + $1.count }
      let first = tallies.values.reduce(0) { $0 + $1.first }
      let others = tallies.values.reduce(0) { $0 + $1.others }
      #expect(Double(first) >= 0.95 * Double(all))
      #expect(Double(others) <= 0.01 * Double(all))
    }
  }

  /// Counts a verdict, and says what came in place of the rule first.
  private static func count(
    _ verdict: ArrayVerdict, _ rule: WrongRule, _ tallies: inout [WrongRule: Tally]
  ) -> String? {
    // By chance it is right, as where nothing was masked.
    guard verdict.word != "right" else { return nil }
    let reasons = verdict.reasons.filter { $0 != .wrongShape }
    if reasons.first == rule {
      tallies[rule, default: Tally()].first += 1
      return nil
    }
    if reasons.contains(rule) {
      tallies[rule, default: Tally()].among += 1
    } else if reasons.isEmpty {
      tallies[rule, default: Tally()].none += 1
    } else {
      tallies[rule, default: Tally()].others += 1
    }
    if case .unreadable(let obstacle) = verdict { return "\(rule.rawValue) unreadable \(obstacle)" }
    return "\(rule.rawValue) as \(reasons.map(\.rawValue))"
  }

  private static func table(_ title: String, _ tallies: [WrongRule: Tally]) -> String {
    var lines = [
      "| \(title) | answers | first | among | others | none |", "|---|---|---|---|---|---|",
    ]
    for rule in WrongRule.allCases {
      guard let tally = tallies[rule] else { continue }
      lines.append(
        "| \(rule.rawValue) | \(tally.count) | \(tally.first) | \(tally.among) | \(tally.others) | "
          + "\(tally.none) |")
    }
    return lines.joined(separator: "\n")
  }
}
