extension StyledText {
  /// Parts in a row of at most so many columns, with one of them in view; how many are left out is said at the end
  /// where they are.
  ///
  /// `(5 more), x6 = 2, x7 = 2, (41 more)`. One part alone may be wider than the row.
  ///
  /// - Complexity: O(w²) in the columns, however many parts there are.
  public static func row(
    of count: Int, separator: String, toColumns width: Int, around place: Int,
    part: (Int) -> StyledText
  ) -> StyledText {
    guard (0..<count).contains(place) else { return StyledText() }
    func row(_ shown: Range<Int>) -> StyledText {
      let before = shown.lowerBound > 0 ? ["(\(shown.lowerBound) more)"] : []
      let after = shown.upperBound < count ? ["(\(count - shown.upperBound) more)"] : []
      return (before.map { StyledText($0) } + shown.map(part) + after.map { StyledText($0) })
        .joined(separator: separator)
    }
    // All of them may fit where all but one and the word on that one do not.
    if count <= width, row(0..<count).columns <= width { return row(0..<count) }
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
