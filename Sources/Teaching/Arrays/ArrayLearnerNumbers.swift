public import Expressions

/// What a learner has made of the entries around one, as far as a verdict on it depends on them.
public struct ArrayLearnerNumbers: Hashable, Sendable {
  /// The learner's own accepted numbers, by entry.
  public var own: [Int: NumericArray]
  /// The learner's own wrong numbers, by entry.
  public var wrong: [Int: NumericArray]

  /// What leads to the entry and stands there found, where it comes after steps: no suspect.
  var settled: Set<Int> = []

  public init(own: [Int: NumericArray] = [:], wrong: [Int: NumericArray] = [:]) {
    self.own = own
    self.wrong = wrong
  }
}
