import Expressions

/// A right answer as it is shown.
public enum ShownAnswer: Hashable, Sendable {
  case number(Double)
  /// What is no number: a shape, an array, a formula.
  case text(String)

  /// All of it.
  public var text: String {
    switch self {
    case .number(let number): number.shortestText
    case .text(let text): text
    }
  }

  /// The columns in which a number has three digits at least, or all of a text stands.
  package var leastColumns: Int {
    switch self {
    case .number(let number): number.leastColumns
    case .text(let text): text.count
    }
  }
}
