/// What somebody does with a mouse.
public enum Pointer: Hashable, Sendable {
  /// Presses the first button on a cell.
  case press(Point)
  /// Moves with the button down to a cell.
  case drag(Point)
  /// Lets the button go.
  case release(Point)
  /// Turns the wheel by a notch.
  case wheel(Direction)

  public enum Direction: Hashable, Sendable {
    case up, down, left, right
  }
}
