import Autodiff
public import Expressions
public import Lessons
import RandomNumbers

/// Arrays for a graph's inputs, drawn cell by cell from the ranges that its author gave, the same for the same seed.
///
/// Of some draws the first is taken that has a value and a derivative everywhere, no derivative that is 0 in all its
/// cells where the author's numbers have none, and no number beyond what one reads at a glance.
public struct FreshArrays {
  /// The inputs with their new numbers; those without a range keep theirs.
  public let inputs: [String: NumericArray]

  private static let attempts = 60
  /// A number beyond this is no help where shapes are what one thinks about.
  private static let largest = 1000.0

  /// - Parameters:
  ///   - seed: from 1.
  ///   - index: the number of the graph in its lesson, so that two graphs do not get the same numbers.
  /// - Precondition: the graph has arrays.
  public init(for graph: LessonGraph, seed: Int, index: Int) {
    guard let reading = graph.arrays else {
      preconditionFailure("arrays are drawn for a graph with arrays")
    }
    var generator = SplitMix64(seed: UInt64(seed) &* 1_000_003 &+ UInt64(index))
    let zeros = FreshArrays.zeros(reading, at: reading.inputs)
    for _ in 0..<FreshArrays.attempts {
      var inputs = reading.inputs
      for node in reading.graph.nodes {
        guard let range = graph.ranges[node.name], let array = inputs[node.name] else { continue }
        inputs[node.name] = array.map { _ in
          RangeDraw.usefulNumber(from: range, &generator)
        }
      }
      if let found = FreshArrays.zeros(reading, at: inputs), found.isSubset(of: zeros ?? found) {
        self.inputs = inputs
        return
      }
    }
    inputs = reading.inputs
  }

  /// The nodes whose derivative is 0 in all its cells; `nil` where something is not finite or too large.
  private static func zeros(
    _ reading: ArrayReading, at inputs: [String: NumericArray]
  ) -> Set<Int>? {
    guard let forward = try? ArrayForwardPass(reading.graph, at: inputs),
      let backward = try? ArrayBackwardPass(forward, starts: reading.starts)
    else { return nil }
    let arrays = forward.values + backward.derivatives
    guard arrays.allSatisfy({ $0.elements.allSatisfy { abs($0) <= largest } }) else { return nil }
    return Set(
      backward.derivatives.indices.filter { node in
        backward.derivatives[node].elements.allSatisfy { $0 == 0 }
      })
  }
}
