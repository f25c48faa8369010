public import Autodiff

/// A computation graph with the numbers of its inputs.
public struct LessonGraph: Hashable, Sendable {
  public var graph: ComputationGraph
  public var inputs: [String: Double]
  /// The ranges from which fresh numbers may be drawn.
  public var ranges: [String: ClosedRange<Double>]
  /// Whether its numbers are always drawn from the ranges, and not only where a seed is given.
  public var isFresh = false
  /// Remarks that are no errors, such as an input that nothing uses.
  public var notes: [String]
  public var position: TextPosition

  public init(
    graph: ComputationGraph, inputs: [String: Double], ranges: [String: ClosedRange<Double>] = [:],
    notes: [String] = [], position: TextPosition = TextPosition(line: 1, column: 1)
  ) {
    self.graph = graph
    self.inputs = inputs
    self.ranges = ranges
    self.notes = notes
    self.position = position
  }
}
