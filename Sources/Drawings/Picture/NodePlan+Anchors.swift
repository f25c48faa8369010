import Teaching
import TextScreen

extension NodePlan {
  /// Where the entries of a node stand, from the node's top left corner; each without its name.
  ///
  /// Where several wires enter, a local derivative stands in the row of its own wire.
  func anchors(
    _ inletRows: [Int: Int], _ list: EntryList, _ density: GraphDensity
  ) -> [(Int, Rect)] {
    func rect(_ place: Point) -> Rect {
      Rect(origin: place, size: Size(width: density.entryWidth, height: 1))
    }
    var found: [(Int, Rect)] = []
    if let value { found.append((value, rect(valuePlace))) }
    if let derivative { found.append((derivative, rect(derivativePlace))) }
    var row = firstFreeRow
    for entry in inner {
      if let place = innerPlaces[entry] {
        found.append((entry, rect(place)))
        continue
      }
      let wireRow = list.entries[entry].slot.flatMap { inletRows[$0] }
      if density.form == .framed, !density.namesDerivatives {
        let column = 1 + (list.entries[entry].comesBack ? density.entryWidth + 1 : 0)
        found.append((entry, rect(Point(column: column, row: wireRow ?? row))))
        continue
      }
      let isLocal = list.entries[entry].kind == .local
      let isInWireRow = density.form == .framed || (isLocal && inletRow > 1)
      let ownRow = isInWireRow ? wireRow : nil
      let column = innerColumn + NodePlan.label(list.entries[entry].name).columns + 1
      found.append((entry, rect(Point(column: column, row: ownRow ?? row))))
      if ownRow == nil { row += 1 }
    }
    return found
  }
}
