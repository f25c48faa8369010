/// Why something that was called by its name cannot be had: a lesson, an entry or an exercise.
public struct LookupFailure: Error, Hashable, Sendable {
  public var message: String

  public init(_ message: String) {
    self.message = message
  }
}
