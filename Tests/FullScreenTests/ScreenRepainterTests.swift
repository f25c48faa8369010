import FullScreen
import TestSupport
import Testing
import TextScreen

/// What is painted in part is what is painted whole.
@Suite struct ScreenRepainterTests {
  /// Types into every entry and away again, longer than it has room, in views that cut the drawing.
  @Test(arguments: [(50, 18), (80, 24), (160, 50)])
  func typingPaintsWhatTheWholeScreenShows(width: Int, height: Int) throws {
    var screen = try exploring("network 2-2-1 tanh seed 3", at: Size(width, height))
    var painter = ScreenRepainter()
    func press(_ key: Key) throws {
      screen.press(key)
      let (part, whole) = (painter.canvas(of: screen).picture, screen.canvas().picture)
      try #require(part == whole, "\(key) with '\(screen.prompt.text)' typed")
    }
    for entry in 0..<screen.asked.count {
      for key: Key in [
        .character("1"), .character("2"), .backspace, .character("語"), .character("x"), .left,
        .character("-"), .delete, .end, .character("0"), .character("0"), .character("0"),
        .character("0"), .character("0"), .character("0"), .character("0"), .character("0"),
      ] {
        try press(key)
      }
      if entry.isMultiple(of: 2) { try press(.enter) }
      try press(.backspace)
      if entry.isMultiple(of: 5) { try press(.function(3)) }
      try press(.character("w"))
      try press(.escape)
      try press(.escape)
      try press(.tab)
    }
  }

  /// Pages of text, the list of commands, the map and the summary lie where the prompt is, or over it.
  @Test func whatHasThePlaceOfThePromptIsPaintedWhole() throws {
    var screen = try twoNodes()
    var painter = ScreenRepainter()
    for key: Key in [
      .character("1"), .character("?"), .character("h"), .character("2"), .function(12),
      .character("J"), .character(" "), .escape, .escape, .character("3"), .enter, .function(8),
      .character("4"), .function(1), .escape, .character("5"),
    ] {
      screen.press(key)
      #expect(painter.canvas(of: screen).picture == screen.canvas().picture, "\(key)")
    }
  }
}
