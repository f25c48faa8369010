import Autodiff
import GraphLayout
package import Teaching
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

  /// - Parameters:
  ///   - inner: the entries that are worked out inside the box.
  ///   - edges: the wires that enter.
  ///   - withoutWire: the slots of operands that have no wire of their own.
  ///   - titleLimit: the columns after which a title is cut.
  package init(
    _ node: Int, title: String, in list: EntryList, inner: [Int], edges: Int,
    withoutWire: Set<Int> = [], _ density: GraphDensity, titleLimit: Int = titleLimit
  ) {
    let graph = list.graph
    isBox = graph.nodes[node].formula != nil
    self.title = title.truncated(toColumns: titleLimit)
    if density.hasEntries {
      value = list.forward(of: node)
      derivative = list.derivative(of: node)
    }
    func width(_ entry: Int) -> Int {
      NodePlan.label(list.entries[entry].name).columns + 1 + density.entryWidth
    }
    guard isBox else {
      boxWidth = self.title.columns + 1
      wireWidth = density.hasEntries ? 2 : 1
      height = derivative == nil ? 1 : 2
      if let derivative {
        wireWidth = max(wireWidth, width(derivative) + 1 - boxWidth)
        derivativePlace = Point(column: width(derivative) - density.entryWidth, row: 1)
      }
      return
    }
    titlePlace = Point(column: 1 + density.padding, row: 1)
    innerColumn = 1 + density.padding
    if density.hasEntries { self.inner = inner }
    let texts = [self.title.columns] + self.inner.map(width)
    boxWidth = (texts.max() ?? 0) + 2 * density.padding + 2
    height = 0
    if !density.hasEntries {
      wireWidth = 0
    } else if let derivative, density.namesDerivatives {
      wireWidth = 1 + width(derivative)
    } else {
      wireWidth = 2 + density.entryWidth
    }
    placeBesideWire(in: list, density)
    arrange(edges: edges, withoutWire, in: list)
  }

  /// Puts the value above the wire that leaves, and the derivative below it.
  private mutating func placeBesideWire(in list: EntryList, _ density: GraphDensity) {
    valuePlace = Point(column: boxWidth + 1, row: 0)
    let name =
      derivative.map { density.namesDerivatives ? NodePlan.named($0, in: list) : 0 } ?? 0
    derivativePlace = Point(column: boxWidth + 1 + name, row: wireRow + 1)
  }

  /// The columns of an entry's name with the blank behind it.
  static func named(_ entry: Int, in list: EntryList) -> Int {
    label(list.entries[entry].name).columns + 1
  }

  /// What is drawn for a group: its name, how much is inside, and beside it the entries of the node through which it
  /// leads on.
  package init(
    _ group: Folding.Group, in list: EntryList, edges: Int, _ density: GraphDensity, isASCII: Bool
  ) {
    let graph = list.graph
    let (first, last) = (graph.nodes[group.first].name, graph.nodes[group.last].name)
    let name =
      group.head.map { graph.nodes[$0].name } ?? (first == last ? first : "\(first) … \(last)")
    title = "\(isASCII ? "+" : "▸") \(name)".truncated(toColumns: NodePlan.titleLimit)
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
    if density.hasEntries, let head = group.head {
      value = list.forward(of: head)
      derivative = list.derivative(of: head)
      wireWidth = 2 + density.entryWidth
      if let derivative, density.namesDerivatives {
        wireWidth =
          1 + NodePlan.label(list.entries[derivative].name).columns + 1 + density.entryWidth
      }
    }
    placeBesideWire(in: list, density)
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
