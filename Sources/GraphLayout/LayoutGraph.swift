public import TextScreen

/// A directed acyclic graph of sized boxes that wants to be drawn.
///
/// Nodes are in topological order: every edge leads from a lower index to a higher one.
public struct LayoutGraph: Hashable, Sendable {
  /// A rectangle that no wire may enter, and where wires join it.
  public struct Node: Hashable, Sendable {
    /// The rectangle reserved for the node, at least one cell each way.
    public var size: Size
    /// The row of the rectangle where the topmost wire enters; the next ones follow row by row.
    public var inletRow: Int
    /// The row of the rectangle where the node's wire leaves.
    public var outletRow: Int

    public init(size: Size, inletRow: Int, outletRow: Int) {
      self.size = size
      self.inletRow = inletRow
      self.outletRow = outletRow
    }
  }

  /// A wire that is wanted; `a + a` has two from `a`.
  public struct Edge: Hashable, Sendable {
    public var source: Int
    public var target: Int

    public init(source: Int, target: Int) {
      self.source = source
      self.target = target
    }
  }

  public let nodes: [Node]
  public let edges: [Edge]

  /// Makes a graph of nodes in topological order.
  ///
  /// - Precondition: the source of an edge stands before its target, and the rows of all inlets and
  ///   outlets lie inside their rectangles.
  public init(nodes: [Node], edges: [Edge]) {
    var inlets = Array(repeating: 0, count: nodes.count)
    for edge in edges {
      precondition(
        0 <= edge.source && edge.source < edge.target && edge.target < nodes.count,
        "an edge leads from a node to a later one")
      inlets[edge.target] += 1
    }
    for (node, inlets) in zip(nodes, inlets) {
      precondition(node.size.width > 0 && node.size.height > 0, "a node takes at least one cell")
      precondition(
        (0..<node.size.height).contains(node.outletRow), "the outlet lies beside its node")
      precondition(
        node.inletRow >= 0 && node.inletRow + inlets <= node.size.height,
        "a node has a row for every wire that enters")
    }
    self.nodes = nodes
    self.edges = edges
  }
}
