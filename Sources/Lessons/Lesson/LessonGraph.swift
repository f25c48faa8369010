public import Autodiff
public import Training

/// A computation graph with the numbers of its inputs.
public struct LessonGraph: Hashable, Sendable {
  public var graph: ComputationGraph
  /// The numbers of the inputs; none where quantities have axes.
  public var inputs: [String: Double]
  /// What a graph with vectors and matrices was read as; `nil` for a graph of numbers.
  public var arrays: ArrayReading?
  /// The ranges from which fresh numbers may be drawn, for an array cell by cell.
  public var ranges: [String: ClosedRange<Double>]
  /// Whether its numbers are always drawn from the ranges, and not only where a seed is given.
  public var isFresh = false
  /// The steps of descent after which pages ask more; `nil` where none does.
  public var steps: StepPlan?
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

  /// A graph with vectors and matrices, whose inputs have their arrays in the reading.
  public init(
    _ arrays: ArrayReading, ranges: [String: ClosedRange<Double>] = [:],
    position: TextPosition = TextPosition(line: 1, column: 1)
  ) {
    self.init(
      graph: arrays.graph, inputs: [:], ranges: ranges, notes: arrays.notes, position: position)
    self.arrays = arrays
  }
}
