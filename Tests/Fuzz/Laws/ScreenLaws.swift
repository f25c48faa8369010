import FullScreen
import Sessions
import TextScreen

extension Laws {
  /// Whatever the size, a screen holds nothing that a terminal could take for a command.
  mutating func checkScreens(of session: Session) {
    for (width, height) in [(44, 12), (1, 1), (80, 24)] {
      checkScreen(Screen(session, size: Size(width: width, height: height)))
    }
  }

  mutating func checkScreen(_ screen: Screen) {
    let canvas = screen.canvas()
    require(canvas.size == screen.size, "a canvas has the size of the screen", "\(screen.size)")
    if let cursor = canvas.cursor {
      require(canvas.bounds.contains(cursor), "the cursor is on the screen", "\(cursor)")
    }
    for line in canvas.text { checkText(line, "a screen holds no controls") }
  }

  /// Nothing in a text is a command for a terminal.
  mutating func checkText(_ text: String, _ law: String) {
    require(!text.contains(where: \.isControl), law, text)
  }

  /// Presses keys, and looks at the screen after each.
  mutating func press(_ keys: [Key], on screen: inout Screen) {
    for key in keys {
      _ = screen.press(key)
      checkScreen(screen)
    }
  }
}
