import TextScreen
import Tutor

extension Laws {
  /// Whatever the size, a screen holds nothing that a terminal could take for a command.
  mutating func checkScreens(of session: Session) {
    var session = session
    for (width, height) in [(44, 12), (1, 1), (80, 24)] {
      session.resize(to: width, height)
      checkScreen(of: session)
    }
  }

  mutating func checkScreen(of session: Session) {
    let canvas = session.canvas()
    require(canvas.size == session.size, "a canvas has the size of the screen", "\(session.size)")
    if let cursor = canvas.cursor {
      require(canvas.bounds.contains(cursor), "the cursor is on the screen", "\(cursor)")
    }
    for line in canvas.text { checkText(line, "a screen holds no controls") }
  }

  /// Nothing in a text is a command for a terminal.
  mutating func checkText(_ text: String, _ law: String) {
    require(!text.contains(where: \.isControl), law, text)
  }

  /// Presses keys on a session, and looks at it after each.
  mutating func press(_ keys: [Key], on session: inout Session) {
    for key in keys {
      session.press(key)
      checkScreen(of: session)
    }
  }
}
