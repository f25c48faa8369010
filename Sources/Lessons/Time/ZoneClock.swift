/// What the clocks of a time zone show.
public struct ZoneClock {
  /// How many seconds the clocks are ahead of UTC, at a second since 1970.
  private let offset: (Int) -> Int

  public init(ahead offset: @escaping (Int) -> Int) { self.offset = offset }

  /// The first second since 1970 after the last one at which the clocks show a time of a span; `nil` if they skip all of
  /// it, as they are put forward.
  ///
  /// - Parameter span: what the clocks show, as seconds since their 1 January 1970.
  /// - Complexity: some hundred looks at the clock.
  func end(of span: Range<Int>) -> Int? {
    // No clock is further than that from UTC, and none changes twice within the step.
    let (furthest, step) = (100_000, 900)
    let latest = span.upperBound + furthest
    var end: Int?
    var start = span.lowerBound - furthest
    while start < latest {
      let ahead = offset(start)
      var last = start
      while last < latest, offset(last + step) == ahead { last += step }
      var next = last + step
      while next - last > 1 {
        let middle = last + (next - last) / 2
        if offset(middle) == ahead { last = middle } else { next = middle }
      }
      let endHere = min(next, span.upperBound - ahead)
      if endHere > max(start, span.lowerBound - ahead) { end = endHere }
      start = next
    }
    return end
  }
}
