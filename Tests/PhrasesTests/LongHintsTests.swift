import Autodiff
import Expressions
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// The last hint on a box with a long formula leaves something to compute, which is right.
@Suite struct LongHintsTests {
  /// A sum of products, a nested formula, and a product of many.
  static let formulas = [
    (1...30).map { "(\($0)w + \($0).5)" }.joined(separator: " + "),
    (1...12).reduce("w") { "sigmoid(\($0) + \($1)) w" },
    (1...25).map { "(w + 0.\($0))" }.joined(separator: " "),
    (1...14).map { "sin(w + \($0)) exp(w/\($0))" }.joined(separator: " + "),
    (1...6).reduce("w") { "ln(2 + (\($0))^2/\($1) + w)" },
  ]

  @Test(arguments: formulas, [0.3, 1.7])
  func theLastHintLeavesARightComputation(formula: String, w: Double) throws {
    let text = "# Long\n\n```graph\nparameter w = \(w)\nJ = \(formula)\n```\n\n```fill\n```\n"
    let session = try opened(text)
    for entry in ["J", "dJ/dw"] {
      var session = session
      let index = try #require(session.worksheet?.list.index(of: entry))
      let hints = (1...6).map { _ in
        session.hint(on: index)
      }
      let last = try #require(hints.last)
      let statement = last.prefix { $0 != ";" }
      let marks = [" = ", " is "].lazy.compactMap { statement.ranges(of: $0).last }
      let place = try #require(marks.first, "\(last)")
      let computation = String(statement[place.upperBound...])
      #expect(session.worksheet?.check(computation, for: index).isAccepted == true, "\(last)")
      #expect(last.count < 700)
    }
  }
}

extension Session {
  /// The next hint on an entry.
  fileprivate mutating func hint(on index: Int) -> String {
    while focus != index { act(.nextEntry) }
    act(.hint)
    return saying.text
  }
}
