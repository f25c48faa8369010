/// Values and derivatives of a tape at the numbers of its parameters.
///
/// ```swift
/// var run = TapeRun(tape)
/// let cost = run.forward(at: weights)
/// run.reverse(at: weights)
/// weights[0] -= rate * run.derivative(ofParameter: 0)
/// ```
public struct TapeRun: ~Copyable, Sendable {
  public let tape: Tape
  /// A value for each place of the tape.
  let values: FlatArray<Double>
  /// The derivative of the output with respect to each place; one that is passed on at once is not written.
  let adjoints: FlatArray<Double>
  /// The derivative of the output with respect to each parameter.
  let slopes: FlatArray<Double>

  public init(_ tape: Tape) {
    self.tape = tape
    values = FlatArray(uninitializedCount: tape.placeCount)
    adjoints = FlatArray(uninitializedCount: tape.placeCount)
    slopes = FlatArray(uninitializedCount: tape.parameterCount)
    values.base.update(from: tape.numbers.base, count: tape.numbers.count)
  }

  /// The derivative of the output with respect to each parameter, as of the last `reverse(at:)`.
  ///
  /// - Complexity: O(p), since it is copied.
  public var gradient: [Double] {
    Array(UnsafeBufferPointer(start: slopes.base, count: slopes.count))
  }

  /// The derivative of the output with respect to a parameter, as of the last `reverse(at:)`.
  public func derivative(ofParameter index: Int) -> Double {
    precondition(index >= 0 && index < slopes.count, "there is such a parameter")
    return slopes[index]
  }

  /// The value of a kept quantity that is no parameter, as of the last `forward(at:)`.
  public func value(ofKept index: Int) -> Double {
    let address = tape.kept[index]
    precondition(!address.isParameter, "the caller has the values of parameters")
    return values[address.index]
  }

  /// The derivative of the output with respect to a kept quantity, as of the last `reverse(at:)`.
  public func derivative(ofKept index: Int) -> Double {
    let address = tape.kept[index]
    return address.isParameter ? slopes[address.index] : adjoints[address.index]
  }

  /// Gives a kept number, as of a graph's data, another value.
  ///
  /// - Precondition: the quantity is a number.
  public mutating func set(kept index: Int, to value: Double) {
    let address = tape.kept[index]
    precondition(
      !address.isParameter && address.index < tape.numbers.count, "what is computed cannot be set")
    values[address.index] = value
  }
}
