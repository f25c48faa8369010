import Autodiff
import Expressions

/// The backward lines, written out: what each operation passes back to each of its operands, from the output on.
extension PythonExport {
  struct Rule {
    var node: Int
    var operand: Int
    var rule: Formula
  }

  var backwardRules: [Rule] {
    let derivatives = ArrayDerivatives(exported.reading)
    return operations.reversed().flatMap { index in
      graph.nodes[index].operands.indices.compactMap { slot in
        derivatives.rule(of: index, slot: slot).map {
          Rule(node: index, operand: graph.nodes[index].operands[slot], rule: $0)
        }
      }
    }
  }

  private func derivativeName(_ node: Int) -> String { "d\(names[node])" }

  var backward: [String] {
    let reading = exported.reading
    let long = graph.nodes.indices.map {
      ComputationGraph.derivativeName(of: reading.outputName, by: graph.nodes[$0].name)
    }
    let short = Dictionary(
      zip(long, graph.nodes.indices.map(derivativeName)), uniquingKeysWith: { first, _ in first })
    var lines = [
      "# The derivatives, from right to left: dZ is short for d\(reading.outputName)/dZ."
    ]
    var begun: Set<Int> = []
    func add(_ node: Int, _ text: String, spreads: Bool) {
      let name = derivativeName(node)
      let shape = graph.shape(of: node)
      let spread =
        spreads && !shape.isNumber
        ? "xp.broadcast_to(\(text), \(PythonExport.tuple(shape)))" : text
      lines.append(
        begun.insert(node).inserted ? "\(name) = \(spread)" : "\(name) = \(name) + \(spread)")
    }
    if reading.starts.isEmpty {
      add(graph.output, "1.0", spreads: false)
    }
    for start in reading.starts {
      add(start.node, line(start.formula.expression), spreads: true)
    }
    for rule in backwardRules where begun.contains(rule.node) {
      let text = line(rule.rule.expression, naming: { short[$0] ?? $0 })
      add(rule.operand, text, spreads: rule.rule.shape != graph.shape(of: rule.operand))
    }
    let dead = graph.nodes.indices.filter { !begun.contains($0) }
    for node in dead {
      lines.append(
        "\(derivativeName(node)) = xp.zeros(\(PythonExport.tuple(graph.shape(of: node))))")
    }
    let derivatives = graph.nodes.indices.map { "\"\(names[$0])\": \(derivativeName($0))" }
    return lines + [
      "values = {name: numbers(value) for name, value in {\(pairs)}.items()}",
      "derivatives = {name: numbers(slope) for name, slope in {\(derivatives.joined(separator: ", "))}.items()}",
    ]
  }
}
