/// Something in a lesson's file that cannot stand.
public struct LessonError: Error, Hashable, Sendable {
  public var position: TextPosition
  /// What is wrong, and what to do, separated by a semicolon.
  public var message: String

  public init(_ message: String, at position: TextPosition) {
    self.position = position
    self.message = message
  }

  /// The error as editors and terminals link it: `file:line:column: what; what to do`.
  public func report(file: String) -> String {
    "\(file):\(position.line):\(position.column): \(message)"
  }
}
