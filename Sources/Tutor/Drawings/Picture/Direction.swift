/// Where to go on a drawing.
enum Direction: Hashable, Sendable {
  case left, right, up, down
}
