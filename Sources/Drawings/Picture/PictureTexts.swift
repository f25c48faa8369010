import Autodiff
import Expressions
import GraphLayout
import Teaching
import TextScreen

/// What is written in the drawing of a graph, and what is joined in it: the same however densely it is drawn.
///
/// A class, because every way to draw the graph refers to it while many are tried, and nothing in it changes.
final class PictureTexts {
  /// A text with the columns that it takes.
  struct Label: Hashable {
    var text: String
    var columns: Int

    init(_ text: String, cutTo limit: Int) {
      self.text = text.truncated(toColumns: limit)
      columns = self.text.columns
    }
  }

  let list: EntryList
  let folding: Folding
  let isASCII: Bool
  /// All edges.
  let edges: [LayoutGraph.Edge]
  /// For each vertex how many wires enter.
  let inletCounts: [Int]
  /// For each vertex that is a node its formula, or its number; nothing for a group.
  let titles: [Label]
  /// For each vertex that is a node its name as a title.
  let names: [Label]
  /// For each vertex that is a node its name where an operand's entries stand.
  let shortNames: [Label]
  /// For each vertex that is a node the entries inside its box.
  let inner: [[Int]]
  /// For each vertex the slots of operands that have no wire of their own.
  let slotsWithoutWire: [Set<Int>]
  /// For each vertex that is an input which boxes alone use, the first of these; `nil` for others.
  let homes: [Int?]
  /// The columns of the names of the entries that have a place on the drawing.
  private let labelColumns: [Int]

  private static let shortLimit = 8

  init(
    of list: EntryList, _ folding: Folding, values: (Int) -> String, isASCII: Bool,
    titleLimit: Int
  ) {
    self.list = list
    self.folding = folding
    self.isASCII = isASCII
    let (graph, parts) = (list.graph, folding.parts)
    let edges = folding.edges
    self.edges = edges
    var inletCounts = Array(repeating: 0, count: parts.count)
    for edge in edges { inletCounts[edge.target] += 1 }
    self.inletCounts = inletCounts
    titles = parts.map { part in
      guard case .node(let node) = part else { return Label("", cutTo: titleLimit) }
      let (name, formula) = (graph.nodes[node].name, graph.nodes[node].formula)
      let shape = graph.shape(of: node)
      guard formula != nil || shape.isNumber else {
        return Label("\(name)  \(shape.text)", cutTo: titleLimit)
      }
      let text = formula?.expression.text(isASCII: isASCII) ?? values(node)
      // Where shapes are asked they stand at the wires.
      let isShaped = graph.hasArrays && formula != nil && !list.asksForArrays
      return Label(
        "\(name) = \(text)" + (isShaped ? "  \(shape.text)" : ""), cutTo: titleLimit)
    }
    func names(cutTo limit: Int) -> [Label] {
      parts.map { part in
        guard case .node(let node) = part else { return Label("", cutTo: limit) }
        return Label(graph.nodes[node].name, cutTo: limit)
      }
    }
    self.names = names(cutTo: titleLimit)
    shortNames = names(cutTo: PictureTexts.shortLimit)
    var inner: [[Int]] = Array(repeating: [], count: parts.count)
    for (index, entry) in list.entries.enumerated()
    where (entry.kind == .local || entry.kind == .contribution) && !entry.isCell {
      let vertex = folding.vertices[entry.node]
      if case .node = parts[vertex] { inner[vertex].append(index) }
    }
    self.inner = inner
    slotsWithoutWire = parts.map { part in
      if case .node(let node) = part { folding.slotsWithoutWire(of: node) } else { [] }
    }
    homes = PictureTexts.homes(graph, folding, edges)
    var columns = Array(repeating: 0, count: list.entries.count)
    for (vertex, part) in parts.enumerated() {
      let head: Int? =
        switch part {
        case .node(let node): node
        case .group(let group): group.head
        }
      guard let head else { continue }
      for entry in [list.forward(of: head), list.derivative(of: head)].compactMap({ $0 })
        + inner[vertex]
      {
        columns[entry] = NodePlan.label(list.entries[entry].name).columns
      }
    }
    labelColumns = columns
  }

  /// The name of a node where an operand's entries stand.
  func shortName(of node: Int) -> Label {
    let vertex = folding.vertices[node]
    guard case .group = folding.parts[vertex] else { return shortNames[vertex] }
    return Label(list.graph.nodes[node].name, cutTo: PictureTexts.shortLimit)
  }

  /// The columns of an entry's name with the blank behind it.
  func named(_ entry: Int) -> Int { labelColumns[entry] + 1 }

  /// For each input that boxes alone use the first of them.
  private static func homes(
    _ graph: ComputationGraph, _ folding: Folding, _ edges: [LayoutGraph.Edge]
  ) -> [Int?] {
    var homes = [Int?](repeating: nil, count: folding.parts.count)
    var isUsedByGroup = Array(repeating: false, count: folding.parts.count)
    for edge in edges {
      guard case .node(let source) = folding.parts[edge.source],
        graph.nodes[source].formula == nil
      else { continue }
      if case .group = folding.parts[edge.target] { isUsedByGroup[edge.source] = true }
      homes[edge.source] = homes[edge.source] ?? edge.target
    }
    for vertex in homes.indices where isUsedByGroup[vertex] { homes[vertex] = nil }
    return homes
  }
}
