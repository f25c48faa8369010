package import Autodiff
package import FullScreen
import Journals
package import Lessons
package import Sessions
package import TextScreen

extension Size {
  package init(_ width: Int, _ height: Int) {
    self.init(width: width, height: height)
  }

  /// The screen that a test has unless it says another.
  package static let usual = Size(80, 24)
}

/// A session on a lesson, without a screen.
package func opened(
  _ text: String, name: String = "sample", hash: String = "h", page: Int = 1, seed: Int = 0
) throws -> Session {
  try opened(
    Lesson(utf8: Array(text.utf8), name: name), name: name, hash: hash, page: page, seed: seed)
}

package func opened(
  _ lesson: Lesson, name: String = "sample", hash: String = "h", page: Int = 1, seed: Int = 0
) throws -> Session {
  try Session(lesson, source: .lesson(name: name, hash: hash), page: page, seed: seed)
}

/// A session on formulas, without a screen.
package func opened(
  exploring texts: [String], data: Set<String> = [],
  breaking: ComputationGraph.Breaking = .singleFormula
) throws -> Session {
  let reading = try ComputationGraph.read(
    texts.map { Statement(input: $0) }, data: data, breaking: breaking)
  return try Session(exploring: reading, formulas: texts)
}

/// A session on a lesson, on a screen.
package func shown(
  _ text: String, page: Int = 1, seed: Int = 0, at size: Size = .usual
) throws -> Screen {
  shown(try opened(text, page: page, seed: seed), at: size)
}

/// A session that gets a screen.
package func shown(_ session: Session, at size: Size = .usual, isASCII: Bool = false) -> Screen {
  Screen(session, size: size, isASCII: isASCII)
}

/// A session on formulas, on a screen.
package func exploring(
  _ texts: String..., data: Set<String> = [], at size: Size = .usual
) throws -> Screen {
  try exploring(texts, data: data, at: size)
}

package func exploring(
  _ texts: [String], data: Set<String> = [], at size: Size = .usual
) throws -> Screen {
  shown(try opened(exploring: texts, data: data), at: size)
}

/// The first graph of the course: a = 11, J = 121, dJ/da = 22, da/dw = 3, dJ/dw = 66.
package func twoNodes(at size: Size = .usual) throws -> Screen {
  try exploring("a = 2 + 3w", "J = a^2", "w = 3", at: size)
}
