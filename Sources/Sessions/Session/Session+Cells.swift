import Autodiff
import Expressions
import Journals
package import Teaching

/// A box of a graph with arrays as boxes of numbers, one a cell.
extension Session {
  /// A box with more cells is not shown in boxes of numbers.
  package static let mostCells = 16

  /// Whether what the learner works at belongs to a box that can be shown in boxes of numbers.
  package var hasCells: Bool {
    guard mayLook, !isDone, let worksheet, let key = worksheet.key.arrays, let focus,
      worksheet.entries[focus].later == nil
    else {
      return false
    }
    if case .cells = cells(of: key.entry(focus).node, on: worksheet) { return true }
    return false
  }

  /// What there is to show of a box, or to say.
  package enum CellsAnswer {
    case cells(CloserLook)
    case refusal(Remark)
  }

  /// The boxes of numbers of the box that the learner works at; of the output's where nothing is in hand.
  package func usualCells(on worksheet: Worksheet) -> CellsAnswer {
    let entry = focus.flatMap { focus in worksheet.key.arrays.map { $0.entry(focus) } }
    return cells(of: entry?.node ?? worksheet.graph.output, on: worksheet, from: entry)
  }

  /// The boxes of numbers of a box.
  ///
  /// - Parameter entry: the cell to begin with, where it is one of the box's own.
  package func cells(
    of node: Int, on worksheet: Worksheet, from entry: ArrayEntry? = nil
  ) -> CellsAnswer {
    let graph = worksheet.graph
    guard graph.hasArrays, graph.nodes[node].formula != nil,
      graph.shape(of: node).count <= Session.mostCells
    else { return .refusal(.nothingToLookAt(.cells)) }
    if let shape = worksheet.list.index(of: "shape of \(graph.nodes[node].name)"),
      !isKnown(shape, on: worksheet)
    {
      return .refusal(.shapeFirst(shape))
    }
    let shape = graph.shape(of: node)
    let isOwn = entry?.quantity == node
    let first =
      isOwn ? entry?.cell.map { NumericArray(filledWith: 0, shape: shape).place(of: $0) } : nil
    return .cells(.cells(node: node, first: first ?? 0))
  }
}
