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

/// All that is wrong with a lesson's file, in the order of its lines.
public struct LessonFailure: Error, Hashable, Sendable {
  public var errors: [LessonError]

  public init(_ errors: [LessonError]) {
    self.errors = errors.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
  }

  /// The errors line by line, as editors and terminals link them; of very many only the first.
  public func report(file: String) -> String {
    let shown = errors.prefix(LessonFailure.reportLimit).map { $0.report(file: file) }
    let more = errors.count - shown.count
    return (shown + (more > 0 ? ["\(file): and \(more) more"] : [])).joined(separator: "\n")
  }

  private static let reportLimit = 200
}
