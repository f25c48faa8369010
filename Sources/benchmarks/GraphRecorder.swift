import Expressions

/// What a graph is built with: the engine's tape, or the reference's.
protocol GraphRecorder: ~Copyable {
  associatedtype Quantity

  mutating func parameter(_ value: Double) -> Quantity
  mutating func number(_ value: Double) -> Quantity
  mutating func apply(_ operation: Operation, _ a: Quantity, _ b: Quantity) -> Quantity
}
