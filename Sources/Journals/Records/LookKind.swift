/// The ways to look closer, as messages and the journal name them.
public enum LookKind: String, Hashable, Sendable {
  case nudge
  case derivation = "derive"
  case paths
  /// The cells of an array, each as a box of numbers.
  case cells
}
