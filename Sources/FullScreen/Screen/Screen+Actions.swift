import Drawings
package import Sessions
import TextScreen

extension Screen {
  /// Does what a key means.
  ///
  /// - Returns: what the host has to do before it shows the screen again.
  package mutating func perform(_ action: ScreenAction) -> [Effect] {
    switch action {
    case .insert(let text): edit { $0.insert(text) }
    case .deleteBackward: edit { $0.deleteBackward() }
    case .deleteForward: prompt.deleteForward()
    case .deleteToStart: prompt.deleteToStart()
    case .deleteToEnd: prompt.deleteToEnd()
    case .moveCursor(let characters): prompt.move(by: characters)
    case .moveCursorToStart: prompt.move(by: -LineEditor.limit)
    case .moveCursorToEnd: prompt.move(by: LineEditor.limit)
    case .paste(let text): return paste(text)
    case .command(let command): return perform(command)
    case .hideCommands: showsCommands = false
    case .neighbour(let direction):
      if let focus = session.focus,
        let next = view.picture?.neighbour(of: focus, direction, among: session.progress.asks)
      {
        return act(.go(to: .entry(next)))
      }
    case .scrollPages(let pages):
      if !showsCommands, !isTooSmall, scrollRemark(by: pages) { return [] }
      scroll(by: pages * max(1, size.height / 2))
    case .scrollLines(let lines): scroll(by: lines)
    case .pan(let columns): pan = min(max(0, pan + columns), panLimit)
    case .closeSummary: closeSummary()
    case .stepLook(let count): change { $0.stepLook(by: count) }
    case .stepLookRows(let rows): change { $0.stepLook(byRows: rows) }
    case .closeLook: change { $0.closeLook() }
    case .closeMap: change { $0.closeMap() }
    case .walk(let direction): change { $0.walk(direction) }
    case .walkRows(let rows): change { $0.walk(by: rows) }
    case .findNext(let step): change { $0.search(step: step) }
    case .leaveMap: change { $0.leaveMap() }
    case .fold: change { $0.foldHere() }
    case .foldLayer: change { $0.foldLayer() }
    case .unfoldAll: change { $0.unfoldAll() }
    }
    return []
  }

  /// Gives a command.
  private mutating func perform(_ command: Command) -> [Effect] {
    if let message = command.message { return act(message) }
    switch command {
    case .submit: return submit()
    case .map: change { $0.toggleMap() }
    case .moreText: return perform(.scrollPages(1))
    case .lessText: return perform(.scrollPages(-1))
    case .showCommands:
      showsCommands = true
      listScroll = 0
    default: break
    }
    return []
  }

  /// Changes what is typed; on the map it is looked for.
  private mutating func edit(_ body: (inout LineEditor) -> Void) {
    body(&prompt)
    if !followsExercise { showExercise() }
    if isMapping { change { $0.search() } }
  }

  /// Changes something of the screen, and all that follows from it.
  private mutating func change(_ body: (inout Screen) -> Void) {
    changing { body(&$0) }
  }

  /// Changes something, and all that follows from it.
  package mutating func changing<Result>(_ body: (inout Screen) -> Result) -> Result {
    let assignment = session.assignment
    let rows = readingRows
    let result = body(&self)
    derive()
    if session.assignment != assignment, unfoldFocus() { derive() }
    if isReading, followsExercise, readingRows != rows { showExercise() }
    return result
  }
}
