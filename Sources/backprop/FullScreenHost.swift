import Glibc
import Terminal
import TextScreen
import Tutor

/// Runs sessions and the menu in a full screen.
struct FullScreenHost {
  private let terminal: Terminal
  private var recorder: Recorder

  init(_ arguments: Arguments) throws(Failure) {
    do {
      terminal = try Terminal(Terminal.Options(isASCII: arguments.has("--ascii")))
    } catch {
      throw Failure(error.message, .usage)
    }
    recorder = Recorder(arguments)
  }

  /// Whether the program runs in a terminal, and not in a pipe.
  static var isInTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Runs a session until it is left.
  mutating func run(_ opened: Session) throws(Failure) {
    var session = opened
    session.isASCII = terminal.isASCII
    _ = session.update(.resized(terminal.size))
    try recorder.begin(&session)
    while true {
      terminal.show(session.canvas())
      guard let event = session.isWorking ? terminal.pendingEvent() : terminal.nextEvent() else {
        LongComputation.doSlice(of: &session)
        continue
      }
      switch event {
      case .closed: hangUp()
      case .resized(let size): _ = session.update(.resized(size))
      case .key(let key):
        for message in Keymap.messages(for: key, in: session) {
          switch recorder.carryOut(session.update(message), of: &session) {
          case .leave: return
          case .explore(let formulas): try explore(formulas, from: &session)
          case .stay: break
          }
        }
      }
    }
  }

  /// Runs the tutor on formulas of the learner's own and comes back.
  private mutating func explore(
    _ formulas: [String], from session: inout Session
  ) throws(Failure) {
    let before = recorder
    do {
      try run(try ExploreCommand.session(formulas))
    } catch {
      _ = session.update(.notice(error.message))
    }
    recorder = before
    _ = session.update(.resized(terminal.size))
  }

  /// Runs the menu; a lesson that is left leads back to it.
  ///
  /// - Parameters:
  ///   - items: the lessons as they stand now.
  ///   - open: opens the lesson with an index.
  mutating func runMenu(
    items: () throws(Failure) -> [Menu.Item], opening open: (Int) throws(Failure) -> Session
  ) throws(Failure) {
    var menu = Menu(try items())
    while true {
      terminal.show(menu.canvas(size: terminal.size))
      switch terminal.nextEvent() {
      case .closed: hangUp()
      case .resized: break
      case .key(let key):
        switch menu.press(key) {
        case .open(let index):
          try run(try open(index))
          menu.refresh(try items())
        case .leave: return
        case nil: break
        }
      }
    }
  }

  /// Ends as programs do whose terminal has gone away.
  private func hangUp() -> Never {
    terminal.close()
    signal(SIGHUP, SIG_DFL)
    raise(SIGHUP)
    exit(ExitStatus.found.rawValue)
  }
}
