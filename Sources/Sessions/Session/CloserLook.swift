package import Autodiff
package import Journals
package import Teaching

/// What is looked at more closely; it changes nothing that was filled in.
package enum CloserLook: Hashable, Sendable {
  /// A small change on its way from box to box.
  case nudge(Nudge)
  /// The same for one cell of an array.
  case cellNudge(ArrayNudge)
  /// How a derivative comes about, by its entry.
  case derivation(entry: Int)
  /// Every path of a quantity to the output.
  case paths(PathList)
  /// The cells of a box, each as a box of numbers, from one of them on.
  case cells(node: Int, first: Int)

  package var kind: LookKind {
    switch self {
    case .nudge, .cellNudge: .nudge
    case .derivation: .derivation
    case .paths: .paths
    case .cells: .cells
    }
  }
}
