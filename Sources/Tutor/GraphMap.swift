import Autodiff
import GraphLayout
import Teaching
import TextScreen

/// A walk over the page's graph, with an overview of the whole: the place in hand, and what is looked for.
struct GraphMap: Hashable {
  /// The node in hand, or one inside the group in hand.
  var node: Int
  /// The node from which the last step along a wire came, so that the way back is the first to be offered.
  var from: Int?
}

/// The overview of a whole graph in a few lines, a character for all that lies there.
struct OverviewLines {
  private(set) var lines: [StyledText] = []

  private struct Spot {
    var count = 0
    var isInHand = false
    var isWrong = false
    var isOpen = false
    var isDone = false
  }

  /// - Parameters:
  ///   - view: the part of the drawing that is in view above.
  ///   - size: the room for the overview.
  init(_ session: Session, _ picture: GraphPicture, node: Int, view: Rect, in size: Size) {
    guard size.width > 0, size.height > 0, let worksheet = session.worksheet else { return }
    let extent = picture.layout.size
    let across = max(1, (extent.width + size.width - 1) / size.width)
    let down = max(1, (extent.height + size.height - 1) / size.height)
    let (columns, rows) = (
      min(size.width, max(1, (extent.width + across - 1) / across)),
      min(size.height, max(1, (extent.height + down - 1) / down))
    )
    var spots = Array(repeating: Spot(), count: columns * rows)
    var spotOfVertex: [Int] = []
    spotOfVertex.reserveCapacity(picture.plans.count)
    for vertex in picture.plans.indices {
      let rect = picture.layout.rect(of: vertex)
      let column = min(columns - 1, (rect.origin.column + rect.size.width / 2) / across)
      let row = min(rows - 1, (rect.origin.row + picture.plans[vertex].wireRow) / down)
      spotOfVertex.append(row * columns + column)
      spots[row * columns + column].count += 1
    }
    for (entry, state) in zip(worksheet.entries, worksheet.states) {
      let spot = spotOfVertex[picture.folding.vertices[entry.node]]
      if case .wrong = state { spots[spot].isWrong = true }
      if state.isOpen { spots[spot].isOpen = true } else { spots[spot].isDone = true }
    }
    spots[spotOfVertex[picture.folding.vertices[node]]].isInHand = true
    lines = (0..<rows).map { row in
      var line = StyledText()
      for column in 0..<columns {
        let isInView =
          (column * across..<(column + 1) * across).overlaps(view.columns)
          && (row * down..<(row + 1) * down).overlaps(view.rows)
        let (text, role) = OverviewLines.sign(spots[row * columns + column], isInView: isInView)
        line.append(text, Style(role, isFocused: isInView))
      }
      return line
    }
  }

  private static func sign(_ spot: Spot, isInView: Bool) -> (String, Style.Role) {
    if spot.isInHand { return ("○", .lit) }
    guard spot.count > 0 else { return (" ", .key) }
    let role: Style.Role =
      spot.isWrong
      ? .wrong
      : spot.isOpen || isInView
        ? (isInView ? .key : .plain)
        : spot.isDone ? .derivative : .faint
    return (spot.count == 1 ? "•" : "█", role)
  }
}
