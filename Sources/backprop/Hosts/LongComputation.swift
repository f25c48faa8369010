/// Long computations, done in slices between keys and timed.
enum LongComputation {
  /// Does one slice.
  ///
  /// - Returns: how many seconds it took.
  static func seconds(_ slice: () -> Void) -> Double {
    let took = ContinuousClock().measure(slice).components
    return Double(took.seconds) + Double(took.attoseconds) * 1e-18
  }
}
