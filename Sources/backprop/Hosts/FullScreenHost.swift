import FullScreen
import Glibc
import Phrases
import Sessions
import Terminal
import TextScreen

/// Runs sessions and the menu in a full screen.
struct FullScreenHost {
  private let terminal: Terminal
  private var recorder: Recorder
  /// Whether nothing shall move by itself.
  private let isStill: Bool

  init(_ arguments: Arguments) throws(Failure) {
    terminal = try Terminal.opened(by: arguments)
    recorder = Recorder(arguments)
    isStill = arguments.has(Option.still.flag) || terminal.isSlow
  }

  /// Whether the program runs in a terminal, and not in a pipe.
  static var isInTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// How a session ended.
  enum Ending {
    case left
    /// What follows it is to be run.
    case wentOn
  }

  /// Runs a session until it is left.
  ///
  /// - Parameters:
  ///   - isKept: whether the journal keeps what is done in it.
  ///   - next: what follows it; asked for on its last page.
  mutating func run(
    _ session: inout Session, isKept: Bool = true,
    followedBy next: () -> Session.Continuation? = { nil }
  ) throws(Failure) -> Ending {
    if isKept { try recorder.begin(&session) } else { recorder.rest() }
    var screen = Screen(session, size: terminal.size, isASCII: terminal.isASCII)
    defer { session = screen.session }
    var painter = ScreenRepainter(isStill: isStill)
    var motion: Motion?
    var isNextKnown = false
    var isChanged = true
    while true {
      if !isNextKnown, screen.session.isOnLastPage {
        isNextKnown = true
        if let next = next() { _ = screen.act(.follow(next)) }
      }
      if isChanged {
        let canvas = painter.canvas(of: screen)
        motion = painter.motion
        terminal.show(motion?.canvas ?? canvas)
      }
      let event: Event?
      if let running = motion {
        // Whatever comes ends what moves, and is done.
        event = terminal.event(within: .milliseconds(Motion.frameMilliseconds))
        guard event != nil else {
          motion = running.next
          terminal.show(motion?.canvas ?? running.end)
          isChanged = false
          continue
        }
      } else {
        event = screen.isComputing ? terminal.pendingEvent() : terminal.nextEvent()
      }
      guard let event else {
        screen.note(seconds: LongComputation.seconds { isChanged = screen.computeSlice() })
        continue
      }
      isChanged = true
      switch event {
      case .closed: hangUp()
      case .resized(let size): screen.resize(to: size)
      case .key(let key):
        switch recorder.carryOut(screen.press(key), act: { _ = screen.act($0) }) {
        case .leave: return .left
        case .goOn: return .wentOn
        case .explore(let formulas): try explore(formulas, from: &screen)
        case .stay: break
        }
      }
    }
  }

  /// Runs lessons one after another, as long as the learner goes on, and then practice.
  ///
  /// - Returns: whether the first leaves nothing to be handed in.
  @discardableResult
  mutating func run(
    _ first: Course.Step, of course: Course, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    var status: ExitStatus?
    var step = first
    while case .lesson(var session, let index) = step {
      let ending = try run(&session, followedBy: { course.continuation(after: index) })
      status = status ?? FullScreenHost.status(of: session)
      guard ending == .wentOn else { return status ?? .done }
      step = course.next(after: index)
    }
    try run(try PracticeCommand.practice(in: course.library, arguments))
    return status ?? .done
  }

  /// How the program ends after a session: whoever learns may leave at any time, work to be handed in is finished or not.
  static func status(of session: Session) -> ExitStatus {
    session.isWorkToHandIn && !session.isHandedInWhole ? .found : .done
  }

  /// Runs the tutor on formulas of the learner's own and comes back.
  private mutating func explore(
    _ formulas: [String], from screen: inout Screen
  ) throws(Failure) {
    let before = recorder
    do {
      var explored = try ExploreCommand.session(formulas)
      _ = try run(&explored)
    } catch {
      _ = screen.act(.notice(error.message))
    }
    recorder = before
    screen.resize(to: terminal.size)
  }

  /// Runs problems one after another, with a page in between that says how the learner stands.
  mutating func run(_ opened: PracticeRun) throws(Failure) {
    var practice = opened
    while true {
      if practice.isOverviewDue {
        var overview = practice.overview
        guard try run(&overview, isKept: false) == .wentOn else { return }
        if practice.isEnough { practice.waive() }
      }
      guard var session = try PracticeCommand.next(&practice) else { return }
      let ending = try run(&session)
      practice.finish(session)
      guard ending == .wentOn else { return }
    }
  }

  /// Runs the menu; what is left leads back to it.
  ///
  /// - Parameters:
  ///   - road: the lessons as they stand now.
  ///   - open: runs the item with an index.
  mutating func runMenu(
    road: () throws(Failure) -> Road,
    opening open: (Int, inout FullScreenHost) throws(Failure) -> Void
  ) throws(Failure) {
    var menu = Menu(try road())
    while true {
      terminal.show(menu.canvas(size: terminal.size))
      switch terminal.nextEvent() {
      case .closed: hangUp()
      case .resized: break
      case .key(let key):
        let choice: Menu.Choice?
        if case .pointer(let pointer) = key {
          choice = menu.press(pointer, on: terminal.size)
        } else {
          choice = menu.press(key)
        }
        switch choice {
        case .open(let index):
          try open(index, &self)
          menu.refresh(try road())
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
