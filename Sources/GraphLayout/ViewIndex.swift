public import TextScreen

/// Finds what of a layout lies in a view, without looking at all of it.
///
/// The drawing is cut into tiles; each knows the nodes and the wires that touch it.
public struct ViewIndex: Hashable, Sendable {
  private static let tile = Size(width: 64, height: 24)

  private let across: Int
  private let down: Int
  private var nodes: [[Int32]]
  private var wires: [[Int32]]

  /// - Complexity: O(n + t) in the nodes and in the tiles that wires and nodes touch.
  public init(_ layout: GraphLayout) {
    let tile = ViewIndex.tile
    across = max(1, (layout.size.width + tile.width - 1) / tile.width)
    down = max(1, (layout.size.height + tile.height - 1) / tile.height)
    nodes = Array(repeating: [], count: across * down)
    wires = nodes
    for node in layout.places.indices {
      let touched = tiles(in: layout.rect(of: node))
      for row in touched.rows {
        for column in touched.columns { nodes[row * across + column].append(Int32(node)) }
      }
    }
    for (edge, wire) in layout.wires.enumerated() {
      for (from, to) in zip(wire.points, wire.points.dropFirst()) {
        let rect = Rect(
          column: min(from.column, to.column), row: min(from.row, to.row),
          width: abs(to.column - from.column) + 1, height: abs(to.row - from.row) + 1)
        let touched = tiles(in: rect)
        for row in touched.rows {
          for column in touched.columns where wires[row * across + column].last != Int32(edge) {
            wires[row * across + column].append(Int32(edge))
          }
        }
      }
    }
  }

  /// The rows and columns of tiles that a rectangle touches.
  private func tiles(in rect: Rect) -> (rows: Range<Int>, columns: Range<Int>) {
    let tile = ViewIndex.tile
    func range(_ span: Range<Int>, _ size: Int, _ count: Int) -> Range<Int> {
      let first = min(max(0, span.lowerBound / size), count)
      let end = min(max(first, (span.upperBound + size - 1) / size), count)
      return first..<end
    }
    return (range(rect.rows, tile.height, down), range(rect.columns, tile.width, across))
  }

  /// The nodes whose tiles touch a view, in their order; some may lie just outside.
  public func nodes(in view: Rect) -> [Int] { found(nodes, in: view) }

  /// The edges whose wires may pass a view, in their order.
  public func edges(in view: Rect) -> [Int] { found(wires, in: view) }

  private func found(_ lists: [[Int32]], in view: Rect) -> [Int] {
    let touched = tiles(in: view)
    let tiles = touched.rows.flatMap { row in touched.columns.map { row * across + $0 } }
    guard tiles.count > 1 else { return tiles.first.map { lists[$0].map(Int.init) } ?? [] }
    var all = tiles.flatMap { lists[$0] }
    all.sort()
    var found: [Int] = []
    for item in all where found.last != Int(item) { found.append(Int(item)) }
    return found
  }
}
