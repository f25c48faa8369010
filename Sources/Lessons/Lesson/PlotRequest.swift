/// A picture that is computed from the page's graph.
public enum PlotRequest: Hashable, Sendable {
  /// The output as one input moves over a range.
  case curve(of: PlacedText, in: ClosedRange<Double>)
  /// How far the nudge's estimate of a derivative is off, for nudges from large to small.
  ///
  /// - Parameter isSingle: whether those in numbers of 32 bits stand beside those of 64.
  case error(of: PlacedText, isSingle: Bool)
  /// The output, or another quantity, as all parameters step against their derivatives, once for each learning rate.
  case descent(of: PlacedText?, rates: [Double], steps: Int)
}
