/// What is lit on a drawing.
struct Highlight: Hashable {
  var nodes: Set<Int> = []
  var wires: Set<Wire> = []
  /// For each node how far it moved.
  var changes: [Int: Double] = [:]

  struct Wire: Hashable {
    var source: Int
    var target: Int
  }
}
