import Autodiff
import GraphLayout
import Teaching
import TextScreen

/// What is drawn for one node: a box with its formula, or an input's name, and the entries around it.
struct NodePlan: Hashable {
  /// The formula, or the input with its number's place.
  var title: String
  var isBox: Bool
  /// The columns from the left edge to the wire.
  var boxWidth: Int
  /// The entries inside the box, below the formula: local derivatives and contributions of paths.
  var inner: [Int] = []
  /// The entry above the wire.
  var value: Int?
  /// The entry below the wire.
  var derivative: Int?
  /// The columns of the wire's stretch that carries entries.
  var wireWidth: Int
  var height: Int

  static let titleLimit = 24
  static let nameLimit = 20

  var size: Size { Size(width: boxWidth + wireWidth, height: height) }

  /// The row of the wire that leaves, from the top of the node.
  var wireRow: Int { isBox ? 1 : 0 }

  /// The row of the first wire that enters: that of the formula, or below it where each has a row of its own.
  private(set) var inletRow = 0

  /// The first row below the formula and the wires that enter.
  private(set) var firstFreeRow = 2

  /// - Parameters:
  ///   - inner: the entries that are worked out inside the box.
  ///   - edges: the wires that enter.
  init(
    _ node: Int, title: String, in list: EntryList, inner: [Int], edges: Int,
    _ density: GraphDensity
  ) {
    let graph = list.graph
    isBox = graph.nodes[node].formula != nil
    self.title = title.truncated(toColumns: NodePlan.titleLimit)
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
      }
      return
    }
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
    arrange(edges: edges, in: list)
  }

  /// Gives the wires that enter and the entries inside the box their rows.
  private mutating func arrange(edges: Int, in list: EntryList) {
    let locals = inner.count { list.entries[$0].kind == .local }
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
  static func label(_ name: String) -> String { name.truncated(toColumns: nameLimit) }
}
