import Testing
import TextScreen

/// A row of parts, of which some have no room.
@Suite struct FittingTests {
  private func row(_ count: Int, _ width: Int, around place: Int) -> String {
    StyledText.row(of: count, separator: ", ", toColumns: width, around: place) {
      StyledText("x\($0 + 1) = 2")
    }.text
  }

  @Test(arguments: [
    (3, 22, 0, "x1 = 2, x2 = 2, x3 = 2"),
    (3, 21, 0, "x1 = 2, (2 more)"),
    (3, 21, 2, "(2 more), x3 = 2"),
    (48, 30, 0, "x1 = 2, x2 = 2, (46 more)"),
    (48, 40, 5, "(5 more), x6 = 2, x7 = 2, (41 more)"),
    (48, 30, 47, "(46 more), x47 = 2, x48 = 2"),
    (48, 0, 3, "(3 more), x4 = 2, (44 more)"),
    (1, 3, 0, "x1 = 2"),
    (0, 80, 0, ""),
  ])
  func whatHasNoRoomIsCounted(count: Int, width: Int, place: Int, expected: String) {
    #expect(row(count, width, around: place) == expected)
  }

  @Test(arguments: 1...60)
  func theRowKeepsToItsColumnsAndShowsTheFocusedPart(width: Int) {
    for place in 0..<20 {
      let text = row(20, width, around: place)
      #expect(text.contains("x\(place + 1) = 2"))
      if width >= 30 { #expect(text.count <= width) }
    }
  }

  /// Only what may have room is made.
  @Test func ofManyPartsFewAreMade() {
    var made: Set<Int> = []
    _ = StyledText.row(of: 100_000, separator: " + ", toColumns: 76, around: 500) { part in
      made.insert(part)
      return StyledText("x")
    }
    #expect(made.count < 76)
  }
}
