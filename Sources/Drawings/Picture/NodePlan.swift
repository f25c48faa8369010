import Autodiff
import GraphLayout
import Teaching
package import TextScreen

/// What is drawn for one node: a box with its formula, or an input's name, and the entries around it.
package struct NodePlan: Hashable {
  /// The formula, or the input with its number's place.
  package var title: String
  /// What stands below the title of a group: how much is folded into it.
  package var subtitle: String?
  package var isBox: Bool
  /// Whether it is an input that stands in the box that uses it.
  var isInBox = false
  /// Where the title begins.
  package var titlePlace = Point(column: 0, row: 0)
  /// What else is written in the box, and where: the names of operands whose entries are marks alone.
  var texts: [Text] = []
  /// The columns from the left edge to the wire.
  var boxWidth: Int
  /// The entries inside the box, below the formula: local derivatives and contributions of paths.
  package var inner: [Int] = []
  /// The entry of the node's value, above the wire or in the frame.
  package var value: Int?
  var valuePlace = Point(column: 0, row: 0)
  /// The entry of the derivative with respect to the node, below the wire or in the frame.
  package var derivative: Int?
  var derivativePlace = Point(column: 0, row: 0)
  /// The places of entries inside the box that stand in no wire's row.
  var innerPlaces: [Int: Point] = [:]
  /// Where the first of the entries inside the box begins.
  var innerColumn = 1
  /// The columns of the wire's stretch that carries entries.
  var wireWidth: Int
  package var height: Int

  struct Text: Hashable {
    var text: String
    var place: Point
    /// The operand that it names.
    var operand: Int
  }

  /// The entries that are written on the node and beside it.
  package var entries: [Int] { [value, derivative].compactMap { $0 } + inner }

  static let titleLimit = 24
  static let nameLimit = 20

  package var size: Size { Size(width: boxWidth + wireWidth, height: height) }

  /// The row of the wire that leaves, from the top of the node.
  var wireRow: Int { isBox ? 1 : 0 }

  /// The row of the first wire that enters: that of the formula, or below it where each has a row of its own.
  package var inletRow = 0

  /// The first row below the formula and the wires that enter.
  var firstFreeRow = 2

  /// - Parameter edges: the wires that enter.
  init(
    _ node: Int, at vertex: Int, in texts: PictureTexts, edges: Int, _ density: GraphDensity
  ) {
    let list = texts.list
    isBox = list.graph.nodes[node].formula != nil
    title = texts.titles[vertex].text
    let titleColumns = texts.titles[vertex].columns
    if density.hasEntries {
      value = list.forward(of: node)
      derivative = list.derivative(of: node)
    }
    guard isBox else {
      boxWidth = titleColumns + 1
      wireWidth = density.hasEntries ? 2 : 1
      height = derivative == nil ? 1 : 2
      if let derivative {
        let name = texts.named(derivative)
        wireWidth = max(wireWidth, name + density.entryWidth + 1 - boxWidth)
        derivativePlace = Point(column: name, row: 1)
      }
      return
    }
    titlePlace = Point(column: 1 + density.padding, row: 1)
    innerColumn = 1 + density.padding
    var width = titleColumns
    if density.hasEntries {
      inner = texts.inner[vertex]
      for entry in inner { width = max(width, texts.named(entry) + density.entryWidth) }
    }
    boxWidth = width + 2 * density.padding + 2
    height = 0
    wireWidth = 0
    placeBesideWire(in: texts, density)
    arrange(edges: edges, texts.slotsWithoutWire[vertex], in: list)
  }

  /// Puts the value above the wire that leaves, and the derivative below it.
  private mutating func placeBesideWire(in texts: PictureTexts, _ density: GraphDensity) {
    valuePlace = Point(column: boxWidth + 1, row: 0)
    let name = derivative.map { density.namesDerivatives ? texts.named($0) : 0 } ?? 0
    derivativePlace = Point(column: boxWidth + 1 + name, row: wireRow + 1)
    if density.hasEntries {
      wireWidth = name > 0 ? 1 + name + density.entryWidth : 2 + density.entryWidth
    }
  }

  /// What is drawn for a group: its name, how much is inside, and beside it the entries of the node through which it
  /// leads on.
  init(_ group: Folding.Group, in texts: PictureTexts, edges: Int, _ density: GraphDensity) {
    let (list, graph) = (texts.list, texts.list.graph)
    let (first, last) = (graph.nodes[group.first].name, graph.nodes[group.last].name)
    let name =
      group.head.map { graph.nodes[$0].name } ?? (first == last ? first : "\(first) … \(last)")
    title = "\(texts.isASCII ? "+" : "▸") \(name)".truncated(toColumns: NodePlan.titleLimit)
    let boxes = group.nodes.count { graph.nodes[$0].formula != nil }
    let inputs = group.nodes.count - boxes
    let counts = [
      (boxes, boxes == 1 ? "box" : "boxes"), (inputs, inputs == 1 ? "input" : "inputs"),
    ]
    let subtitle = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    self.subtitle = subtitle
    isBox = true
    titlePlace = Point(column: 1 + density.padding, row: 1)
    boxWidth = max(title.columns, subtitle.columns) + 2 * density.padding + 2
    wireWidth = 0
    inletRow = 1
    height = max(2, edges) + 2
    guard density.hasEntries, let head = group.head else {
      valuePlace = Point(column: boxWidth + 1, row: 0)
      derivativePlace = Point(column: boxWidth + 1, row: wireRow + 1)
      return
    }
    value = list.forward(of: head)
    derivative = list.derivative(of: head)
    placeBesideWire(in: texts, density)
  }

  /// Gives the wires that enter and the entries inside the box their rows.
  private mutating func arrange(edges: Int, _ withoutWire: Set<Int>, in list: EntryList) {
    let locals = inner.count { entry in
      list.entries[entry].kind == .local && !withoutWire.contains(list.entries[entry].slot ?? -1)
    }
    guard edges > 1, locals > 0 else {
      inletRow = 1
      firstFreeRow = max(2, 1 + edges)
      height = max(firstFreeRow + inner.count, 1 + edges) + 1
      if inner.isEmpty { height = max(1, edges) + 2 }
      return
    }
    inletRow = 2
    firstFreeRow = 2 + edges
    height = firstFreeRow + (inner.count - locals) + 1
  }

  /// An entry's name, cut where it is very long.
  package static func label(_ name: String) -> String { name.truncated(toColumns: nameLimit) }
}
