import Foundation
import GraphLayout
import Testing

/// A graph of `Graphs/`, with the crossings that other programs need for it.
///
/// Measured with Graphviz dot 2.43, the Eclipse Layout Kernel, dagre, and OGDF's layers by barycentres,
/// all of their crossings counted between neighbouring layers, long edges passing each layer between.
struct BenchGraph: Sendable, CustomTestStringConvertible {
  let name: String
  /// The crossings of dot's drawing.
  let dot: Int
  /// The fewest crossings of any program's drawing.
  let best: Int
  /// The crossings of ours when these bars were last set: a bound, so that it never gets worse unseen.
  let ours: Int

  var testDescription: String { name }

  static let all = [
    BenchGraph(name: "colah", dot: 0, best: 0, ours: 0),
    BenchGraph(name: "seed", dot: 0, best: 0, ours: 0),
    BenchGraph(name: "seed2", dot: 0, best: 0, ours: 0),
    BenchGraph(name: "micrograd", dot: 7, best: 6, ours: 6),
    BenchGraph(name: "mlp231", dot: 3, best: 3, ours: 3),
    BenchGraph(name: "neuron2441", dot: 42, best: 42, ours: 42),
    BenchGraph(name: "mlp2441", dot: 37, best: 34, ours: 31),
    BenchGraph(name: "rand50", dot: 16, best: 14, ours: 14),
    BenchGraph(name: "local50", dot: 6, best: 6, ours: 6),
    BenchGraph(name: "rand200", dot: 307, best: 280, ours: 257),
    BenchGraph(name: "local200", dot: 118, best: 118, ours: 108),
    BenchGraph(name: "mlp8881", dot: 598, best: 595, ours: 470),
    BenchGraph(name: "rand1000", dot: 6257, best: 6068, ours: 4960),
    BenchGraph(name: "local1000", dot: 719, best: 670, ours: 603),
  ]

  static func named(_ name: String) throws -> BenchGraph {
    try #require(all.first { $0.name == name })
  }

  /// Graphs whose every wire is read in a test.
  static let readable = all.filter { !["rand1000", "local1000"].contains($0.name) }

  /// The nodes by their labels, in topological order.
  func graph() throws -> NamedGraph {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Graphs/\(name).edges")
    var labels: [String] = []
    var edges: [(source: Int, target: Int)] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      if words[0] != "#" {
        edges.append((try #require(Int(words[0])), try #require(Int(words[1]))))
      } else if words[1] == "label" {
        labels.append(String(words[3]))
      }
    }
    return NamedGraph(name, labels, edges)
  }
}

extension NamedGraph {
  /// Puts nodes into topological order, those that are ready earliest first.
  init(_ description: String, _ labels: [String], _ edges: [(source: Int, target: Int)]) {
    var waiting = Array(repeating: 0, count: labels.count)
    var targets: [[Int]] = Array(repeating: [], count: labels.count)
    for edge in edges {
      waiting[edge.target] += 1
      targets[edge.source].append(edge.target)
    }
    var order = labels.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for target in targets[order[next]] {
        waiting[target] -= 1
        if waiting[target] == 0 { order.append(target) }
      }
      next += 1
    }
    var numbers = Array(repeating: 0, count: labels.count)
    for (number, node) in order.enumerated() { numbers[node] = number }
    self.init(
      description, names: order.map { labels[$0] },
      edges: edges.map { .init(source: numbers[$0.source], target: numbers[$0.target]) })
  }
}
