import Autodiff
import Teaching

/// A closer look at the page's graph, in the place of the work panel; it changes nothing that was filled in.
struct CloserLook: Hashable {
  /// What is looked at.
  enum Subject: Hashable {
    /// A small change on its way from box to box.
    case nudge(Nudge)
    /// How a derivative comes about, by its entry.
    case derivation(entry: Int)
    /// Every path of a quantity to the output.
    case paths(PathList)
  }

  let subject: Subject

  /// How many steps are shown before the one in hand.
  var step = 0

  var kind: LookKind {
    switch subject {
    case .nudge: .nudge
    case .derivation: .derivation
    case .paths: .paths
    }
  }

  /// What is told of it, from the first step to the last.
  func sheet(in session: Session, on worksheet: Worksheet) -> LookSheet {
    switch subject {
    case .nudge(let nudge): NudgeSteps(nudge, on: worksheet, voice: session.voice).sheet
    case .derivation(let entry): DerivationSteps(of: entry, session, worksheet).sheet
    case .paths(let list): PathSteps(list, session, worksheet).sheet
    }
  }
}
