import FullScreen
import Phrases
import Sessions
import TextScreen

/// What is open while a script runs: a session, with a screen once the script has given it one.
struct ScriptStage {
  private enum Content {
    case session(Session)
    case screen(Screen)
  }

  private var content: Content

  init(_ session: Session, size: Size? = nil) {
    content = size.map { .screen(Screen(session, size: $0)) } ?? .session(session)
  }

  var session: Session {
    switch content {
    case .session(let session): session
    case .screen(let screen): screen.session
    }
  }

  var screen: Screen? {
    if case .screen(let screen) = content { screen } else { nil }
  }

  /// What the tutor says.
  var said: String {
    switch content {
    case .session(let session): Wording(session, for: .fullScreen(isASCII: false)).saying.text
    case .screen(let screen): screen.saying.text
    }
  }

  /// Lets the learner do something.
  mutating func act(_ message: Message) {
    switch content {
    case .session(var session):
      _ = session.update(message)
      content = .session(session)
    case .screen(var screen):
      _ = screen.act(message)
      content = .screen(screen)
    }
  }

  mutating func resize(to size: Size) {
    switch content {
    case .session(let session): content = .screen(Screen(session, size: size))
    case .screen(var screen):
      screen.resize(to: size)
      content = .screen(screen)
    }
  }

  /// Presses a key; without a screen there is no keyboard.
  mutating func press(_ key: Key) -> [Effect] {
    guard case .screen(var screen) = content else { return [] }
    let effects = screen.press(key)
    content = .screen(screen)
    return effects
  }

  /// What a slice of a computation counts in a script, which has no clock.
  private static let sliceSeconds = 0.03

  /// Does long computations to their end.
  mutating func finishComputing() {
    switch content {
    case .session(var session):
      while session.isComputing {
        session.computeSlice()
        session.note(seconds: ScriptStage.sliceSeconds)
      }
      content = .session(session)
    case .screen(var screen):
      while screen.isComputing {
        screen.computeSlice()
        screen.note(seconds: ScriptStage.sliceSeconds)
      }
      content = .screen(screen)
    }
  }
}
