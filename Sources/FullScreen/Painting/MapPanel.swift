import Autodiff
import Drawings
import Expressions
import GraphLayout
import Phrases
import Sessions
import Teaching
import TextScreen

/// What stands below the graph while it is walked over: what is focused, then the overview of the whole.
struct MapPanel {
  let lines: [StyledText]

  /// - Parameter area: the room that the graph itself has above.
  init(_ screen: Screen, graphIn area: Size) {
    let size = screen.mapPanelSize
    guard let map = screen.map, let picture = screen.view.picture,
      let worksheet = screen.session.worksheet
    else {
      lines = []
      return
    }
    let graph = worksheet.graph
    let vertex = picture.folding.vertices[map.node]
    var title: StyledText
    if let group = picture.folding.group(ofVertex: vertex) {
      title = StyledText(picture.plans[vertex].title, Style(.strong))
      title.append("  \(picture.plans[vertex].subtitle ?? "")")
      title.append(
        "; \(group.nodes.count) of the \(graph.nodes.count) nodes", Style(.faint))
    } else {
      let node = graph.nodes[map.node]
      let right =
        node.formula?.expression.text(isASCII: screen.voice.isASCII)
        ?? worksheet.key.shownValue(of: map.node).text
      title = StyledText(
        "\(node.name) = \(right)".truncated(toColumns: size.width / 2), Style(.strong))
      let entering = node.operands.count
      let comesIn =
        node.formula == nil ? "an input" : "\(entering) \(entering == 1 ? "wire" : "wires") in"
      title.append(
        "  \(comesIn), "
          + "\(graph.consumers[map.node].count) out; \(graph.nodes.count) nodes in all",
        Style(.faint))
    }
    let view = Rect(origin: picture.offset(showingNode: map.node, in: area), size: area)
    let overview = screen.view.overview ?? Overview(picture, in: screen.overviewSize)
    lines = [title] + overview.lines(of: picture, worksheet.states, node: map.node, view: view)
  }
}
