import Autodiff
import Expressions
import Phrases
import Teaching
import Testing

struct ArrayRuleWordsTests {
  static let lines = [
    "X = [[1, 2, 0, 1], [3, 4, 1, 0], [5, 7, 2, 1]]", "Y = [[1, 0], [0, 1], [1, 1]]",
    "W = [[0.2, 0.1], [-0.1, 0.3], [0.4, 0.2], [1, -1]]", "b = [0.1, -5]", "Z = X W + b",
    "A = relu(Z)", "J = mean((A - Y)^2)",
  ]

  /// What is said of a wrong answer.
  static func said(_ entry: String, _ typed: String) throws -> [String] {
    let reading = try ArrayReading(
      lines.map { Statement($0) }, GraphRequest(data: ["X", "Y"]))
    let sheet = try ArraySheetKey(reading)
    let index = try #require(sheet.list.index(of: entry))
    guard case .wrong(let wrongness) = sheet.key.check(typed, for: sheet.places[index]) else {
      return []
    }
    return ArrayRuleWords(wrongness, typed: typed, for: index, in: sheet).sentences
  }

  @Test(arguments: [
    (
      "dJ/dW", "X dZ",
      [
        "X dZ does not multiply: (3, 4) by (3, 2); dJ/dW has W's shape, (4, 2): which product of X "
          + "and dJ/dZ gives that?",
        "X dZ multiplies by a factor as it stands; on the way back one of the two is turned: look "
          + "which sizes meet, and which are left over",
      ]
    ),
    (
      "dJ/db", "dZ",
      [
        "dZ is (3, 2); dJ/db has b's shape, (2)",
        "dZ is not summed: b was used again and again along an axis, and each use adds its part",
      ]
    ),
    (
      "dJ/dZ", "dA",
      ["dA lets everything through at A; where it shut something out, nothing comes back"]
    ),
    (
      "dJ/dA", "2 A / 6",
      ["2 A / 6 leaves out the target: what counts is how far it was missed"]
    ),
    ("shape of Z", "(2, 3)", ["(2, 3) lies on its side: rows come first, then columns"]),
  ])
  func aShapeIsSaidFirstAndThenTheRule(entry: String, typed: String, said: [String]) throws {
    #expect(try ArrayRuleWordsTests.said(entry, typed) == said)
  }
}
