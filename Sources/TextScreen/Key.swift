/// What a person does at the keyboard, or with the mouse where it was asked for, apart from the terminal it came through.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  case tab
  case backTab
  case backspace
  case delete
  case left
  case right
  case up
  case down
  case home
  case end
  case pageUp
  case pageDown
  case escape
  case function(Int)
  /// Control with a letter, in lower case.
  case control(Character)
  /// Text that was pasted in one piece, line ends as `\n`.
  case paste(String)
  case pointer(Pointer)
}
