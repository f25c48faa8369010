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
