import Autodiff
import Expressions
package import Teaching
package import TextScreen

/// A small change of one quantity as it travels to the right: how many times as far each quantity moves.
package struct CascadeLines {
  package private(set) var lines: [StyledText] = []

  package init(of name: String, in key: AnswerKey, width: Int) {
    guard let start = key.graph.index(of: name) else { return }
    let cascade = Cascade(from: start, in: key)
    if let chain = cascade.chain {
      lines += CascadeLines.drawn(chain, cascade, in: key, width: width)
    } else {
      lines += cascade.moved.map {
        StyledText("  ") + CascadeLines.sentence($0, cascade, in: key)
      }
    }
  }

  /// The same in sentences, a quantity each.
  package static func sentences(of name: String, in key: AnswerKey) -> [String] {
    guard let start = key.graph.index(of: name) else { return [] }
    let cascade = Cascade(from: start, in: key)
    return cascade.moved.map { node in
      let text = sentence(node, cascade, in: key).text
      guard let source = cascade.source(of: node) else { return text }
      let factor = key.shownLocalDerivative(of: node, slot: source.slot).shortestText
      return "\(text), \(factor) times as far as \(key.graph.nodes[source.node].name)"
    }
  }

  private static func sentence(_ node: Int, _ cascade: Cascade, in key: AnswerKey) -> StyledText {
    let slope = cascade.slopes[node] ?? 0
    var line = StyledText("\(key.graph.nodes[node].name) ", Style(.strong))
    line.append("\(slope < 0 ? "down" : "up") \(times(abs(slope)))ε", Style(.derivative))
    return line
  }

  private static func times(_ factor: Double) -> String {
    factor == 1 ? "" : factor.roundedText + (factor == factor.rounded() ? "" : " ")
  }

  /// The path as a row of quantities, with the factor on each wire, in as many rows as the width needs.
  private static func drawn(
    _ chain: [Int], _ cascade: Cascade, in key: AnswerKey, width: Int
  ) -> [StyledText] {
    var rows: [StyledText] = []
    var line = StyledText("")
    for node in chain {
      var piece = StyledText("")
      if let source = cascade.source(of: node) {
        let factor = key.shownLocalDerivative(of: node, slot: source.slot)
        piece.append(" ──", Style(.wire))
        piece.append("× \(factor.shortestText)", Style(.derivative))
        piece.append("──▶ ", Style(.wire))
      }
      piece.append(sentence(node, cascade, in: key))
      if line.columns > 0, line.columns + piece.columns + 2 > width {
        rows.append(StyledText("  ") + line)
        line = StyledText("   ")
      }
      line.append(piece)
    }
    return rows + [StyledText("  ") + line]
  }
}
