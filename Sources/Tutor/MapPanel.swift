import Autodiff
import Expressions
import GraphLayout
import Teaching
import TextScreen

/// What stands below the graph while it is walked over: what is in hand, then the overview of the whole.
struct MapPanel {
  let lines: [StyledText]

  /// - Parameters:
  ///   - area: the room that the graph itself has above.
  ///   - size: the room of the panel.
  init(_ session: Session, graphIn area: Size, in size: Size) {
    guard let map = session.map, let picture = session.picture,
      let graph = session.worksheet?.key.graph
    else {
      lines = []
      return
    }
    let vertex = picture.folding.vertices[map.node]
    var title: StyledText
    if let group = picture.folding.group(ofVertex: vertex) {
      title = StyledText(picture.plans[vertex].title, Style(.strong))
      title.append("  \(picture.plans[vertex].subtitle ?? "")")
      title.append("  of \(group.nodes.count) in \(graph.nodes.count)", Style(.faint))
    } else {
      let node = graph.nodes[map.node]
      let right = node.formula?.expression.text(isASCII: session.isASCII) ?? "an input"
      title = StyledText(
        "\(node.name) = \(right)".truncated(toColumns: size.width / 2), Style(.strong))
      title.append(
        "  \(node.operands.count) in, \(graph.consumers[map.node].count) out; "
          + "\(graph.nodes.count) nodes in all", Style(.faint))
    }
    let view = Rect(origin: picture.offset(showingNode: map.node, in: area), size: area)
    let overview = OverviewLines(
      session, picture, node: map.node, view: view,
      in: Size(width: size.width, height: size.height - 1))
    lines = [title] + overview.lines
  }
}
