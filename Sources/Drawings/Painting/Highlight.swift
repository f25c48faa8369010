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

  package var nodes: Set<Int>
  package var wires: Set<Wire>
  /// For each node how far it moved.
  package var changes: [Int: Double]

  package init(nodes: Set<Int> = [], wires: Set<Wire> = [], changes: [Int: Double] = [:]) {
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
