extension StyledText {
  /// Parts in a row of at most so many columns, with one of them in view; how many are left out is said at the end
  /// where they are.
  ///
  /// `(5 more), x6 = 2, x7 = 2, (41 more)`. One part alone may be wider than the row.
  ///
  /// - Complexity: O(w²) in the columns, however many parts there are.
  public static func row(
    of count: Int, separator: String, toColumns width: Int, around place: Int,
    part makePart: (Int) -> StyledText
  ) -> StyledText {
    guard (0..<count).contains(place) else { return StyledText() }
    var known: [Int: StyledText] = [:]
    func part(at place: Int) -> StyledText {
      if let part = known[place] { return part }
      let new = makePart(place)
      known[place] = new
      return new
    }
    func row(_ shown: Range<Int>) -> StyledText {
      let before = shown.lowerBound > 0 ? ["(\(shown.lowerBound) more)"] : []
      let after = shown.upperBound < count ? ["(\(count - shown.upperBound) more)"] : []
      return (before.map { StyledText($0) } + shown.map(part(at:)) + after.map { StyledText($0) })
        .joined(separator: separator)
    }
    // All of them may fit where all but one and the word on that one do not.
    if count <= width {
      let whole = row(0..<count)
      if whole.columns <= width { return whole }
    }
    var shown = place..<place + 1
    while true {
      let wider = [
        shown.lowerBound..<shown.upperBound + 1, shown.lowerBound - 1..<shown.upperBound,
      ].first { 0 <= $0.lowerBound && $0.upperBound <= count && row($0).columns <= width }
      guard let wider else { return row(shown) }
      shown = wider
    }
  }
}
