/// How much room the drawing of a graph takes.
package struct GraphDensity: Hashable {
  /// Blanks between a box's frame and its text.
  package var padding: Int
  /// The columns of a number, without its mark.
  package var field: Int
  /// Whether derivatives on wires carry their names.
  var namesDerivatives: Bool
  /// Whether there are entries at all, or boxes and wires alone.
  var hasEntries: Bool

  /// The columns of a number in a graph so large that drawing it anew for one would cost time.
  static let largeField = 8

  static let roomy = GraphDensity(
    padding: 1, field: 7, namesDerivatives: true, hasEntries: true)
  package static let regular = GraphDensity(
    padding: 1, field: 5, namesDerivatives: true, hasEntries: true)
  package static let narrow = GraphDensity(
    padding: 0, field: 5, namesDerivatives: true, hasEntries: true)
  static let compact = GraphDensity(
    padding: 0, field: 5, namesDerivatives: false, hasEntries: true)
  package static let bare = GraphDensity(
    padding: 1, field: 0, namesDerivatives: false, hasEntries: false)
  static let bareCompact = GraphDensity(
    padding: 0, field: 0, namesDerivatives: false, hasEntries: false)

  /// The same with wider numbers.
  func widened(toField columns: Int) -> GraphDensity {
    var density = self
    if hasEntries { density.field = max(field, columns) }
    return density
  }

  /// The columns of a number with its mark.
  package var entryWidth: Int { field + 2 }
}
