import Expressions
import TextScreen

/// What is lit on a drawing of a graph.
package struct Highlight: Hashable {
  package struct Wire: Hashable {
    package var source: Int
    package var target: Int

    package init(from source: Int, to target: Int) {
      self.source = source
      self.target = target
    }
  }

  /// How far a node moved.
  package enum Change: Hashable {
    case number(Double)
    /// So many cells of so many moved.
    case cells(Int, of: Int)
  }

  package var nodes: Set<Int>
  package var wires: Set<Wire>
  /// For each node how far it moved.
  package var changes: [Int: Change]

  package init(nodes: Set<Int> = [], wires: Set<Wire> = [], changes: [Int: Change] = [:]) {
    self.nodes = nodes
    self.wires = wires
    self.changes = changes
  }

  package mutating func add(_ other: Highlight) {
    nodes.formUnion(other.nodes)
    wires.formUnion(other.wires)
    changes.merge(other.changes) { $1 }
  }
}

extension Highlight.Change {
  /// How far it moved in at most so many columns, and the sign that stands for it where there is room for no more.
  func text(columns: Int) -> (text: String, sign: String) {
    switch self {
    case .number(let change):
      let sign = change < 0 ? "-" : "+"
      return (sign + abs(change).text(columns: max(1, columns - sign.columns)), sign)
    case .cells(let count, let all):
      let text = "\(count) of \(all)"
      return (text.columns > columns ? "\(count)/\(all)".truncated(toColumns: columns) : text, "*")
    }
  }
}
