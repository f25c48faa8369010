public import TextScreen

/// Something that the learner does, or that happens around the tutor.
public enum Message: Hashable, Sendable {
  /// Text for the prompt.
  case insert(String)
  /// Text that was pasted in one piece.
  case paste(String)
  case deleteBackward, deleteForward, deleteToStart, deleteToEnd
  case moveCursor(by: Int)
  case moveCursorToStart, moveCursorToEnd
  /// Checks what stands in the prompt; on a page that asks nothing, goes on.
  case submit
  /// Types an answer into an entry and checks it.
  case fill(entry: Int, String)
  /// Types an answer to an exercise and checks it.
  case answer(exercise: Int, String)
  /// Shows what an entry or a question asks, the last resort.
  case reveal
  /// Says the author's next hint on what is in hand.
  case hint
  /// Opens a closer look at what is in hand, or closes the one of that kind.
  case look(LookKind)
  /// Takes steps of the closer look, back where negative.
  case stepLook(by: Int)
  case closeLook
  /// Opens the map of the graph, or closes it.
  case showMap
  case closeMap
  /// Steps of the walk over the graph: along a wire, or to the next box above or below.
  case walk(Direction)
  /// A longer step of the walk, in rows of the drawing.
  case walkRows(Int)
  /// Goes to the next name that fits what is looked for.
  case findNext(Int)
  /// Goes to what is asked at the box in hand.
  case leaveMap
  /// Folds the box in hand with what feeds only it, or unfolds it.
  case fold
  case foldLayer, unfoldAll
  /// Draws other numbers for the graphs that have ranges: the next seed's, or a certain one's.
  case freshNumbers(seed: Int?)
  /// Does a slice of a long computation; `worked` then says how many seconds it took.
  case work
  case worked(seconds: Double)
  case nextEntry, previousEntry
  case neighbour(Direction)
  case nextPage, previousPage
  case page(Int)
  /// Scrolls the text of the page by half screens.
  case scrollPages(Int)
  case scrollLines(Int)
  /// Moves the graph of a page of text sideways, by columns.
  case pan(by: Int)
  case undo, redo, restart
  case showCommands, hideCommands
  case closeSummary
  case leave
  case resized(Size)
  /// Something that the host has to say.
  case notice(String)
  /// The journal cannot be written, for this reason.
  case journalFailed(String)
  /// The journal can be written again, and holds what it could not take before.
  case journalCaughtUp
}

public enum Direction: Hashable, Sendable {
  case left, right, up, down
}
