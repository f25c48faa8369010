import Autodiff
import Expressions

/// A graph in the language of Mermaid, which many pages of Markdown draw: values and derivatives in the boxes.
public struct MermaidExport: Sendable {
  private let exported: ExportedGraph

  public init(_ exported: ExportedGraph) { self.exported = exported }

  public var text: String {
    let graph = exported.graph
    var lines = ["flowchart LR"]
    for (index, node) in graph.nodes.enumerated() {
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name
      let derivative = ComputationGraph.derivativeName(
        of: exported.reading.outputName, by: node.name)
      let parts = [
        title, MermaidExport.number(exported.values[index]),
        "\(derivative) = \(MermaidExport.number(exported.derivatives[index]))",
      ].map(MermaidExport.escaped).joined(separator: "<br/>")
      let frame = node.formula == nil ? ("([\"", "\"])") : ("[\"", "\"]")
      lines.append("  n\(index)\(frame.0)\(parts)\(frame.1)")
    }
    for (index, node) in graph.nodes.enumerated() {
      for operand in Set(node.operands).sorted() { lines.append("  n\(operand) --> n\(index)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ array: NumericArray) -> String {
    array.elements.count > 12
      ? array.shape.text : array.text { $0.rounded(toDigits: 6).shortestText }
  }

  /// A text in which no sign means something to Mermaid.
  private static func escaped(_ text: String) -> String {
    text.replacing("#", with: "#35;").replacing("\"", with: "#quot;")
      .replacing("<", with: "#lt;").replacing(">", with: "#gt;").replacing("&", with: "#amp;")
  }
}
