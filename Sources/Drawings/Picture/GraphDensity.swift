import GraphLayout

/// How much room the drawing of a graph takes.
package struct GraphDensity: Hashable, Sendable {
  /// Where the entries of a box stand.
  package enum Form: Hashable, Sendable {
    /// Its value and its derivative on the wire that leaves it.
    case beside
    /// All of them within the frame, in whose top its formula stands.
    case framed
    /// The same, each entry as its mark alone; the inputs stand in the boxes that use them.
    case marks
  }

  /// How the derivative with respect to a framed box stands to its value.
  enum Stacking: Hashable, Sendable {
    /// In a row of its own.
    case tall
    /// Beside it where an input is likely to stand above or below the box.
    case mixed
    /// Beside it, but in boxes with one operand, which are low.
    case wide
  }

  /// Blanks between a box's frame and its text.
  package var padding: Int
  /// The columns of a number, without its mark.
  package var field: Int
  /// Whether derivatives carry their names where their place explains them.
  package var namesDerivatives: Bool
  /// Whether there are entries at all, or boxes and wires alone.
  package var hasEntries: Bool
  package var form = Form.beside
  /// How a box's derivative stands to its value.
  var stacking = Stacking.tall
  /// Whether a box shows its formula, or its name alone.
  package var showsFormulas = true
  /// Whether the operands are named before their marks.
  var namesOperands = true
  /// Whether the data have places of their own where the parameters stand in the boxes.
  var showsData = false
  var spacing = GraphLayout.Spacing()

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
  /// Everything named, within the frames.
  static let framed = GraphDensity(
    padding: 0, field: 5, namesDerivatives: true, hasEntries: true, form: .framed, spacing: .short)
  /// Numbers that their places explain, within the frames.
  static func dense(_ stacking: Stacking) -> GraphDensity {
    GraphDensity(
      padding: 0, field: 5, namesDerivatives: false, hasEntries: true, form: .framed,
      stacking: stacking, spacing: .short)
  }
  static func marks(formulas: Bool, data: Bool) -> GraphDensity {
    GraphDensity(
      padding: 0, field: 0, namesDerivatives: false, hasEntries: true, form: .marks,
      showsFormulas: formulas, showsData: data, spacing: .short)
  }
  package static let bare = GraphDensity(
    padding: 1, field: 0, namesDerivatives: false, hasEntries: false)
  static let bareCompact = GraphDensity(
    padding: 0, field: 0, namesDerivatives: false, hasEntries: false)
  static let bareDense = GraphDensity(
    padding: 0, field: 0, namesDerivatives: false, hasEntries: false, form: .framed,
    spacing: .short)
  /// As little as can be: the names of boxes, and a mark for each entry.
  static let marksAlone = GraphDensity(
    padding: 0, field: 0, namesDerivatives: false, hasEntries: true, form: .marks,
    showsFormulas: false, namesOperands: false, spacing: .short)
  /// Boxes alone, or with the data.
  static func bareBoxes(formulas: Bool, data: Bool = true) -> GraphDensity {
    GraphDensity(
      padding: 0, field: 0, namesDerivatives: false, hasEntries: false, form: .marks,
      showsFormulas: formulas, showsData: data, spacing: .short)
  }

  /// The same with wider numbers.
  func widened(toField columns: Int) -> GraphDensity {
    var density = self
    if hasEntries, form != .marks { density.field = max(field, columns) }
    return density
  }

  /// What stands before a derivative that came back from the right, where it is not named.
  package static let returnSign = "←"

  /// The columns of a number with its mark, or of the mark alone.
  package var entryWidth: Int { form == .marks ? 1 : field + 2 }
}

extension GraphLayout.Spacing {
  /// Boxes upon each other, and wires as short as can be.
  fileprivate static let short = GraphLayout.Spacing(
    betweenBoxes: 0, betweenTracks: 0, beforeTracks: 0, channel: 2)
}
