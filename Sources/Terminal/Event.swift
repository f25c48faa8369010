public import TextScreen

/// What a terminal can tell a program.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// The terminal has another size now, and waits for a canvas of that size.
  case resized(Size)
  /// The terminal is gone; there is nobody left to talk to.
  case closed
}
