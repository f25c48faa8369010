public import Journals
public import Teaching

/// Something that the learner does, or that happens around the tutor.
public enum Message: Hashable, Sendable {
  /// Checks an answer to what the learner works at.
  case submit(String)
  /// Goes to an entry of the page's graph and checks an answer to it.
  case fill(entry: Int, String)
  /// Goes to an exercise and checks an answer to it.
  case answer(exercise: Int, String)
  /// Shows what an entry or a question asks, the last resort.
  case reveal
  /// Gives the next hint on what the learner works at.
  case hint
  /// Opens a closer look at what the learner works at, or closes the one of that kind.
  case look(LookKind)
  /// Draws other numbers for the graphs that have ranges: the next seed's, or a certain one's.
  case freshNumbers(seed: Int?, by: FreshNumbers.Draw = .latest)
  /// Makes steps with the derivatives that were found, or says how they are to be made.
  case descend(DescentRequest)
  case nextEntry, previousEntry
  /// Goes to something that the page asks.
  case go(to: Assignment)
  case nextPage, previousPage
  /// Turns to a page, from 1.
  case page(Int)
  /// Shows less of the chain rule beside what is asked, and after the faintest panel as much again as the page does.
  case fadePanel
  case undo, redo, restart
  /// Hands in what says nothing of an answer before; where something is empty, only when asked once more or told so.
  case handIn(isConfirmed: Bool)
  /// The work that was handed in was open for so many seconds in this run of the program.
  case took(seconds: Int)
  case leave
  /// Leaves for what follows.
  case goOn
  /// This follows when the last page is turned.
  case follow(Session.Continuation)
  /// Something that the host has to say.
  case notice(String)
  /// The journal cannot be written, for this reason.
  case journalFailed(String)
  /// The journal can be written again, and holds what it could not take before.
  case journalCaughtUp
}
