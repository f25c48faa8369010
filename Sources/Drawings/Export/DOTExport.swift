public import Autodiff
import Expressions

/// A graph in the language of Graphviz: a node with its value and derivative, a wire with its local derivative.
public struct DOTExport {
  private let backward: BackwardPass

  public init(_ backward: BackwardPass) {
    self.backward = backward
  }

  /// Writes the graph, a node or a wire a line.
  ///
  /// - Complexity: O(n + e) in the terms of all formulas and the wires.
  public func write(to stream: inout some TextOutputStream) {
    let graph = backward.forward.graph
    stream.write(DOT.heading(graph.nodes[graph.output].name))
    for (index, node) in graph.nodes.enumerated() {
      let value = backward.forward.values[index].shortestText
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" }
      let derivative =
        graph.derivativeName(of: graph.output, by: index)
        + " = \(backward.derivatives[index].shortestText)"
      let label = [title, "\(node.name) = \(value)", derivative].compactMap { $0 }
      stream.write(DOT.node(index, of: graph, label))
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
        stream.write(DOT.wire(from: operand, to: index, isNamed ? local : nil))
      }
    }
    stream.write("}\n")
  }
}

/// The pieces of that language.
enum DOT {
  static func heading(_ name: String) -> String {
    "digraph \(quoted(name)) {\n"
      + "  rankdir=LR;\n  node [fontname=\"monospace\"];\n  edge [fontname=\"monospace\"];\n"
  }

  static func node(_ index: Int, of graph: ComputationGraph, _ lines: [String]) -> String {
    let node = graph.nodes[index]
    let shape = node.formula != nil ? "box" : node.kind == .data ? "plaintext" : "ellipse"
    return "  n\(index) [shape=\(shape), label=\(quoted(lines.joined(separator: "\n")))];\n"
  }

  static func wire(from source: Int, to target: Int, _ label: String?) -> String {
    "  n\(source) -> n\(target)\(label.map { " [label=\(quoted($0))]" } ?? "");\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
