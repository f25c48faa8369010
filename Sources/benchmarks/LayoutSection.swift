import Glibc
import GraphLayout
import RandomNumbers
import TextScreen

/// Drawings of random graphs, beside Graphviz dot on the same graphs in the same run.
struct LayoutSection {
  /// A layered random graph, whose edges lead from one to three layers back.
  private struct Graph {
    var name: String
    var nodeCount: Int
    /// Whether sources lie near their targets; any node of a layer is as likely else.
    var isLocal: Bool
    var seed: UInt64

    static let all = [200, 1000, 5000].flatMap { count in
      [
        Graph(
          name: "rand\(count)", nodeCount: count, isLocal: false, seed: 42 + UInt64(count)),
        Graph(
          name: "local\(count)", nodeCount: count, isLocal: true, seed: 43 + UInt64(count)),
      ]
    }

    var edges: [LayoutGraph.Edge] {
      var numbers = SplitMix64(seed: seed)
      func fraction() -> Double { Double(numbers.next() >> 11) * 0x1p-53 }
      let layerCount = Int(Double(nodeCount).squareRoot().rounded(.up))
      var layers: [[Int]] = Array(repeating: [], count: layerCount)
      for node in 0..<nodeCount { layers[node * layerCount / nodeCount].append(node) }
      var edges: [LayoutGraph.Edge] = []
      for layer in 1..<layerCount {
        for (place, target) in layers[layer].enumerated() {
          var sources: Set<Int> = []
          for _ in 0..<(fraction() < 0.4 ? 1 : 2) {
            let distance = fraction()
            let from = layers[
              max(0, layer - (distance < 0.8 ? 1 : distance < 0.92 ? 2 : 3))]
            let near = place * from.count / layers[layer].count
            let source =
              isLocal
              ? min(from.count - 1, max(0, near + Int(fraction() * 5) - 2))
              : Int(fraction() * Double(from.count))
            sources.insert(from[source])
          }
          edges += sources.sorted().map { LayoutGraph.Edge(source: $0, target: target) }
        }
      }
      return edges
    }

    var layoutGraph: LayoutGraph {
      let edges = edges
      var inlets = Array(repeating: 0, count: nodeCount)
      for edge in edges { inlets[edge.target] += 1 }
      let nodes = inlets.map { inlets in
        LayoutGraph.Node(
          size: Size(width: 8, height: max(3, inlets)), inletRow: inlets == 1 ? 1 : 0,
          outletRow: 1)
      }
      return LayoutGraph(nodes: nodes, edges: edges)
    }
  }

  var section: Section {
    let measured = Graph.all.map(row)
    return Section(
      name: "layout",
      title: "Layout: a first picture, the whole search, and its longest slice, beside dot",
      heading: "graph",
      columns: [
        "first ÷ dot", "whole ÷ dot", "first ms", "slice ms", "whole ms", "dot ms",
        "first crossings", "crossings", "bends", "wire cells", "columns", "rows",
      ],
      rows: measured,
      notes: measured.allSatisfy { $0.numbers[0] == nil } ? ["dot: not there"] : [])
  }

  private func row(_ graph: Graph) -> Section.Row {
    let layoutGraph = graph.layoutGraph
    let dot = milliseconds { Self.runDot(graph) }
    var first: LayoutRefinement?
    let firstTime = milliseconds {
      first = LayoutRefinement(layoutGraph)
      return true
    }
    guard var refinement = first else { return Section.Row(name: graph.name, numbers: []) }
    let firstCrossings = refinement.layout.crossings
    var longest = 0.0
    while !refinement.isFinished {
      let slice = milliseconds {
        refinement.improve()
        return true
      }
      longest = max(longest, slice ?? 0)
    }
    var layout = refinement.layout
    let whole = milliseconds {
      layout = GraphLayout(layoutGraph)
      return true
    }
    let bends = layout.wires.reduce(0) { $0 + $1.points.count - 2 }
    let cells = layout.wires.reduce(0) { sum, wire in
      zip(wire.points, wire.points.dropFirst()).reduce(sum) { sum, ends in
        sum + abs(ends.0.row - ends.1.row) + abs(ends.0.column - ends.1.column)
      }
    }
    func ratio(_ time: Double?) -> Double? {
      guard let time, let dot else { return nil }
      return time / dot
    }
    let counts = [
      firstCrossings, layout.crossings, bends, cells, layout.size.width, layout.size.height,
    ]
    return Section.Row(
      name: graph.name,
      numbers: [ratio(firstTime), ratio(whole), firstTime, longest, whole, dot]
        + counts.map { Double($0) })
  }

  /// Milliseconds that something takes; `nil` if it says that it failed.
  private func milliseconds(_ work: () -> Bool) -> Double? {
    let begin = Stopwatch.now
    return work() ? (Stopwatch.now - begin) / 1e6 : nil
  }

  /// Draws a graph with dot, whose result nobody reads.
  private static func runDot(_ graph: Graph) -> Bool {
    let file = "/tmp/backprop-benchmark-\(getpid()).dot"
    defer { unlink(file) }
    let lines = graph.edges.map { "n\($0.source) -> n\($0.target);\n" }.joined()
    guard TextFile.write("digraph {\n\(lines)}\n", to: file) else { return false }
    let arguments = ["dot", "-Tplain", "-o/dev/null", file]
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawnp(&process, "dot", nil, nil, words, environ) == 0 else { return false }
    var status: CInt = 0
    waitpid(process, &status, 0)
    return status == 0
  }
}
