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

  /// The row of the wire, from the top of the node.
  var wireRow: Int { isBox ? 1 : 0 }

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
    height = max(1 + self.inner.count, edges) + 2
    if !density.hasEntries {
      wireWidth = 0
    } else if let derivative, density.namesDerivatives {
      wireWidth = 1 + width(derivative)
    } else {
      wireWidth = 2 + density.entryWidth
    }
  }

  /// An entry's name, cut where it is very long.
  static func label(_ name: String) -> String { name.truncated(toColumns: nameLimit) }
}
