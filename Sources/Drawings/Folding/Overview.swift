import GraphLayout
package import Teaching
package import TextScreen

/// A whole drawing in a few lines, a character for all that lies there.
///
/// What does not change while one walks is counted once.
package struct Overview: Hashable {
  private struct Spot: Hashable {
    /// The vertices here, and the entries at their nodes.
    package var vertices = 0
    package var entries = 0
  }

  /// The columns and the rows of the drawing that are one character.
  private let across: Int
  private let down: Int
  private let columns: Int
  private let rows: Int
  private var spots: [Spot]
  /// For each vertex its spot.
  private var spotOfVertex: [Int32] = []

  /// - Parameter size: the room for the overview.
  /// - Complexity: O(n) in the vertices and the entries.
  package init(_ picture: GraphPicture, in size: Size) {
    let extent = picture.layout.size
    let room = Size(width: max(1, size.width), height: max(1, size.height))
    across = max(1, (extent.width + room.width - 1) / room.width)
    down = max(1, (extent.height + room.height - 1) / room.height)
    columns = min(room.width, max(1, (extent.width + across - 1) / across))
    rows = min(room.height, max(1, (extent.height + down - 1) / down))
    spots = Array(repeating: Spot(), count: columns * rows)
    spotOfVertex.reserveCapacity(picture.plans.count)
    for (vertex, plan) in picture.plans.enumerated() {
      let rect = picture.layout.rect(of: vertex)
      let column = min(columns - 1, (rect.origin.column + rect.size.width / 2) / across)
      let row = min(rows - 1, (rect.origin.row + plan.wireRow) / down)
      spotOfVertex.append(Int32(row * columns + column))
      spots[row * columns + column].vertices += 1
    }
    for entry in picture.list.entries where entry.later == nil {
      spots[Int(spotOfVertex[picture.folding.vertices[entry.node]])].entries += 1
    }
  }

  /// The lines of the overview.
  ///
  /// - Parameters:
  ///   - node: the focused node.
  ///   - view: the part of the drawing that is in view.
  /// - Complexity: O(s + k) in the characters and in the entries that are not empty.
  package func lines(
    of picture: GraphPicture, _ states: EntryStates, node: Int, view: Rect
  ) -> [StyledText] {
    var closed: [Int: Int] = [:]
    var wrong: Set<Int> = []
    // What has no verdict yet has no colour of one.
    var waiting: Set<Int> = []
    for (entry, state) in states.filled {
      let spot = spot(of: picture.list.entries[entry].node, in: picture)
      if state.isOpen { wrong.insert(spot) } else { closed[spot, default: 0] += 1 }
      if state.isAnswered { waiting.insert(spot) }
    }
    let focused = spot(of: node, in: picture)
    return (0..<rows).map { row in
      let isRowInView = (row * down..<(row + 1) * down).overlaps(view.rows)
      var line = StyledText()
      var (run, style) = ("", Style.plain)
      for column in 0..<columns {
        let index = row * columns + column
        let isInView =
          isRowInView && (column * across..<(column + 1) * across).overlaps(view.columns)
        let (sign, role) =
          index == focused
          ? ("○", .lit)
          : sign(
            spots[index], closed: closed[index] ?? 0, isWrong: wrong.contains(index),
            isWaiting: waiting.contains(index),
            isInView: isInView)
        let next = Style(role, isFocused: isInView)
        if next != style {
          line.append(run, style)
          (run, style) = ("", next)
        }
        run += sign
      }
      line.append(run, style)
      return line
    }
  }

  private func spot(of node: Int, in picture: GraphPicture) -> Int {
    Int(spotOfVertex[picture.folding.vertices[node]])
  }

  private func sign(
    _ spot: Spot, closed: Int, isWrong: Bool, isWaiting: Bool, isInView: Bool
  ) -> (String, Style.Role) {
    guard spot.vertices > 0 else { return (" ", .key) }
    let isOpen = spot.entries > closed
    let role: Style.Role =
      isWrong
      ? .wrong
      : isOpen || isInView
        ? (isInView ? .key : .plain) : closed > 0 && !isWaiting ? .derivative : .faint
    return (spot.vertices == 1 ? "•" : "█", role)
  }
}
