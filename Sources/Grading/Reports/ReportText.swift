import Expressions
import Teaching

/// How reports write numbers.
enum ReportText {
  /// A share as a whole per cent; a dash where there is nothing to share.
  static func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "-" : "\((200 * part + whole) / (2 * whole)) %"
  }

  /// `35 s`, `12 min`, `3 h 05 min`.
  static func duration(milliseconds: Int) -> String {
    let seconds = (milliseconds + 500) / 1000
    guard seconds >= 60 else { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    guard minutes >= 60 else { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60) h \(String(rest).zeroPadded(to: 2)) min"
  }

  /// `upstream-only 2, sign 1`.
  static func rules(_ rules: [Marks.RuleCount], separator: String = ", ") -> String {
    rules.map { "\($0.rule.rawValue) \($0.count)" }.joined(separator: separator)
  }

  /// Points with two digits after the point at most.
  static func points(_ points: Double) -> String { ((points * 100).rounded() / 100).shortestText }

  /// Text that stays what it is in Markdown, on one line.
  static func escaped(_ text: String) -> String {
    text.map { character in
      if character.isNewline || (character.isASCII && character < " ") { return " " }
      return "\\`*_{}[]<>()#+!|~&".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  /// What a learner typed, on one line that is no longer than a table bears.
  static func line(_ typed: String) -> String {
    let shown = typed.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return String(shown.prefix(lineLimit)) + (shown.count > lineLimit ? "…" : "")
  }

  private static let lineLimit = 40

  /// A number with three digits after the point at most, for reports that machines read.
  static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
