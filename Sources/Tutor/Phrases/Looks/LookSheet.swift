import Teaching
import TextScreen

/// The steps of a closer look, with what each adds and what it lights on the drawing.
struct LookSheet: Hashable {
  var title: String
  var steps: [Step]

  /// Columns of a formula, behind which the rest is left out: two rows of a narrow screen.
  static let longestFormula = 140

  struct Step: Hashable {
    var lines: [StyledText] = []
    var highlight = Highlight()
    /// The node that comes into view.
    var node: Int
  }

  init(_ look: CloserLook, in session: Session, on worksheet: Worksheet, for voice: Voice) {
    (title, steps) =
      switch look {
      case .nudge(let nudge): NudgeSteps(nudge, on: worksheet, isASCII: voice.isASCII).sheet
      case .derivation(let entry): DerivationSteps(of: entry, session, worksheet, voice).sheet
      case .paths(let list): PathSteps(list, session, worksheet, voice).sheet
      }
  }
}
