import Lessons
import Teaching
public import TextScreen

/// A command of the tutor, with the ways to give it.
public struct Command: Hashable, Sendable {
  public var message: Message
  /// The key that gives it at once; none for one that is only in the list.
  public var key: Key?
  /// The letter that gives it in the list of commands; none for one that only its key gives.
  public var letter: Character?
  /// What it is called in the footer.
  public var label: String
  /// What it does, in the list of commands.
  public var explanation: String
  /// Whether it belongs into the footer when it does something now.
  public var isInFooter: Bool
  /// The name of its key; empty where there is none.
  let keyName: String
  /// The columns of its place in the footer, with the blanks after it.
  let footerColumns: Int
}

/// Which key means what: the one place that knows.
public enum Keymap {
  /// All commands, in the order of the list.
  public static let commands: [Command] = [
    command(.submit, .enter, "c", "check", "check the answer and go on", inFooter: true),
    command(.nextEntry, .tab, "t", "next", "go to the next entry", inFooter: true),
    command(.previousEntry, .backTab, "p", "previous", "go to the entry before"),
    command(.hint, .function(2), "h", "hint", "the next hint", inFooter: true),
    command(
      .look(.nudge), .function(3), "m", "nudge", "nudge something and watch what moves",
      inFooter: true),
    command(
      .look(.derivation), .function(4), "y", "derive", "derive it step by step, by the rules",
      inFooter: true),
    command(.look(.paths), nil, "w", "paths", "show every path to the output in turn"),
    command(
      .showMap, .function(12), "o", "map", "walk over the whole graph; fold parts of it",
      inFooter: true),
    command(.undo, .function(5), "u", "undo", "take back the last answer", inFooter: true),
    command(.redo, .function(6), "r", "redo", "do again what was taken back"),
    command(.nextPage, .function(8), "n", "next page", "turn to the next page", inFooter: true),
    command(.previousPage, .function(7), "b", "back", "turn back a page", inFooter: true),
    command(.scrollPages(1), .pageDown, "d", "more text", "scroll the text down"),
    command(.scrollPages(-1), .pageUp, "e", "less text", "scroll the text up"),
    command(.reveal, .function(9), "v", "show", "show the answer, marked as shown"),
    command(.freshNumbers(seed: nil), nil, "f", "fresh numbers", "draw other numbers"),
    command(.restart, nil, "s", "start over", "start the lesson over; undo brings it back"),
    command(.leave, .function(10), "q", "leave", "leave; every answer is kept", inFooter: true),
    command(.showCommands, .character("?"), "?", "all commands", "show this list", inFooter: true),
  ]

  private static func command(
    _ message: Message, _ key: Key?, _ letter: Character?, _ label: String, _ explanation: String,
    inFooter: Bool = false
  ) -> Command {
    let keyName = key?.name ?? ""
    return Command(
      message: message, key: key, letter: letter, label: label, explanation: explanation,
      isInFooter: inFooter, keyName: keyName, footerColumns: keyName.columns + label.columns + 3)
  }

  /// The messages that a key means in a session.
  public static func messages(for key: Key, in session: Session) -> [Message] {
    // What cannot be seen is not done.
    if session.isTooSmall { return key == .function(10) ? [.leave] : [] }
    if session.showsCommands { return messagesInList(for: key, in: session) }
    if session.showsSummary { return messagesInSummary(for: key) }
    if session.isMapping { return messagesOnMap(for: key, in: session) }
    if session.isLooking, let messages = messagesInLook(for: key, in: session) { return messages }
    switch key {
    case .character("?"), .function(1): return [.showCommands]
    case .character(let character): return [.insert(String(character))]
    case .paste(let text): return [.paste(text)]
    case .backspace: return [.deleteBackward]
    case .delete, .control("d"): return [.deleteForward]
    case .escape: return [.moveCursorToEnd, .deleteToStart]
    case .control("u"): return [.deleteToStart]
    case .control("k"): return [.deleteToEnd]
    case .home, .control("a"): return [.moveCursorToStart]
    case .end, .control("e"): return [.moveCursorToEnd]
    case .control("b"): return [.moveCursor(by: -1)]
    case .control("f"): return [.moveCursor(by: 1)]
    case .left where session.isReading && session.prompt.isEmpty: return [.pan(by: -8)]
    case .right where session.isReading && session.prompt.isEmpty: return [.pan(by: 8)]
    case .left: return [session.prompt.isEmpty ? .neighbour(.left) : .moveCursor(by: -1)]
    case .right: return [session.prompt.isEmpty ? .neighbour(.right) : .moveCursor(by: 1)]
    case .up: return [session.isReading ? .scrollLines(-1) : .neighbour(.up)]
    case .down: return [session.isReading ? .scrollLines(1) : .neighbour(.down)]
    case .enter, .tab, .backTab, .pageUp, .pageDown, .function, .control:
      return commands.first { $0.key == key }.map { [$0.message] } ?? []
    }
  }

  /// What a key means while a closer look is open, where it means something else there.
  private static func messagesInLook(for key: Key, in session: Session) -> [Message]? {
    guard session.prompt.isEmpty || session.prompt.isSelected else { return nil }
    switch key {
    case .escape: return [.closeLook]
    case .right, .down: return [.stepLook(by: 1)]
    case .left, .up: return [.stepLook(by: -1)]
    default: return nil
    }
  }

  /// What a key means while the graph is walked over; what is typed is looked for among the names.
  private static func messagesOnMap(for key: Key, in session: Session) -> [Message] {
    if key == .escape, !session.prompt.isEmpty { return [.moveCursorToEnd, .deleteToStart] }
    if let command = commandsOnMap(in: session).first(where: { $0.key == key }) {
      return [command.message]
    }
    return switch key {
    case .character("?"), .function(1): [.showCommands]
    case .character(let character): [.insert(String(character))]
    case .paste(let text): [.paste(text)]
    case .backspace: [.deleteBackward]
    case .control("u"): [.deleteToStart]
    case .function(12): [.closeMap]
    case .function(10): [.leave]
    default: []
    }
  }

  /// What a key means while the summary is shown; what would be typed is no answer to anything.
  private static func messagesInSummary(for key: Key) -> [Message] {
    switch key {
    case .enter, .escape, .function(7): [.closeSummary]
    case .function(10): [.leave]
    case .function(1), .character("?"): [.showCommands]
    case .up: [.scrollLines(-1)]
    case .down: [.scrollLines(1)]
    case .pageUp: [.scrollPages(-1)]
    case .pageDown: [.scrollPages(1)]
    default: []
    }
  }

  private static func messagesInList(for key: Key, in session: Session) -> [Message] {
    switch key {
    case .up: return [.scrollLines(-1)]
    case .down: return [.scrollLines(1)]
    case .pageUp: return [.scrollPages(-1)]
    case .pageDown: return [.scrollPages(1)]
    default: break
    }
    guard case .character(let letter) = key, letter != "?" else { return [.hideCommands] }
    let ownOfMap = session.isMapping ? commandsOnMap(in: session).first { $0.key == key } : nil
    let command =
      ownOfMap ?? commands.first { $0.letter.map(String.init) == letter.lowercased() }
    return [.hideCommands] + (command.map { [$0.message] } ?? [])
  }

  /// What leaves the footer where room is short; the list of all commands never does.
  static let footerDropOrder: [Message] = [
    .previousPage, .unfoldAll, .foldLayer, .leave, .showMap, .look(.derivation), .look(.nudge),
    .nextEntry, .hint, .nextPage, .undo,
    .closeLook, .submit,
  ]

  /// What Enter and Escape do while a closer look is open.
  private static let commandsInLook: [Command] = [
    command(.submit, .enter, nil, "go on", "the next step", inFooter: true),
    command(.closeLook, .escape, nil, "back", "close the closer look", inFooter: true),
  ]

  /// What the keys do on the map; all else that is typed is looked for among the names.
  static func commandsOnMap(in session: Session) -> [Command] {
    let screen = max(1, session.size.height / 2)
    return [
      command(
        .fold, .character(" "), nil, "fold",
        "fold the box in hand with what feeds only it, or unfold it",
        inFooter: true),
      command(.foldLayer, .character("-"), nil, "layer", "fold the layer in hand", inFooter: true),
      command(.unfoldAll, .character("+"), nil, "unfold all", "unfold everything", inFooter: true),
      command(.leaveMap, .enter, nil, "go there", "go to what is asked there", inFooter: true),
      command(.closeMap, .escape, nil, "back", "close the map", inFooter: true),
      command(.walk(.left), .left, nil, "left", "go along the wire that enters"),
      command(.walk(.right), .right, nil, "right", "go along the wire that leads on"),
      command(.walk(.up), .up, nil, "up", "go to the next box above"),
      command(.walk(.down), .down, nil, "down", "go to the next box below"),
      command(.walkRows(-screen), .pageUp, nil, "far up", "go up by half a screen"),
      command(.walkRows(screen), .pageDown, nil, "far down", "go down by half a screen"),
      command(.findNext(1), .tab, nil, "next", "go to the next name that fits what you type"),
      command(.findNext(-1), .backTab, nil, "previous", "go to the one before"),
    ]
  }

  private static let commandsInSummary: [Command] = [
    command(.closeSummary, .enter, nil, "back", "close the summary", inFooter: true)
  ]

  /// What Enter does where nothing is asked and something follows.
  private static let commandsBeforeContinuation: [Command] = [
    command(.submit, .enter, nil, "go on", "go on with what follows", inFooter: true)
  ]

  /// The commands that do something now, for the footer.
  public static func footer(of session: Session) -> [Command] {
    if session.showsSummary {
      return commandsInSummary + commands.filter { [.leave, .showCommands].contains($0.message) }
    }
    if session.isMapping {
      return commandsOnMap(in: session).filter(\.isInFooter)
        + commands.filter { $0.message == .showCommands }
    }
    if session.isLooking {
      return commandsInLook + commands.filter { $0.isInFooter && $0.message.isOfferedInLook }
    }
    let goesOn = session.assignments.isEmpty && session.continuation != nil
    return (goesOn ? commandsBeforeContinuation : [])
      + commands.filter { command in
        guard command.isInFooter else { return false }
        switch command.message {
        case .submit: return !session.assignments.isEmpty
        case .hint: return session.hasHint
        case .nextEntry: return session.assignments.count > 1
        case .look where !session.mayLook: return false
        case .look(.nudge): return session.focus != nil && !session.isDone
        case .look(.derivation):
          return !session.isDone && session.focusedEntry.map { $0.kind != .forward } ?? false
        case .showMap: return session.isCut
        case .undo: return session.canUndo
        case .nextPage: return session.pageNumber < session.lesson.pages.count
        case .previousPage: return session.pageNumber > 1
        default: return true
        }
      }
  }
}

extension Message {
  /// Whether the footer of a closer look names it.
  fileprivate var isOfferedInLook: Bool {
    switch self {
    case .look, .leave, .showCommands: true
    default: false
    }
  }
}
