import Autodiff
import Expressions
import Testing

/// What is said of formulas with arrays that cannot stand, and that what is advised works.
struct ArrayErrorsTests {
  static let inputs = [
    "X = [1 2 3 4; 5 6 7 8; 9 10 11 12]", "W = [1 2; 3 4; 5 6]", "S = [1 2; 3 4]", "v = [1, 2]",
    "u = [1, 2, 3]", "T = [[[1, 2], [3, 4]]]", "s = 2",
  ]

  private static func message(_ formula: String) throws -> (String, [String]) {
    let statements = (inputs + ["J = sum(\(formula))"]).map { Statement($0) }
    do {
      _ = try ArrayReading(statements, GraphRequest())
      return ("", [])
    } catch {
      guard case .unreadable(_, let problem) = error else { return (error.message, []) }
      return (problem.message, problem.remedy?.applied(to: " sum(\(formula))") ?? [])
    }
  }

  @Test(arguments: [
    (
      "X W",
      "X is (3, 4) and W is (3, 2); the inner sizes 4 and 3 differ; did you mean X' W?"
    ),
    ("W X", "W is (3, 2) and X is (3, 4); the inner sizes 2 and 3 differ; did you mean W' X?"),
    (
      "X + v",
      "X is (3, 4) and v is (2), which do not go together number by number; from the right, sizes "
        + "have to agree or be 1"
    ),
    (
      "sum(X, 0)",
      "an axis is given by its name in 'sum'; write axis=0"
    ),
    (
      "sum(X, axis=2)",
      "X is (3, 4) and has no axis 2; its axes are 0 to 1, or -1 for the last"
    ),
    ("X[3, 0]", "index 3 lies outside axis 0, which has 3 numbers; indices go from 0 to 2"),
    (
      "v'",
      "a vector has one axis, so ' has nothing to turn; x' y is the number and x y' the outer "
        + "product of two vectors; did you mean v?"
    ),
    (
      "X × W",
      "a cross between two arrays may be the product of matrices or number by number; write @ or *"
    ),
    ("[1, 2; 3]", "the rows have 2 and 1 numbers; give all of them the same number"),
    ("[1, v]", "'v' is not a number; brackets hold numbers, as in [1, -2] or [1 2; 3 4]"),
    (
      "reshape(W, 4, 2)",
      "W is (3, 2) with 6 numbers, and (4, 2) has 8; choose sizes whose product is 6"
    ),
    ("v + randn(2)", "numbers are drawn for an input alone; write W = randn(2, 3) on its own"),
    ("1 < v < 2", "comparisons do not chain; compare two, and multiply the results with *"),
  ])
  func aFaultIsNamedWithItsRemedy(_ formula: String, _ message: String) throws {
    let said = try ArrayErrorsTests.message(formula).0
    #expect(said.contains(message), "\(said)")
  }

  @Test(arguments: ["X W", "W X", "sum(X, 0)", "X × X", "s @ X", "v'", "T.T"])
  func whatIsAdvisedWorks(_ formula: String) throws {
    let (message, remedies) = try ArrayErrorsTests.message(formula)
    #expect(!message.isEmpty && !remedies.isEmpty)
    #expect(
      remedies.contains { remedy in
        let statements = (ArrayErrorsTests.inputs + ["J = \(remedy)"]).map { Statement($0) }
        return (try? ArrayReading(statements, GraphRequest())) != nil
      }, "\(formula): \(remedies)")
  }

  @Test(arguments: [
    ("u + W[:, 0:1]", "u is (3) and W[:, 0:1] is (3, 1): together they are spread to (3, 3)"),
    ("S S", "S S is the product of matrices; write S * S for the product number by number"),
    ("S * S S", "all products bind alike, from the left: this is (S * S) S"),
    ("S^-1", "S^-1 is 1/S, number by number, and not the inverse matrix"),
    ("v.T", "v is a vector: v.T is v itself"),
  ])
  func whatIsOftenNotMeantGetsANote(_ formula: String, _ note: String) throws {
    let statements = (ArrayErrorsTests.inputs + ["Y = \(formula)", "J = sum(Y)"]).map {
      Statement($0)
    }
    let notes = try ArrayReading(statements, GraphRequest()).notes
    #expect(notes.contains { $0.contains(note) }, "\(notes)")
  }

  @Test func wordsOfArraysAreNamesWhereTheyAreBound() throws {
    let statements = [
      "sum = 3", "m = 2", "T = 5", "v = [1, 2]", "mean = (sum + m)/2", "Y = v^T",
      "J = mean T + max(Y)",
    ].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest())
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    #expect(forward.values[reading.graph.output] == NumericArray(12.5 + 32))
  }
}
