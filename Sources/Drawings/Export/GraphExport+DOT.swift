import Autodiff
import Expressions
import Teaching

extension GraphExport {
  /// The graph in the language of Graphviz: a node with its value and derivative, a wire with its local derivative.
  public var dot: String {
    let graph = key.graph
    let output = graph.nodes[graph.output].name
    var lines = [
      "digraph \(quoted(output)) {", "  rankdir=LR;", "  node [fontname=\"monospace\"];",
    ]
    lines.append("  edge [fontname=\"monospace\"];")
    for (index, node) in graph.nodes.enumerated() {
      let value = backward.forward.values[index].shortestText
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" }
      let derivative =
        graph.derivativeName(of: graph.output, by: index)
        + " = \(backward.derivatives[index].shortestText)"
      let label = [title, "\(node.name) = \(value)", derivative].compactMap { $0 }
      let shape = node.formula != nil ? "box" : node.kind == .data ? "plaintext" : "ellipse"
      lines.append("  n\(index) [shape=\(shape), label=\(quoted(label.joined(separator: "\n")))];")
    }
    for (index, node) in graph.nodes.enumerated() {
      var named: Set<Int> = []
      for slot in node.formula?.expression.occurrenceSlots ?? [] {
        let operand = node.operands[slot]
        // Where an operand occurs twice, its derivative is that of both occurrences together.
        let isNamed = named.insert(slot).inserted
        let local =
          graph.derivativeName(of: index, by: operand) + " = "
          + backward.localDerivative(of: index, slot: slot).shortestText
        lines.append("  n\(operand) -> n\(index)" + (isNamed ? " [label=\(quoted(local))];" : ";"))
      }
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
