extension GraphLayout {
  /// How long to search for a good drawing.
  ///
  /// The searches stop by counts of steps and never by the clock, so that a drawing is the same on every
  /// machine. Small graphs are done long before.
  public enum Effort: Hashable, Sendable {
    /// A picture that is soon made anew: wires are right, and nothing is searched for.
    case glance
    /// A first picture: wires are right, but may cross and bend more than need be.
    case draft
    /// As good as it gets in half a second at 1,000 nodes.
    case full

    /// The steps of network simplex in a phase.
    var simplexSteps: Int {
      switch self {
      case .glance: 100_000
      case .draft: 1_500_000
      case .full: 20_000_000
      }
    }
  }
}
