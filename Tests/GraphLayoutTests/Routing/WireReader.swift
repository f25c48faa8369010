import GraphLayout
import TextScreen

/// Follows drawn wires by their characters alone, from the outlets of nodes to arrow heads.
struct WireReader {
  struct Misreading: Error, Hashable {
    var point: Point
    var character: Character
  }

  private enum Direction: CaseIterable {
    case left, right, up, down

    var step: Point {
      switch self {
      case .left: Point(column: -1, row: 0)
      case .right: Point(column: 1, row: 0)
      case .up: Point(column: 0, row: -1)
      case .down: Point(column: 0, row: 1)
      }
    }

    var opposite: Direction {
      switch self {
      case .left: .right
      case .right: .left
      case .up: .down
      case .down: .up
      }
    }
  }

  private static let arms: [Character: Set<Direction>] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.right, .down], "┐": [.left, .down],
    "└": [.right, .up], "┘": [.left, .up], "├": [.up, .down, .right], "┤": [.up, .down, .left],
    "┬": [.left, .right, .down], "┴": [.left, .right, .up], "●": [.left, .right, .up, .down],
  ]

  private let layout: GraphLayout
  private let canvas: Canvas
  /// The node whose box covers a cell.
  private let owners: [Point: Int]
  private(set) var visited: Set<Point> = []

  /// - Parameter smudge: changes what was drawn before it is read.
  init(_ layout: GraphLayout, smudge: (inout Canvas) -> Void = { _ in }) {
    self.layout = layout
    var canvas = Canvas(size: layout.size)
    canvas.drawWires(of: layout)
    smudge(&canvas)
    var owners: [Point: Int] = [:]
    for node in layout.graph.nodes.indices {
      let rect = layout.rect(of: node)
      canvas.fill(rect, with: Cell("█"))
      for row in rect.rows {
        for column in rect.columns { owners[Point(column: column, row: row)] = node }
      }
    }
    self.canvas = canvas
    self.owners = owners
  }

  /// Reads all wires: the edges, sorted, each as often as it is drawn.
  ///
  /// All that it knows of the layout is where boxes are and at which row of a box its wire leaves.
  mutating func edges() throws(Misreading) -> [[Int]] {
    var edges: [[Int]] = []
    for source in layout.graph.nodes.indices {
      let rect = layout.rect(of: source)
      let start = Point(
        column: rect.columns.upperBound,
        row: rect.origin.row + layout.graph.nodes[source].outletRow)
      guard canvas[start] != .empty else { continue }
      for head in try heads(from: start) {
        guard let target = owners[head + Point(column: 1, row: 0)] else {
          throw Misreading(point: head, character: "▶")
        }
        edges.append([source, target])
      }
    }
    return edges.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The cells that have ink which no wire was followed over.
  var unread: [Point] {
    inked.filter { !visited.contains($0) }
  }

  /// The cells of wires.
  var inked: [Point] {
    canvas.bounds.rows.flatMap { row in
      canvas.bounds.columns.map { Point(column: $0, row: row) }
    }.filter { canvas[$0] != .empty && owners[$0] == nil }
  }

  /// Follows every branch to its arrow head.
  private mutating func heads(from start: Point) throws(Misreading) -> [Point] {
    struct Step: Hashable {
      var point: Point
      var direction: Direction
    }
    var heads: [Point] = []
    var steps = [Step(point: start, direction: .right)]
    var taken: Set<Step> = []
    while let step = steps.popLast() {
      guard taken.insert(step).inserted else { continue }
      let character = canvas[step.point].character
      visited.insert(step.point)
      if character == "▶", step.direction == .right {
        heads.append(step.point)
      } else if character == "┼" {
        let next = step.point + step.direction.step
        steps.append(Step(point: next, direction: step.direction))
      } else if let arms = Self.arms[character], arms.contains(step.direction.opposite) {
        for direction in Direction.allCases
        where arms.contains(direction) && direction != step.direction.opposite {
          steps.append(Step(point: step.point + direction.step, direction: direction))
        }
      } else {
        throw Misreading(point: step.point, character: character)
      }
    }
    return heads
  }
}

extension LayoutGraph {
  /// The edges as pairs of numbers, sorted.
  var sortedEdges: [[Int]] {
    edges.map { [$0.source, $0.target] }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
