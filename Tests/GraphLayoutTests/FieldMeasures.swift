import GraphLayout
import TextScreen

/// What the field measures of a layered drawing, taken from the drawing alone.
///
/// An edge passes every layer between its ends at one row. A crossing is a pair of edges whose order is
/// not the same in two neighbouring layers, those at one place there left out. Edges that share a wire
/// count one by one, as they do in the measurements of other programs.
struct FieldMeasures: Hashable {
  var crossings = 0
  /// The layers that edges pass between their ends.
  var dummies = 0
  var bends = 0
  var wireLength = 0
  var size: Size

  init(_ layout: GraphLayout) {
    size = layout.size
    let columns = Set(layout.places.map(\.column)).sorted()
    var pairs: [[(left: Int, right: Int)]] = Array(repeating: [], count: columns.count)
    let layers = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    for (edge, wire) in zip(layout.graph.edges, layout.wires) {
      let (start, end) = (layout.places[edge.source], layout.places[edge.target])
      guard let first = layers[start.column], let last = layers[end.column] else { continue }
      let passed = columns[(first + 1)..<last].map { Self.row(of: wire, at: $0) }
      let rows = [start.row] + passed + [end.row]
      for (index, row) in rows.dropLast().enumerated() {
        pairs[first + index].append((row, rows[index + 1]))
      }
      dummies += passed.count
      bends += wire.points.count - 2
      for (a, b) in zip(wire.points, wire.points.dropFirst()) {
        wireLength += abs(a.row - b.row) + abs(a.column - b.column)
      }
    }
    crossings = pairs.reduce(0) { $0 + Self.inversions($1) }
  }

  private static func row(of wire: GraphLayout.Wire, at column: Int) -> Int {
    zip(wire.points, wire.points.dropFirst()).first { from, to in
      from.column <= column && column < to.column
    }?.0.row ?? -1
  }

  /// The pairs that stand in opposite orders on the left and on the right, by a tree of counts.
  private static func inversions(_ pairs: [(left: Int, right: Int)]) -> Int {
    let sorted = pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    let rights = Set(pairs.map(\.right)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(rights, 1...max(1, rights.count)))
    var tree = Array(repeating: 0, count: rights.count + 1)
    var (total, seen, start) = (0, 0, 0)
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.left != sorted[start].left } ?? sorted.count
      let group = sorted[start..<end].map { places[$0.right, default: 0] }
      for place in group {
        total += seen
        var node = place
        while node > 0 {
          total -= tree[node]
          node &= node - 1
        }
      }
      for place in group {
        var node = place
        while node < tree.count {
          tree[node] += 1
          node += node & -node
        }
      }
      seen += group.count
      start = end
    }
    return total
  }
}
