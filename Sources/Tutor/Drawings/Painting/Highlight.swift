/// What is lit on a drawing of a graph.
struct Highlight: Hashable {
  struct Wire: Hashable {
    var source: Int
    var target: Int
  }

  var nodes: Set<Int> = []
  var wires: Set<Wire> = []
  /// For each node how far it moved.
  var changes: [Int: Double] = [:]
}
