import Drawings
import Lessons
package import Phrases
package import Sessions
import Teaching
package import TextScreen

/// Which key means what in a session: the one place that knows.
public enum Keymap {
  /// The key that gives a command at once.
  package static func key(for command: Command) -> Key? {
    switch command {
    case .submit: .enter
    case .nextEntry: .tab
    case .previousEntry: .backTab
    case .hint: .function(2)
    case .nudge: .function(3)
    case .derive: .function(4)
    case .undo: .function(5)
    case .redo: .function(6)
    case .previousPage: .function(7)
    case .nextPage: .function(8)
    case .reveal: .function(9)
    case .leave: .function(10)
    case .fadePanel: .control("p")
    case .cells: .character(" ")
    case .map: .function(12)
    case .descend: .control("g")
    case .descendFar: .control("n")
    case .moreText: .pageDown
    case .lessText: .pageUp
    case .showCommands: .character("?")
    case .paths, .handIn, .freshNumbers, .restart: nil
    }
  }

  /// All commands, in the order of the list.
  public static let bindings: [KeyBinding] = Command.allCases.map { KeyBinding($0) }

  /// What a key does on a screen.
  package static func actions(for key: Key, on screen: Screen) -> [ScreenAction] {
    // What cannot be seen is not done.
    if screen.isTooSmall { return key == .function(10) ? [.command(.leave)] : [] }
    if screen.showsCommands { return actionsInList(for: key, on: screen) }
    switch screen.mode {
    case .page: break
    case .summary: return actionsInSummary(for: key)
    case .map: return actionsOnMap(for: key, on: screen)
    case .look: if let actions = actionsInLook(for: key, on: screen) { return actions }
    }
    let isEmpty = screen.prompt.isEmpty
    switch key {
    case .character("?"), .function(1): return [.command(.showCommands)]
    case .character(" ") where isEmpty && !screen.isReading && screen.session.hasCells:
      return [.command(.cells)]
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
    case .left where screen.isReading && isEmpty: return [.pan(by: -8)]
    case .right where screen.isReading && isEmpty: return [.pan(by: 8)]
    case .left: return [isEmpty ? .neighbour(.left) : .moveCursor(by: -1)]
    case .right: return [isEmpty ? .neighbour(.right) : .moveCursor(by: 1)]
    case .up: return [screen.isReading ? .scrollLines(-1) : .neighbour(.up)]
    case .down: return [screen.isReading ? .scrollLines(1) : .neighbour(.down)]
    case .enter, .tab, .backTab, .pageUp, .pageDown, .function, .control, .pointer:
      return bindings.first { $0.key == key }.map { [$0.action] } ?? []
    }
  }

  /// What a key does while a closer look is open, where it means something else there.
  private static func actionsInLook(for key: Key, on screen: Screen) -> [ScreenAction]? {
    guard screen.prompt.isEmpty || screen.prompt.isSelected else { return nil }
    switch key {
    case .escape: return [.closeLook]
    case .character(" ") where screen.showsCells: return [.closeLook]
    case .down where screen.showsCells: return [.stepLookRows(1)]
    case .up where screen.showsCells: return [.stepLookRows(-1)]
    case .right, .down: return [.stepLook(by: 1)]
    case .left, .up: return [.stepLook(by: -1)]
    default: return nil
    }
  }

  /// What a key does while the graph is walked over; what is typed is looked for among the names.
  private static func actionsOnMap(for key: Key, on screen: Screen) -> [ScreenAction] {
    if key == .escape, !screen.prompt.isEmpty { return [.moveCursorToEnd, .deleteToStart] }
    if let binding = bindingsOnMap(of: screen).first(where: { $0.key == key }) {
      return [binding.action]
    }
    return switch key {
    case .character("?"), .function(1): [.command(.showCommands)]
    case .character(let character): [.insert(String(character))]
    case .paste(let text): [.paste(text)]
    case .backspace: [.deleteBackward]
    case .control("u"): [.deleteToStart]
    case .function(12): [.closeMap]
    case .function(10): [.command(.leave)]
    default: []
    }
  }

  /// What a key does while the summary is shown; what would be typed is no answer to anything.
  private static func actionsInSummary(for key: Key) -> [ScreenAction] {
    switch key {
    case .enter: [.command(.submit)]
    case .escape, .function(7): [.closeSummary]
    case .function(10): [.command(.leave)]
    case .function(1), .character("?"): [.command(.showCommands)]
    case .up: [.scrollLines(-1)]
    case .down: [.scrollLines(1)]
    case .pageUp: [.command(.lessText)]
    case .pageDown: [.command(.moreText)]
    default: []
    }
  }

  private static func actionsInList(for key: Key, on screen: Screen) -> [ScreenAction] {
    switch key {
    case .up: return [.scrollLines(-1)]
    case .down: return [.scrollLines(1)]
    case .pageUp: return [.command(.lessText)]
    case .pageDown: return [.command(.moreText)]
    default: break
    }
    guard case .character(let letter) = key, letter != "?" else { return [.hideCommands] }
    let ownOfMap = screen.isMapping ? bindingsOnMap(of: screen).first { $0.key == key } : nil
    let binding =
      ownOfMap ?? bindings.first { $0.letter.map(String.init) == letter.lowercased() }
    return [.hideCommands] + (binding.map { [$0.action] } ?? [])
  }
}

extension Voice {
  /// To somebody at a full screen, where a command has a key, or a letter in the list of commands.
  package static func fullScreen(isASCII: Bool) -> Voice {
    let shortcuts = Keymap.bindings.enumerated().map { place, binding in
      let name = binding.key?.name ?? binding.letter.map { "? \($0)" } ?? "?"
      return (Command.allCases[place], name)
    }
    return Voice(
      isASCII: isASCII, isSpoken: false, shortcuts: Dictionary(uniqueKeysWithValues: shortcuts))
  }
}
