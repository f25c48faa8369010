/// Nudges of the learner's own choice on the page's graph.
public struct Nudging: Hashable, Sendable {
  /// The quantities that may be nudged, in the order named.
  public var names: [PlacedText]
  /// How many different nudges the page asks for.
  public var count: Int

  public init(_ names: [PlacedText], count: Int = 1) {
    self.names = names
    self.count = count
  }
}
