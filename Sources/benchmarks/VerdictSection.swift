import Autodiff
import Expressions
import Teaching

/// Verdicts on answers to every entry of the course's largest graphs: right ones, wrong rules' numbers, numbers that
/// nothing explains, and formulas.
struct VerdictSection {
  private static let graphs: [(name: String, lines: [String])] = [
    ("two nodes", ["w = 3", "a = 2 + 3w", "J = a^2"]),
    (
      "sigmoid neuron",
      [
        "x = 2", "w = -1.5", "b = 0.5", "y = 1", "z = w x + b", "a = sigmoid(z)",
        "J = -y ln(a) - (1 - y) ln(1 - a)",
      ]
    ),
    ("network 2-2-2", ["network 2-2-2 sigmoid"]),
    ("network 2-4-4-1", ["network 2-4-4-1 tanh"]),
    ("network 2-8-8-2", ["network 2-8-8-2 tanh"]),
  ]

  var section: Section {
    let measured = VerdictSection.graphs.compactMap(row)
    return Section(
      name: "verdicts", title: "Verdicts: one answer checked, in microseconds", heading: "graph",
      columns: ["median", "largest", "entries"], rows: measured.map(\.row),
      notes: measured.map { "largest in \($0.row.name): \($0.answer)" })
  }

  private func row(
    _ graph: (name: String, lines: [String])
  ) -> (row: Section.Row, answer: String)? {
    guard
      let reading = try? ComputationGraph.read(
        graph.lines.map { Statement(input: $0) }, breaking: .never),
      let key = try? AnswerKey(reading.graph, at: reading.inputs)
    else { return nil }
    var times: [Double] = []
    var slowest = (time: 0.0, answer: "")
    for (index, entry) in key.list.entries.enumerated() {
      let right = key.value(of: index)
      var answers = [
        right.shortestText, (right * 1.37 + 0.613).shortestText, (-right).shortestText, "0",
        (2 * right).shortestText, "0.5772",
      ]
      if entry.isLocal {
        let operand = key.operand(of: entry).map { key.graph.nodes[$0].name } ?? "x"
        answers += ["2\(operand)", "sin(\(operand)) + 1"]
      }
      for typed in answers {
        var least = Double.infinity
        for _ in 0..<3 {
          let begin = Stopwatch.now
          _ = key.check(typed, for: index)
          least = min(least, Stopwatch.now - begin)
        }
        times.append(least / 1000)
        if least > slowest.time { slowest = (least, "\(entry.name) = \(typed)") }
      }
    }
    let row = Section.Row(
      name: graph.name,
      numbers: [Stopwatch.median(times), times.max(), Double(key.list.entries.count)])
    return (row, slowest.answer)
  }
}
