public import Lessons

/// Numbers for a graph's inputs, drawn from the ranges that its author gave, the same for the same seed.
///
/// They are chosen so that an answer tells what its learner thought and can be computed by hand. What speaks against
/// numbers, and how much, is in `DrawFaults`.
public struct FreshNumbers {
  /// The way in which numbers are chosen. Work is marked with the numbers that it was done with, so that each way stays.
  public enum Draw: Int, Hashable, Sendable, CaseIterable {
    /// Of some draws the one with the fewest faults.
    case fewestFaults = 1
    /// The first of those that can be computed in the head, so that many learners have many numbers.
    case firstGood = 2

    /// How numbers are drawn where nothing was drawn before.
    public static let latest = Draw.firstGood
  }

  /// The inputs with their new numbers; those without a range keep theirs.
  public let inputs: [String: Double]

  /// - Parameters:
  ///   - graph: the graph with its ranges.
  ///   - seed: from 1; every seed gives other numbers, as far as the ranges reach.
  ///   - index: the number of the graph in its lesson, so that two graphs do not get the same numbers.
  ///   - taken: numbers that others are wanted than, all inputs together.
  public init(
    for graph: LessonGraph, seed: Int, index: Int, by way: Draw = .latest,
    without taken: Set<[String: Double]> = []
  ) {
    var pool = DrawPool(graph, seed: seed, index: index, without: taken)
    let drawn =
      switch way {
      case .fewestFaults: pool.fewestFaults()
      case .firstGood: pool.firstGood()
      }
    inputs = drawn ?? graph.inputs
  }
}
