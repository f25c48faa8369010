import Autodiff
import Lessons
import Testing

/// Graphs with vectors and matrices in lessons: what is read, and what is told of a mistake.
@Suite struct ArrayGraphBlockTests {
  private func lesson(_ graph: String) -> String { "# T\n\n```graph\n\(graph)\n```\n" }

  @Test(arguments: [
    (
      "parameter W = [[1, 2], [3, 9]] in -3..3\nJ = sum(W)",
      "4:11: 9 in W lies outside of -3..3; widen the range"
    ),
    (
      "data X = [1, 2]\nparameter W = [[1, 2, 3]]\nJ = sum(X W)",
      "6:9: X is (2) and W is (1, 3); the inner sizes 2 and 1 differ"
    ),
    (
      "data X = [1, 2]\nJ = 2X",
      "3:4: the output J is (2), and derivatives are those of a number; end with a number such as sum(J), or give the derivative to begin with: a line start dJ=…"
    ),
    ("data X = [1, 2]\nJ = sum(X)\noutput K", "6:1: "),
    (
      "data X = [1, 2]\nJ = sum(X)\noutput J\noutput X",
      "7:1: the output is named twice; name it once"
    ),
    ("parameter w = zeros(200, 200)\nJ = sum(w)", "3:4: the graph has 40001 numbers"),
  ])
  func aMistakeIsToldWithItsPlace(graph: String, message: String) {
    let errors: [LessonError]
    do {
      _ = try Lesson(utf8: Array(lesson(graph).utf8), name: "t")
      errors = []
    } catch {
      errors = error.errors
    }
    let texts = errors.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    #expect(texts.contains { $0.hasPrefix(message) }, "\(texts)")
  }

  /// What is made of single numbers is refused where it would have none, and never ends the program.
  @Test(arguments: [
    "```nudge w\n```", "```cascade w\n```", "```plot\nerror: w\n```",
    "```break-up\ndata X = [1, 2]\nJ = sum(X)\n```", "```question\nask: a\nnumber: 2w\n```",
  ])
  func whatFollowsNumbersIsRefused(block: String) {
    let text = lesson("parameter w = [1, 2]\nJ = sum(w^2)") + "\n\(block)\n"
    #expect(throws: LessonFailure.self) { try Lesson(utf8: Array(text.utf8), name: "t") }
  }

  @Test func anOutputAndAGivenDerivativeAreRead() throws {
    let text = lesson("data X = [1, 2]\nY = 2 X\nZ = Y^2\noutput Y\nstart dY = [1, 0]")
    let graph = try #require(try Lesson(utf8: Array(text.utf8), name: "t").graphs.first)
    #expect(graph.graph.nodes[graph.graph.output].name == "Y")
    #expect(graph.arrays?.starts.map { graph.graph.nodes[$0.node].name } == ["Y"])
    let numbers = try Lesson(
      utf8: Array(lesson("parameter w = 2\na = 3w\nb = a^2\noutput a").utf8), name: "t")
    #expect(numbers.graphs.first.map { $0.graph.nodes[$0.graph.output].name } == "a")
  }

  @Test func aCodeBlockAsksForTheDerivatives() throws {
    let text = lesson("data X = [1, 2]\nJ = sum(X^2)") + "\n```code\n```\n"
    let page = try #require(try Lesson(utf8: Array(text.utf8), name: "t").pages.first)
    #expect(page.isCode)
    #expect(page.requests.map(\.subject) == [.backward])
  }
}
