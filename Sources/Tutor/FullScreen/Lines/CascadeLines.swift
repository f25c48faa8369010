import Autodiff
import Expressions
import Teaching
import TextScreen

/// A small change of one quantity as it travels to the right: how many times as far each quantity moves.
struct CascadeLines {
  private(set) var lines: [StyledText] = []

  init(of name: String, in key: AnswerKey, width: Int) {
    let graph = key.graph
    guard let start = graph.index(of: name) else { return }
    let slopes = CascadeLines.slopes(from: start, in: key)
    let chain = CascadeLines.chain(from: start, in: graph)
    if let chain {
      lines += CascadeLines.drawn(chain, slopes, in: key, width: width)
    } else {
      let moved = graph.nodes.indices.filter { slopes[$0] != nil }
      lines += moved.map {
        StyledText("  ") + CascadeLines.sentence($0, slopes[$0] ?? 0, in: graph)
      }
    }
  }

  /// The same in sentences, a quantity each.
  static func sentences(of name: String, in key: AnswerKey) -> [String] {
    let graph = key.graph
    guard let start = graph.index(of: name) else { return [] }
    let slopes = CascadeLines.slopes(from: start, in: key)
    let chain = CascadeLines.chain(from: start, in: graph) ?? []
    return graph.nodes.indices.filter { slopes[$0] != nil }.map { node in
      let text = sentence(node, slopes[node] ?? 0, in: graph).text
      guard let place = chain.firstIndex(of: node), place > 0 else { return text }
      let before = chain[place - 1]
      let slot = graph.nodes[node].operands.firstIndex(of: before) ?? 0
      let factor = key.shownLocalDerivative(of: node, slot: slot)
      return "\(text), \(factor.shortestText) times as far as \(graph.nodes[before].name)"
    }
  }

  /// For each node how many times as far it moves as the first one; none where it does not depend on it.
  private static func slopes(from start: Int, in key: AnswerKey) -> [Int: Double] {
    var slopes = [start: 1.0]
    for (index, node) in key.graph.nodes.enumerated() where index > start {
      var sum: Double?
      for (slot, operand) in node.operands.enumerated() {
        guard let slope = slopes[operand] else { continue }
        sum = (sum ?? 0) + slope * key.backward.localDerivative(of: index, slot: slot)
      }
      slopes[index] = sum
    }
    return slopes
  }

  /// The only path from a node to the output, if there is only one.
  private static func chain(from start: Int, in graph: ComputationGraph) -> [Int]? {
    var chain = [start]
    var node = start
    while node != graph.output {
      let next = graph.consumers[node].filter { graph.reachesOutput[$0] }
      guard next.count == 1, let only = next.first else { return nil }
      chain.append(only)
      node = only
    }
    return chain
  }

  private static func sentence(
    _ node: Int, _ slope: Double, in graph: ComputationGraph
  ) -> StyledText {
    var line = StyledText("\(graph.nodes[node].name) ", Style(.strong))
    line.append("\(slope < 0 ? "down" : "up") \(times(abs(slope)))ε", Style(.derivative))
    return line
  }

  private static func times(_ factor: Double) -> String {
    factor == 1 ? "" : factor.roundedText + (factor == factor.rounded() ? "" : " ")
  }

  /// The path as a row of quantities, with the factor on each wire, in as many rows as the width needs.
  private static func drawn(
    _ chain: [Int], _ slopes: [Int: Double], in key: AnswerKey, width: Int
  ) -> [StyledText] {
    var rows: [StyledText] = []
    var line = StyledText("")
    for (place, node) in chain.enumerated() {
      let slope = slopes[node] ?? 0
      var piece = StyledText("")
      if place > 0 {
        let slot = key.graph.nodes[node].operands.firstIndex(of: chain[place - 1]) ?? 0
        let factor = key.shownLocalDerivative(of: node, slot: slot)
        piece.append(" ──", Style(.wire))
        piece.append("× \(factor.shortestText)", Style(.derivative))
        piece.append("──▶ ", Style(.wire))
      }
      piece.append(sentence(node, slope, in: key.graph))
      if line.columns > 0, line.columns + piece.columns + 2 > width {
        rows.append(StyledText("  ") + line)
        line = StyledText("   ")
      }
      line.append(piece)
    }
    return rows + [StyledText("  ") + line]
  }
}
