import Teaching
package import TextScreen

extension GraphPicture {
  /// The name that is written before an entry, and where it begins; `nil` for an entry that its place explains.
  package func label(of entry: Int, on plan: NodePlan) -> (text: String, place: Point)? {
    if density.form != .beside, !density.namesDerivatives {
      let isUnnamed = density.form == .marks || !list.entries[entry].comesBack
      guard !isUnnamed, let anchor = anchors[entry] else { return nil }
      return (GraphDensity.returnSign, anchor.origin - Point(column: 1, row: 0))
    }
    let isExplained =
      entry == plan.value
      || (entry == plan.derivative && plan.isBox && !density.namesDerivatives)
    guard !isExplained, let anchor = anchors[entry] else { return nil }
    let text = NodePlan.label(list.entries[entry].name)
    return (text, anchor.origin - Point(column: text.columns + 1, row: 0))
  }
}
