import GraphLayout
import Testing
import TextScreen

/// A graph with a name for every node, written as lines of `name: operands`.
struct NamedGraph: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let names: [String]
  let graph: LayoutGraph

  /// Makes boxes as high as they have operands, three rows at least; inputs are single rows.
  init(_ description: String, _ lines: String) {
    var names: [String] = []
    var edges: [LayoutGraph.Edge] = []
    func index(of name: String) -> Int {
      if let index = names.firstIndex(of: name) { return index }
      names.append(name)
      return names.count - 1
    }
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let operands = words.dropFirst().map(index)
      let target = index(of: words[0])
      for operand in operands { edges.append(.init(source: operand, target: target)) }
    }
    self.init(description, names: names, edges: edges)
  }

  init(_ description: String, names: [String], edges: [LayoutGraph.Edge]) {
    var operandCounts = Array(repeating: 0, count: names.count)
    for edge in edges { operandCounts[edge.target] += 1 }
    let nodes = names.indices.map { node in
      let operands = operandCounts[node]
      let width = names[node].count
      return operands == 0
        ? LayoutGraph.Node(size: Size(width: width, height: 1), inletRow: 0, outletRow: 0)
        : LayoutGraph.Node(
          size: Size(width: width + 4, height: max(3, operands)),
          inletRow: operands == 1 ? 1 : 0, outletRow: max(3, operands) / 2)
    }
    testDescription = description
    self.names = names
    graph = LayoutGraph(nodes: nodes, edges: edges)
  }

  /// The drawing with a frame around every operation.
  func picture(_ layout: GraphLayout) -> [String] {
    var canvas = Canvas(size: layout.size)
    for node in graph.nodes.indices {
      let rect = layout.rect(of: node)
      guard rect.size.height > 1 else {
        canvas.write(names[node], at: rect.origin)
        continue
      }
      let bar = String(repeating: "─", count: rect.size.width - 2)
      for row in rect.rows {
        let isMiddle = row == rect.origin.row + graph.nodes[node].outletRow
        let inside = String(repeating: " ", count: rect.size.width - 2)
        let text =
          row == rect.rows.first
          ? "┌\(bar)┐"
          : row == rect.rows.last ? "└\(bar)┘" : isMiddle ? "│ \(names[node]) │" : "│\(inside)│"
        canvas.write(text, at: Point(column: rect.origin.column, row: row))
      }
    }
    canvas.drawWires(of: layout)
    return canvas.text
  }
}

extension NamedGraph {
  static let chain = NamedGraph("w → a → J", "a w\nJ a")
  static let products = NamedGraph("four formulas", "c w x\na c b\nd a y\nJ d")
  static let network = NamedGraph(
    "two-layer network",
    "t1 w1 x\nz1 t1 b1\na1 z1\nt2 w2 a1\nz2 t2 b2\na2 z2\nr a2 y\nJ r")
  static let reconvergence = NamedGraph("a b twice", "d a b\ne a b\nf d e")
  static let double = NamedGraph("b = a + a", "b a a")
  static let dense = NamedGraph(
    "2-4-4-1 network",
    (1...4).map { "p\($0) x1 x2" }.joined(separator: "\n") + "\n"
      + (1...4).map { "q\($0) p1 p2 p3 p4" }.joined(separator: "\n") + "\nJ q1 q2 q3 q4")
  static let micrograd = NamedGraph(
    "micrograd's example",
    """
    c a b
    ab a b
    b3 b
    d ab b3
    c1 c one
    c2 c c1
    na a
    c3 one2 c2
    c4 c3 na
    c5 c2 c4
    d2 d two
    ba b a
    r ba
    d3 d2 r
    d4 d d3
    d5 three d4
    bma b na
    r2 bma
    d6 d5 r2
    d7 d4 d6
    e c5 d7
    f e
    g f
    h ten f
    J g h
    """)
  static let olah = NamedGraph("e = (a + b)(b + 1)", "c a b\nd b\ne c d")
  static let unused = NamedGraph("an input unused", "a x\nJ a\nz")

  static let all = [
    chain, products, network, reconvergence, double, dense, micrograd, olah, unused,
  ]
}
