/// A line of a script that cannot be read.
public struct ScriptError: Error, Hashable, Sendable {
  public var line: Int
  public var message: String

  public init(_ message: String, line: Int) {
    self.line = line
    self.message = message
  }
}

/// All lines of a script that cannot be read, in their order.
public struct ScriptFailure: Error, Hashable, Sendable {
  public var errors: [ScriptError]
}
