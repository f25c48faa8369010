import Drawings
import GraphLayout
import Phrases
import Sessions
import Teaching
import TextScreen

/// What the footer names: what does something now.
extension Keymap {
  /// What leaves the footer where room is short; the list of all commands never does.
  package static let footerDropOrder: [ScreenAction] = [
    .command(.previousPage), .unfoldAll, .foldLayer, .command(.leave), .command(.map),
    .command(.cells), .command(.derive), .command(.nudge), .command(.nextEntry), .command(.hint),
    .command(.descendFar), .command(.nextPage), .command(.undo), .closeLook, .command(.submit),
  ]

  /// What Enter and Escape do while a closer look is open.
  private static let bindingsInLook: [KeyBinding] = [
    KeyBinding(.command(.submit), .enter, "go on", "the next step", inFooter: true),
    KeyBinding(.closeLook, .escape, "back", "close the closer look", inFooter: true),
  ]

  /// What the keys do on the map; all else that is typed is looked for among the names.
  package static func bindingsOnMap(of screen: Screen) -> [KeyBinding] {
    let rows = max(1, screen.size.height / 2)
    return [
      KeyBinding(
        .fold, .character(" "), "fold",
        "fold this box with the boxes that feed only it, or unfold it", inFooter: true),
      KeyBinding(.foldLayer, .character("-"), "layer", "fold this layer", inFooter: true),
      KeyBinding(.unfoldAll, .character("+"), "unfold all", "unfold everything", inFooter: true),
      KeyBinding(.leaveMap, .enter, "go there", "go to what is asked there", inFooter: true),
      KeyBinding(.closeMap, .escape, "back", "close the map", inFooter: true),
      KeyBinding(.walk(.left), .left, "left", "go along the wire that enters"),
      KeyBinding(.walk(.right), .right, "right", "go along the wire that leads on"),
      KeyBinding(.walk(.up), .up, "up", "go to the next box above"),
      KeyBinding(.walk(.down), .down, "down", "go to the next box below"),
      KeyBinding(.walkRows(-rows), .pageUp, "far up", "go up by half a screen"),
      KeyBinding(.walkRows(rows), .pageDown, "far down", "go down by half a screen"),
      KeyBinding(.findNext(1), .tab, "next", "go to the next name that fits what you type"),
      KeyBinding(.findNext(-1), .backTab, "previous", "go to the name before"),
    ]
  }

  /// What Enter and Escape do in the summary: on to what follows, where something does, and back.
  private static func bindingsInSummary(of screen: Screen) -> [KeyBinding] {
    let back = KeyBinding(.closeSummary, .enter, "back", "close the summary", inFooter: true)
    guard screen.session.goesOnFromSummary, let continuation = screen.session.continuation else {
      return [back]
    }
    let label =
      if case .nextLesson(let lesson) = continuation {
        "next lesson: \(lesson.title), \(lesson.minutes) minutes"
      } else {
        "practice"
      }
    return [
      KeyBinding(.command(.submit), .enter, label, "go on with what follows", inFooter: true),
      KeyBinding(.closeSummary, .escape, "back", "close the summary", inFooter: true),
    ]
  }

  /// What Enter does where nothing is asked and something follows.
  private static let bindingsBeforeContinuation: [KeyBinding] = [
    KeyBinding(.command(.submit), .enter, "go on", "go on with what follows", inFooter: true)
  ]

  /// What does something now.
  package static func footer(of screen: Screen) -> [KeyBinding] {
    switch screen.mode {
    case .summary:
      return bindingsInSummary(of: screen) + [KeyBinding(.leave), KeyBinding(.showCommands)]
    case .map:
      return bindingsOnMap(of: screen).filter(\.isInFooter) + [KeyBinding(.showCommands)]
    case .look:
      let cells: [Command] = screen.showsCells ? [.cells] : []
      let offered: [Command] = cells + [.nudge, .derive, .leave, .showCommands]
      return bindingsInLook + offered.map { KeyBinding($0) }
    case .page: break
    }
    let session = screen.session
    let goesOn = session.assignments.isEmpty && session.continuation?.isImmediate ?? false
    let offered = Command.allCases.filter { command in
      CommandTable.row(of: command).isInFooter && doesSomething(command, on: screen)
    }
    return (goesOn ? bindingsBeforeContinuation : []) + offered.map { KeyBinding($0) }
  }

  /// Whether a command of the footer does something on a page.
  private static func doesSomething(_ command: Command, on screen: Screen) -> Bool {
    let session = screen.session
    return switch command {
    case .submit: !session.assignments.isEmpty
    case .hint: session.hasHint
    case .nextEntry: session.assignments.count > 1
    case .nudge: session.mayLook && session.focus != nil && !session.isDone
    case .derive:
      session.mayLook && !session.isDone
        && session.focusedEntry.map { $0.kind != .forward } ?? false
    case .cells: session.hasCells
    case .map: screen.isCut
    case .descend: session.mayDescend
    // Where something is wrong, what helps with it comes first.
    case .descendFar: session.isDone && session.mayDescend
    case .undo: session.canUndo
    case .handIn: session.isSilent
    case .nextPage: !session.isOnLastPage
    case .previousPage: session.pageNumber > 1
    case .previousEntry, .paths, .fadePanel, .redo, .moreText, .lessText, .reveal, .freshNumbers,
      .restart,
      .leave, .showCommands:
      true
    }
  }
}

extension Screen {
  /// Whether the drawing of the page's graph is larger than the screen.
  fileprivate var isCut: Bool {
    guard let picture = view.picture, !session.asked.isEmpty else { return false }
    if !picture.folding.isEmpty { return true }
    return !picture.isWhole(in: graphRoom)
  }

  /// What is asked now, on one line; empty on a page that asks nothing.
  package var question: String {
    let wording = Wording(session, for: voice)
    if isMapping {
      return "type a name to find it; the arrows go along wires and to the next box"
    }
    if let look = session.look, let sheet, let step = lookStep {
      return wording.question(in: look, sheet, at: step)
    }
    return wording.question
  }
}
