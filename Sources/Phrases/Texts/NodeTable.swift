import Autodiff
import Expressions
package import Sessions
package import Teaching

/// Each node of a graph with its value and the derivative with respect to it, as far as a learner may know them.
package struct NodeTable: Hashable {
  package struct Row: Hashable {
    package var node: String
    /// The formula of an operation; `nil` for an input.
    package var formula: String?
    package var value: String
    package var derivativeName: String
    /// The number; `nil` where none is asked, as for data.
    package var derivative: String?
  }

  package let rows: [Row]
  /// How many nodes more there are.
  package let left: Int
  /// What stands above the derivatives.
  package let derivativeHeading: String

  /// Stands for a number that is not known yet.
  package static let unknown = "·"

  /// - Parameter limit: the most nodes.
  package init(_ session: Session, on worksheet: Worksheet, limit: Int, isASCII: Bool) {
    let key = worksheet.key
    let graph = key.graph
    func number(_ entry: Int) -> String {
      session.isKnown(entry, on: worksheet) ? key.shown(entry).text : NodeTable.unknown
    }
    // Before any derivative is known there is nothing to say of them.
    let hasDerivatives = worksheet.entries.indices.contains {
      worksheet.entries[$0].kind == .derivative && session.isKnown($0, on: worksheet)
    }
    rows = graph.nodes.indices.prefix(limit).map { node in
      let derivative: String? =
        if !hasDerivatives {
          nil
        } else if let entry = worksheet.list.derivative(of: node) {
          number(entry)
        } else if node == graph.output {
          "1"
        } else {
          graph.reachesOutput[node] ? nil : "0"
        }
      return Row(
        node: graph.nodes[node].name,
        formula: graph.nodes[node].formula?.expression.text(isASCII: isASCII),
        value: worksheet.list.forward(of: node).map(number) ?? key.shownValue(of: node).text,
        derivativeName: graph.derivativeName(of: graph.output, by: node), derivative: derivative)
    }
    left = graph.nodes.count - rows.count
    derivativeHeading =
      hasDerivatives
      ? ComputationGraph.derivativeName(of: graph.nodes[graph.output].name, by: "…") : ""
  }

  /// The table in sentences, a node each.
  package var sentences: [String] {
    rows.map { row in
      let derivative = row.derivative.map { "; \(row.derivativeName) = \($0)" } ?? ""
      return "\(row.node) = \(row.value)\(derivative)."
    } + (left > 0 ? ["And \(left) more."] : [])
  }
}
