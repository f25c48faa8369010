package import Drawings
package import Sessions

/// Something that a key does on the screen.
package enum ScreenAction: Hashable, Sendable {
  // In the prompt.
  case insert(String)
  /// Text that was pasted in one piece.
  case paste(String)
  case deleteBackward, deleteForward, deleteToStart, deleteToEnd
  case moveCursor(by: Int)
  case moveCursorToStart, moveCursorToEnd

  /// Gives a command of the tutor.
  case command(Command)
  case hideCommands

  // On the page.
  /// Goes to the nearest entry in a direction.
  case neighbour(Direction)
  /// Scrolls by half screens.
  case scrollPages(Int)
  case scrollLines(Int)
  /// Moves the graph of a page of text sideways, by columns.
  case pan(by: Int)
  case closeSummary

  // In a closer look.
  /// Takes steps, back where negative.
  case stepLook(by: Int)
  /// Goes up or down among boxes of numbers.
  case stepLookRows(Int)
  case closeLook

  // On the map.
  case closeMap
  /// Goes along a wire, or to the next box above or below.
  case walk(Direction)
  /// Goes further, by rows of the drawing.
  case walkRows(Int)
  /// Goes to the next name that fits what is looked for.
  case findNext(Int)
  /// Goes to what is asked at the box that was walked to.
  case leaveMap
  /// Folds the box with what feeds only it, or unfolds it.
  case fold
  case foldLayer, unfoldAll
}
