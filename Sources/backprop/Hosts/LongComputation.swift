import Tutor

/// Long computations of a session, done in slices and timed.
enum LongComputation {
  /// Does one slice and tells the session how long it took.
  static func doSlice(of session: inout Session) {
    let took = ContinuousClock().measure { _ = session.update(.work) }
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
    _ = session.update(.worked(seconds: seconds))
  }
}
