/// A command of the tutor, whatever the way to give it: a key, a letter in the list of commands, or a word.
public enum Command: CaseIterable, Hashable, Sendable {
  // In the order of the list.
  case submit, nextEntry, previousEntry, hint, nudge, derive, paths, cells, map, descend, descendFar
  case undo, redo, nextPage, previousPage, fadePanel, moreText, lessText, reveal, handIn
  case freshNumbers, restart, leave,
    showCommands
}
