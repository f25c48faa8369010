import Autodiff
import BuiltInLessons
import Expressions
import Lessons
import RandomNumbers
import Teaching

/// The graphs on which simulated learners work.
enum LearnerGraphs {
  /// Every graph of numbers of the built-in lessons with its own numbers, and those that draw numbers with some drawn too.
  static func ofLessons(seeds: ClosedRange<Int>) throws -> [AnswerKey] {
    try BuiltInLessons.files.flatMap { file in
      let lesson = try Lesson(utf8: file.bytes, name: file.name)
      return try lesson.graphs.enumerated().flatMap { index, graph -> [AnswerKey] in
        guard graph.arrays == nil else { return [] }
        let own = try AnswerKey(graph.graph, at: graph.inputs)
        guard !graph.ranges.isEmpty else { return [own] }
        return try [own]
          + seeds.map { seed in
            let inputs = FreshNumbers(for: graph, seed: seed, index: index).inputs
            return try AnswerKey(graph.graph, at: inputs)
          }
      }
    }
  }

  /// The first random graphs whose numbers a person could write down.
  static func random(_ count: Int) throws -> [AnswerKey] {
    var keys: [AnswerKey] = []
    var seed: UInt64 = 1
    while keys.count < count {
      if let key = try random(seed: seed) { keys.append(key) }
      seed += 1
    }
    return keys
  }

  /// The formulas of a random graph: every operation occurs in one, over earlier names and small numbers.
  private static func formulas(_ a: String, _ b: String, _ n: Int) -> [String] {
    [
      "\(a) * \(b)", "\(a) + \(b)", "\(a) - \(b)", "\(a)/\(b)", "\(a)/\(n)", "\(n)/\(a)", "-\(a)",
      "\(a)^2", "\(a)^3", "1/2 \(a)^2", "\(a)^2/2", "\(n) + \(n + 1) \(a)",
      "(\(n) + \(n + 1) \(a))^2",
      "\(a) \(b) + \(n)", "\(a) * \(b) + \(a)", "\(a) + \(b) + \(a)", "\(n)^\(a)", "-\(a)^2",
      "relu(\(a))", "relu(\(b))", "max(\(a), \(b))", "min(\(a), \(b))", "exp(\(a))", "ln(\(a))",
      "sqrt(\(a))", "sin(\(a))", "cos(\(a))", "tan(\(a))", "tanh(\(a))", "sigmoid(\(a))",
      "softplus(\(a))", "abs(\(a))", "sign(\(a))", "step(\(a))", "sigmoid(\(n) - \(a))",
    ]
  }

  private static func random(seed: UInt64) throws -> AnswerKey? {
    var numbers = SplitMix64(seed: seed)
    let inputs = [-5, -4, -3, -2, -1.5, -0.5, 0.4, 1.5, 2, 3, 4, 5, 6, 7]
    var names = ["u", "v", "w"]
    var lines = names.map { name in
      Statement(
        "\(name) = \(inputs[numbers.next(below: inputs.count)].shortestText)",
        role: numbers.next(below: 5) == 0 ? .data : .parameter)
    }
    var unused = names
    for index in 1...(2 + numbers.next(below: 4)) {
      let a = names[names.count - 1 - numbers.next(below: min(3, names.count))]
      let b = names[numbers.next(below: names.count)]
      let choices = formulas(a, b, 2 + numbers.next(below: 4))
      let formula = try Formula(choices[numbers.next(below: choices.count)], known: Set(names))
      lines.append(Statement("n\(index) = \(formula.text)"))
      unused.removeAll { formula.expression.names.contains($0) }
      names.append("n\(index)")
      unused.append("n\(index)")
    }
    // The output uses everything that nothing else does, so that every node counts.
    lines.append(Statement("J = " + unused.joined(separator: " + ")))
    let reading = try ComputationGraph.read(lines, breaking: .never)
    guard let key = try? AnswerKey(reading.graph, at: reading.inputs) else { return nil }
    let values = key.list.entries.indices.map { abs(key.value(of: $0)) }
    return values.allSatisfy { $0 < 5000 && ($0 == 0 || $0 > 0.001) } ? key : nil
  }
}
