import TextScreen

/// The second phase: long edges cut into hops from one layer to the next.
///
/// Where the wire of a node passes a layer, a *dummy* takes its row. All wires of a node pass a layer
/// together, in one dummy, and part where they have to. The vertices of this graph are the nodes, with
/// their own indices, and after them the dummies.
struct LayeredGraph: Sendable {
  /// A piece of wire between two neighbouring layers.
  struct Hop: Sendable {
    var left: Int
    var right: Int
  }

  let graph: LayoutGraph
  /// The layer of each vertex.
  let layerOfVertex: [Int]
  /// The node whose wire passes at each vertex: for a node the node itself.
  let sources: [Int]
  /// The vertices of each layer, in the order of their sources.
  let layers: [[Int]]
  /// The hops: those that enter nodes, in the order of the graph's edges, then those that enter dummies,
  /// in the order of the dummies.
  let hops: [Hop]
  /// The hops that lead right from a vertex, and those that lead to it from the left.
  let hopsFrom: Adjacency
  let hopsInto: Adjacency

  var nodeCount: Int { graph.nodes.count }
  var vertexCount: Int { layerOfVertex.count }

  init(_ graph: LayoutGraph, _ layerOfNode: [Int]) {
    var layerOfVertex = layerOfNode
    var sources = Array(graph.nodes.indices)
    var lastLayers = layerOfNode
    for edge in graph.edges {
      lastLayers[edge.source] = max(lastLayers[edge.source], layerOfNode[edge.target] - 1)
    }
    var firstDummies = Array(repeating: 0, count: graph.nodes.count)
    var passing: [Hop] = []
    for node in graph.nodes.indices {
      firstDummies[node] = layerOfVertex.count
      var left = node
      for layer in layerOfNode[node]..<lastLayers[node] {
        let dummy = layerOfVertex.count
        layerOfVertex.append(layer + 1)
        sources.append(node)
        passing.append(Hop(left: left, right: dummy))
        left = dummy
      }
    }
    hops =
      graph.edges.map { edge in
        let passed = layerOfNode[edge.target] - layerOfNode[edge.source] - 1
        let left = passed == 0 ? edge.source : firstDummies[edge.source] + passed - 1
        return Hop(left: left, right: edge.target)
      } + passing
    var layers: [[Int]] = Array(repeating: [], count: (layerOfVertex.max() ?? -1) + 1)
    let bySource = Adjacency(keys: sources, count: graph.nodes.count)
    for vertex in bySource.items { layers[layerOfVertex[vertex]].append(vertex) }
    self.graph = graph
    self.layerOfVertex = layerOfVertex
    self.sources = sources
    self.layers = layers
    hopsFrom = Adjacency(keys: hops.map(\.left), count: layerOfVertex.count)
    hopsInto = Adjacency(keys: hops.map(\.right), count: layerOfVertex.count)
  }

  func isDummy(_ vertex: Int) -> Bool {
    vertex >= nodeCount
  }

  /// The rows that a vertex takes.
  func height(of vertex: Int) -> Int {
    isDummy(vertex) ? 1 : graph.nodes[vertex].size.height
  }

  /// The row of a vertex where its wire leaves.
  func outletRow(of vertex: Int) -> Int {
    isDummy(vertex) ? 0 : graph.nodes[vertex].outletRow
  }

  /// The row of a vertex where the topmost wire enters.
  func inletRow(of vertex: Int) -> Int {
    isDummy(vertex) ? 0 : graph.nodes[vertex].inletRow
  }
}
