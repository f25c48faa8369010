import Autodiff
import Expressions
import Foundation
import RandomNumbers
import Teaching
import Testing

/// A learner who follows one wrong rule, on seeded random graphs: how often the tutor recognises it.
///
/// What each rule gives is computed here anew from the table of rules, and not by the diagnosis.
@Suite struct SimulatedLearnerTests {
  /// What became of one rule's answers.
  struct Tally {
    var asked = 0
    var first = 0
    var among = 0
    var onlyOthers = 0
    var silent = 0
  }

  /// How many random graphs; with `SIMULATED_GRAPHS=1000` more, and a table of what became of each rule.
  static let graphs =
    ProcessInfo.processInfo.environment["SIMULATED_GRAPHS"].flatMap { Int($0) } ?? 100
  static let isTable = ProcessInfo.processInfo.environment["SIMULATED_GRAPHS"] != nil

  /// A graph of elementary operations on small numbers, with values used more than once.
  static func graph(seed: UInt64) throws -> AnswerKey? {
    var numbers = SplitMix64(seed: seed)
    var names = ["u", "v", "w"]
    var lines = names.map {
      "\($0) = \([-5, -4, -3, -2, 2, 3, 4, 5, 6, 7][numbers.next(below: 10)])"
    }
    let count = 3 + numbers.next(below: 4)
    for index in 1...count {
      let a = names[names.count - 1 - numbers.next(below: min(3, names.count))]
      let b = names[numbers.next(below: names.count)]
      let c = 2 + numbers.next(below: 4)
      let formulas = [
        "\(a) * \(b)", "\(a) + \(b)", "\(a) - \(b)", "\(a)^2", "1/2 \(a)^2", "\(c) + \(c + 1) \(a)",
        "relu(\(a))", "max(\(a), \(b))", "\(a)/\(c)",
      ]
      lines.append("n\(index) = \(formulas[numbers.next(below: formulas.count)])")
      names.append("n\(index)")
    }
    // The output uses everything that nothing else does, so that every node counts.
    let text = lines.joined(separator: " ")
    let unused = names.filter { name in
      !text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).filter { $0 == name }
        .dropFirst().contains { _ in true }
    }
    lines.append("J = " + (unused.isEmpty ? names.suffix(1) : unused).joined(separator: " + "))
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) }, breaking: .never)
    return try? AnswerKey(reading.graph, at: reading.inputs)
  }

  /// The wrong answers that a learner of each rule gives to an entry.
  static func answers(to entry: Entry, at index: Int, in key: AnswerKey) -> [(WrongRule, Double)] {
    guard entry.kind != .forward, let operand = key.operand(of: entry) else {
      return [(.sign, -key.value(of: index)), (.powerOfTen, 10 * key.value(of: index))]
    }
    let right = key.value(of: index)
    let graph = key.graph
    var found: [(WrongRule, Double)] = [
      (.sign, -right), (.powerOfTen, right / 10), (.nudgedChange, 0.001 * right),
      (.forwardValue, key.forward.values[operand]),
    ]
    guard entry.kind != .local else { return found }
    found += [(.doubled, right + right), (.upsideDown, 1 / right)]
    found.append((.seed, right * key.forward.values[graph.output]))
    func local(_ node: Int, _ operand: Int) -> Double {
      graph.nodes[node].operands.firstIndex(of: operand)
        .map { key.backward.localDerivative(of: node, slot: $0) } ?? 0
    }
    if entry.slot == nil {
      let paths = graph.consumers[operand].filter { graph.reachesOutput[$0] }
        .map { (l: local($0, operand), g: key.backward.derivatives[$0]) }
      let products = paths.map { $0.l * $0.g }
      found += [
        (.onePath, products[0]), (.onePath, products[products.count - 1]),
        (.pathsMultiplied, products.reduce(1, *)),
        (.pathsAveraged, right / Double(paths.count)), (.localOnly, paths.map(\.l).reduce(0, +)),
        (.upstreamOnly, paths.map(\.g).reduce(0, +)),
        (.oneUpstream, paths.map(\.l).reduce(0, +) * paths[0].g),
        (.oneLocal, paths[0].l * paths.map(\.g).reduce(0, +)),
      ]
    } else if entry.node != graph.output {
      let (l, g) = (local(entry.node, operand), key.backward.derivatives[entry.node])
      found += [
        (.localOnly, l), (.upstreamOnly, g), (.added, l + g), (.divided, l / g), (.divided, g / l),
      ]
      for next in graph.consumers[entry.node] where graph.reachesOutput[next] {
        if next != graph.output { found.append((.skippedNode, l * key.backward.derivatives[next])) }
        found.append((.extraFactor, l * g * local(next, entry.node)))
      }
      for other in graph.nodes[entry.node].operands where other != operand {
        found.append((.sibling, local(entry.node, other) * g))
      }
    }
    return found
  }

  @Test func wrongRulesAreRecognisedAndRightAnswersNeverCalledWrong() throws {
    var tallies: [WrongRule: Tally] = [:]
    for seed in 1...SimulatedLearnerTests.graphs {
      guard let key = try SimulatedLearnerTests.graph(seed: UInt64(seed)) else { continue }
      for (index, entry) in key.list.entries.enumerated() {
        let right = key.value(of: index)
        let verdict = key.check(right.shortestText, for: index)
        #expect(verdict.word == "right", "\(entry.name) = \(right), seed \(seed)")
        for (rule, value) in SimulatedLearnerTests.answers(to: entry, at: index, in: key)
        where value.isFinite {
          let verdict = key.check(value.shortestText, for: index)
          var tally = tallies[rule] ?? Tally()
          defer { tallies[rule] = tally }
          guard verdict.word == "wrong" else { continue }
          tally.asked += 1
          let named = verdict.reasons.map(\.rule)
          if named.first == rule { tally.first += 1 }
          if named.contains(rule) {
            tally.among += 1
          } else if named.isEmpty {
            tally.silent += 1
          } else {
            tally.onlyOthers += 1
          }
        }
      }
    }
    if SimulatedLearnerTests.isTable {
      for (rule, tally) in tallies.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        print(
          "\(rule.rawValue): \(tally.asked) wrong, first \(tally.first), among \(tally.among), "
            + "only others \(tally.onlyOthers), silent \(tally.silent)")
      }
    }
    let asked = tallies.values.reduce(0) { $0 + $1.asked }
    #expect(asked > 50 * SimulatedLearnerTests.graphs)
    #expect(tallies.values.reduce(0) { $0 + $1.among } * 100 >= asked * 95)
    #expect(tallies.values.reduce(0) { $0 + $1.onlyOthers } * 100 <= asked)
    #expect(tallies.count > 15)
  }
}
