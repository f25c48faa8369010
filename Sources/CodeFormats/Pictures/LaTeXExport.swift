import Autodiff
import Expressions

/// A graph as a document of LaTeX: a drawing in TikZ with values in blue and derivatives in green, and below it the
/// chain rule of each derivative.
public struct LaTeXExport: Sendable {
  private let exported: ExportedGraph

  public init(_ exported: ExportedGraph) { self.exported = exported }

  private var graph: ComputationGraph { exported.graph }

  /// How far a node is from the inputs.
  private var layers: [Int] {
    var layers: [Int] = []
    for node in graph.nodes {
      layers.append((node.operands.map { layers[$0] + 1 }.max()) ?? 0)
    }
    // An input stands just before what uses it first.
    for (index, node) in graph.nodes.enumerated() where node.formula == nil {
      if let first = graph.consumers[index].map({ layers[$0] }).min() { layers[index] = first - 1 }
    }
    return layers
  }

  /// The document, which compiles as it stands.
  public var text: String {
    var lines = [
      "\\documentclass[tikz,border=4mm]{standalone}", "\\usepackage{amsmath}",
      "\\usetikzlibrary{arrows.meta}",
      "\\definecolor{forward}{RGB}{31,95,191}", "\\definecolor{backward}{RGB}{22,122,62}",
      "\\begin{document}", "\\begin{tikzpicture}[>=Stealth, every node/.style={align=center}]",
    ]
    let layers = layers
    var rows: [Int: Int] = [:]
    for (index, node) in graph.nodes.enumerated() {
      let row = rows[layers[index], default: 0]
      rows[layers[index]] = row + 1
      let name = LaTeXFormula.name(node.name)
      let title =
        node.formula.map { "\(name) = \(LaTeXFormula($0.expression).text)" } ?? name
      let value = LaTeXFormula.matrix(exported.values[index])
      let slope = LaTeXFormula.matrix(exported.derivatives[index])
      let frame = node.formula == nil ? "" : "draw, rounded corners, "
      lines.append(
        "\\node[\(frame)inner sep=2mm] (n\(index)) at (\(5 * layers[index]),\(-3 * row)) {$\(title)$\\\\"
          + " \\textcolor{forward}{$\(value)$}\\\\"
          + " \\textcolor{backward}{$\(derivative(of: index)) = \(slope)$}};")
    }
    for (index, node) in graph.nodes.enumerated() {
      for operand in Set(node.operands).sorted() {
        lines.append("\\draw[->] (n\(operand)) -- (n\(index));")
      }
    }
    lines.append(
      "\\node[anchor=north west] at (current bounding box.south west) {$\\begin{aligned}")
    lines += chainRules
    lines += ["\\end{aligned}$};", "\\end{tikzpicture}", "\\end{document}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func derivative(of node: Int) -> String {
    "\\frac{d\(LaTeXFormula.name(exported.reading.outputName))}{d\(LaTeXFormula.name(graph.nodes[node].name))}"
  }

  /// For each quantity but the output what is passed back to it, summed over what uses it.
  private var chainRules: [String] {
    let derivatives = ArrayDerivatives(exported.reading)
    let long = graph.nodes.indices.map {
      ComputationGraph.derivativeName(of: exported.reading.outputName, by: graph.nodes[$0].name)
    }
    let places = Dictionary(
      zip(long, graph.nodes.indices), uniquingKeysWith: { first, _ in first })
    return graph.nodes.indices.reversed().compactMap { node -> String? in
      let parts = graph.consumers[node].flatMap { consumer in
        graph.nodes[consumer].operands.indices.filter {
          graph.nodes[consumer].operands[$0] == node
        }.compactMap { derivatives.rule(of: consumer, slot: $0)?.expression }
      }
      guard !parts.isEmpty else { return nil }
      let texts = parts.map { part in
        LaTeXFormula(part).text(naming: { places[$0].map { derivative(of: $0) } })
      }
      return "\(derivative(of: node)) &= \(texts.joined(separator: " + ")) \\\\"
    }
  }
}

extension LaTeXFormula {
  /// The formula with some names written otherwise, as derivatives are.
  fileprivate func text(naming: (String) -> String?) -> String {
    // Names that no formula has stand for them meanwhile.
    var texts: [String: String] = [:]
    let stand = renamed { name in
      guard let text = naming(name) else { return name }
      let letter = "Q\(texts.count)Q"
      texts[LaTeXFormula.name(letter)] = text
      return letter
    }
    return texts.reduce(stand.text) { $0.replacing($1.key, with: $1.value) }
  }
}
