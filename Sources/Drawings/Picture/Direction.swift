/// Where to go on a drawing.
package enum Direction: Hashable, Sendable {
  case left, right, up, down
}
