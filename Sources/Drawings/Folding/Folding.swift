package import Autodiff

/// Which parts of a graph are drawn as one box each.
///
/// What is drawn is a graph again, whose vertices are nodes and groups of nodes; a group that is folded has been a set
/// of vertices, and unfolding it gives these back. No fold makes a cycle.
package struct Folding: Hashable, Sendable {
  /// What one vertex of the drawing stands for.
  package enum Part: Hashable, Sendable {
    case node(Int)
    indirect case group(Group)
  }

  package struct Group: Hashable, Sendable {
    /// What it was before it was folded, in topological order.
    package var parts: [Part]
    /// The node through which all of it reaches the output, where there is one.
    package var head: Int?
    /// The nodes that give it its name, the first and the last of them.
    package var first: Int
    package var last: Int
    /// All nodes inside, in the order of the graph.
    package var nodes: [Int]
  }

  /// The vertices of the drawing, in topological order.
  package private(set) var parts: [Part]
  /// For each node of the graph its vertex.
  package private(set) var vertices: [Int]
  let graph: ComputationGraph
  /// Whether it began with runs, as that of a graph does which is too large to be drawn whole.
  private var isByRuns = false

  /// Nothing is folded.
  package init(_ graph: ComputationGraph) {
    self.graph = graph
    parts = graph.nodes.indices.map { .node($0) }
    vertices = Array(graph.nodes.indices)
  }

  /// Folds runs of neighbours in the order of the graph, so that about as many boxes as wanted are left.
  ///
  /// A run has no way out of itself and back, since every wire leads to a later node.
  ///
  /// - Parameters:
  ///   - count: how many runs there are at most, beside those that a node between them parts.
  ///   - nodes: what stays a box of its own, with what is near it.
  package init(_ graph: ComputationGraph, runs count: Int, around nodes: [Int] = []) {
    self.init(graph)
    isByRuns = true
    let length = max(1, (parts.count + count - 1) / count)
    let near = graph.nodes(near: nodes)
    var folded: [Part] = []
    var start = 0
    while start < graph.nodes.count {
      var end = start + 1
      if !near.contains(start) {
        while end < graph.nodes.count, end - start < length, !near.contains(end) { end += 1 }
      }
      let run = Array(parts[start..<end])
      folded.append(run.count == 1 ? run[0] : .group(Folding.group(run, head: nil, in: graph)))
      start = end
    }
    parts = folded
    index()
  }

  /// More vertices are many.
  package static let fewVertices = 200

  /// Whether a drawing takes time: one density is tried alone, and what is drawn first is a draft.
  package var isLarge: Bool { isByRuns || parts.count > Folding.fewVertices }

  package var isEmpty: Bool { parts.count == graph.nodes.count }

  /// The boxes that have others folded into them.
  var groupCount: Int { parts.indices.count { group(ofVertex: $0) != nil } }

  package func group(ofVertex vertex: Int) -> Group? {
    if case .group(let group) = parts[vertex] { group } else { nil }
  }

  /// The node that a vertex is, if it is no group.
  func node(ofVertex vertex: Int) -> Int? {
    if case .node(let node) = parts[vertex] { node } else { nil }
  }

  /// The slots of a node that have no wire of their own, since it comes from a group with that of another slot.
  func slotsWithoutWire(of node: Int) -> Set<Int> {
    guard !isEmpty else { return [] }
    let sources = graph.nodes[node].operands.map { vertices[$0] }
    let counts = Dictionary(sources.map { ($0, 1) }, uniquingKeysWith: +)
    return Set(
      sources.indices.filter {
        group(ofVertex: sources[$0]) != nil && counts[sources[$0], default: 0] > 1
      })
  }

  /// The nodes that a vertex stands for.
  package func nodes(ofVertex vertex: Int) -> [Int] { parts[vertex].nodes }

  /// Folds a vertex with all that reaches the output only through it.
  ///
  /// - Returns: whether there was anything to fold.
  /// - Complexity: O(n + e).
  package mutating func foldWhatFeeds(_ vertex: Int) -> Bool {
    let consumers = self.consumers
    var isInside = Array(repeating: false, count: parts.count)
    isInside[vertex] = true
    for other in parts.indices.prefix(vertex).reversed() {
      isInside[other] = !consumers[other].isEmpty && consumers[other].allSatisfy { isInside[$0] }
    }
    let head: Int? =
      switch parts[vertex] {
      case .node(let node): node
      case .group(let group): group.head
      }
    return fold(parts.indices.filter { isInside[$0] }, head: head)
  }

  /// Folds the vertices of a layer, with the parameters and the single steps that lead to nothing else.
  ///
  /// - Parameter layer: vertices of which none leads to another.
  /// - Returns: whether there was anything to fold.
  /// - Complexity: O(n + e).
  package mutating func fold(layer: [Int]) -> Bool {
    let consumers = self.consumers
    var isInside = Array(repeating: false, count: parts.count)
    for vertex in layer { isInside[vertex] = true }
    for vertex in parts.indices.reversed() where !isInside[vertex] {
      guard foldsIntoConsumer(vertex, consumers[vertex].count) else { continue }
      isInside[vertex] =
        !consumers[vertex].isEmpty && consumers[vertex].allSatisfy { isInside[$0] }
    }
    return fold(parts.indices.filter { isInside[$0] }, head: nil, named: layer)
  }

  /// Whether a vertex goes with the layer it leads to: a parameter, or a step with one wire on.
  private func foldsIntoConsumer(_ vertex: Int, _ consumerCount: Int) -> Bool {
    switch parts[vertex] {
    case .node(let node): graph.nodes[node].kind == .parameter || consumerCount == 1
    case .group: false
    }
  }

  /// Gives back what a group was before it was folded.
  ///
  /// - Returns: whether the vertex is a group.
  package mutating func unfold(_ vertex: Int) -> Bool {
    guard case .group(let group) = parts[vertex] else { return false }
    parts.replaceSubrange(vertex...vertex, with: group.parts)
    arrange()
    return true
  }

  /// For each vertex the one that stood for it, or for the most of it, in another folding of the graph; none for one
  /// that is new.
  package func matching(_ earlier: Folding) -> [Int?] {
    parts.map { part in
      let node: Int
      switch part {
      case .node(let own): node = own
      case .group(let group): node = group.head ?? group.first
      }
      let vertex = earlier.vertices[node]
      guard let group = earlier.group(ofVertex: vertex) else { return vertex }
      return node == group.head ?? group.first ? vertex : nil
    }
  }

  /// The same graph with nothing folded.
  package var unfolded: Folding { Folding(graph) }

  /// Unfolds what hides a node, until it is a vertex of its own.
  package mutating func show(_ node: Int) {
    while unfold(vertices[node]) {}
  }

  private mutating func fold(_ inside: [Int], head: Int?, named: [Int]? = nil) -> Bool {
    guard inside.count > 1, inside.count < parts.count else { return false }
    var group = Folding.group(inside.map { parts[$0] }, head: head, in: graph)
    if let named, let first = named.first, let last = named.last {
      group.first = parts[first].nodes[0]
      group.last = parts[last].nodes[0]
    }
    let isInside = Set(inside)
    parts = parts.indices.filter { !isInside.contains($0) }.map { parts[$0] } + [.group(group)]
    arrange()
    return true
  }

  private static func group(_ parts: [Part], head: Int?, in graph: ComputationGraph) -> Group {
    let nodes = parts.flatMap(\.nodes).sorted()
    let named = nodes.filter { graph.nodes[$0].formula != nil }
    return Group(
      parts: parts, head: head, first: named.first ?? nodes[0],
      last: named.last ?? nodes[nodes.count - 1], nodes: nodes)
  }

  /// For each vertex those that use it, each once.
  package var consumers: [[Int]] {
    var consumers: [[Int]] = Array(repeating: [], count: parts.count)
    for (node, vertex) in vertices.enumerated() {
      for operand in graph.nodes[node].operands where vertices[operand] != vertex {
        if consumers[vertices[operand]].last != vertex {
          consumers[vertices[operand]].append(vertex)
        }
      }
    }
    return consumers
  }

  private mutating func index() {
    for (vertex, part) in parts.enumerated() {
      for node in part.nodes { vertices[node] = vertex }
    }
  }

  /// Puts the vertices into topological order, as near to that of the graph as can be.
  private mutating func arrange() {
    parts.sort { $0.firstNode < $1.firstNode }
    index()
    var operands: [[Int]] = Array(repeating: [], count: parts.count)
    for (vertex, consumers) in consumers.enumerated() {
      for consumer in consumers { operands[consumer].append(vertex) }
    }
    var order: [Int] = []
    order.reserveCapacity(parts.count)
    var isPlaced = Array(repeating: false, count: parts.count)
    for start in parts.indices where !isPlaced[start] {
      // What a vertex is made of stands before it.
      var open = [start]
      while let vertex = open.last {
        let missing = operands[vertex].filter { !isPlaced[$0] }
        guard missing.isEmpty || isPlaced[vertex] else {
          open += missing.reversed()
          continue
        }
        open.removeLast()
        guard !isPlaced[vertex] else { continue }
        isPlaced[vertex] = true
        order.append(vertex)
      }
    }
    parts = order.map { parts[$0] }
    index()
  }
}

extension Folding.Part {
  package var nodes: [Int] {
    switch self {
    case .node(let node): [node]
    case .group(let group): group.nodes
    }
  }

  fileprivate var firstNode: Int {
    switch self {
    case .node(let node): node
    case .group(let group): group.nodes[0]
    }
  }
}
