import Autodiff
import Teaching
import TextScreen

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
  /// Columns of a formula, behind which the rest is left out: two rows of a narrow screen.
  static let longestFormula = 140

  /// How many steps are shown before the one in hand.
  var step = 0

  /// One step: what it adds to the panel, and what it lights on the drawing.
  struct Step: Hashable {
    var lines: [StyledText] = []
    var lit = Lit()
    /// The node that comes into view.
    var node: Int
  }

  /// What is lit on the drawing.
  struct Lit: Hashable {
    var nodes: Set<Int> = []
    var wires: Set<Wire> = []
    /// For each node how far it moved.
    var changes: [Int: Double] = [:]
  }

  struct Wire: Hashable {
    var source: Int
    var target: Int
  }
}

/// The ways to look closer, as messages and the journal name them.
public enum LookKind: String, Hashable, Sendable {
  case nudge
  case derivation = "derive"
  case paths
}

extension CloserLook {
  var kind: LookKind {
    switch subject {
    case .nudge: .nudge
    case .derivation: .derivation
    case .paths: .paths
    }
  }

  /// The heading of the panel, and its steps from the first to the last.
  func sheet(in session: Session, on worksheet: Worksheet) -> (title: String, steps: [Step]) {
    switch subject {
    case .nudge(let nudge): NudgeSteps(nudge, on: worksheet, voice: session.voice).sheet
    case .derivation(let entry): DerivationSteps(of: entry, session, worksheet).sheet
    case .paths(let list): PathSteps(list, session, worksheet).sheet
    }
  }
}
