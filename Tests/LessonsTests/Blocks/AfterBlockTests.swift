import Lessons
import Testing
import Training

/// How a lesson says which steps are made, and what it asks after them.
@Suite struct AfterBlockTests {
  private static func lesson(
    _ after: String, graph: String = "parameter w = 3\nparameter b = 1\nJ = w^2 + b"
  ) throws -> Lesson {
    try Lesson(
      utf8: Array(
        """
        # T

        ```graph
        \(graph)
        ```

        ## P

        ```after
        \(after)
        ```
        """.utf8), name: "t")
  }

  @Test(arguments: [
    ("", StepPlan(Optimizer(.descent))),
    ("rate: 0.5", StepPlan(Optimizer(.descent, rate: 0.5))),
    ("rate: 1/4\nsteps: 3", StepPlan(Optimizer(.descent, rate: 0.25), count: 3)),
    ("optimizer: momentum", StepPlan(Optimizer(.momentum))),
    ("beta: 0.5\noptimizer: momentum ema", StepPlan(Optimizer(.averagedMomentum, beta: 0.5))),
    (
      "optimizer: adam\nbeta1: 0.8\nbeta2: 0.99\nepsilon: 1e-6",
      StepPlan(Optimizer(.adam, beta: 0.8, beta2: 0.99, epsilon: 1e-6))
    ),
    ("parameters: w", StepPlan(Optimizer(.descent), moving: ["w"])),
  ])
  func theStepsBelongToTheGraph(after: String, plan: StepPlan) throws {
    let lesson = try Self.lesson(after)
    #expect(lesson.graphs[0].steps == plan)
    #expect(lesson.pages[1].requests.map(\.subject) == [.after])
  }

  @Test func aShortNameStandsForAllSteps() throws {
    let lesson = try Self.lesson("steps: 2\nw\nJ after 1\ngiven b\nhint w after 1: look")
    #expect(
      lesson.pages[1].requests.map(\.subject)
        == [
          .entry("w after 1"), .entry("w after 2"), .entry("J after 1"), .entry("b after 1"),
          .entry("b after 2"),
        ])
    #expect(lesson.pages[1].requests.map(\.isGiven) == [false, false, false, true, true])
    #expect(lesson.pages[1].advice.map(\.entry.text) == ["w after 1"])
  }

  @Test(arguments: [
    ("rate: 0", "12:7: '0' is not a rate; write a number above 0"),
    ("rate: fast", "12:7: 'fast' is not a rate; write a number above 0"),
    ("steps: 21", "12:8: '21' is not a number of steps; write one from 1 to 20"),
    (
      "optimizer: adagrad",
      "12:12: 'adagrad' is not an optimizer; write one of sgd, momentum, momentum ema, momentum "
        + "velocity, adam"
    ),
    ("beta: 0.9", "12:1: sgd has no beta; take the line away, or name another optimizer"),
    (
      "optimizer: momentum\nbeta2: 0.9",
      "13:1: momentum has no beta2; take the line away, or name another optimizer"
    ),
    (
      "optimizer: adam\nbeta: 1",
      "13:7: '1' is not a beta; write a number between 0 and 1"
    ),
    (
      "parameters: w, J", "12:13: 'J' is not a parameter of the graph; there are w, b"
    ),
  ])
  func whatCannotBeReadIsAnErrorAtItsPlace(after: String, error: String) throws {
    let failure = try #require(throws: LessonFailure.self) { try Self.lesson(after) }
    #expect(
      failure.errors.map { "\($0.position.line):\($0.position.column): \($0.message)" } == [error])
  }

  @Test func aGraphOfMatricesIsAskedWholeOrInCells() throws {
    let lesson = try Self.lesson(
      "optimizer: adam\nsteps: 2\nW\nW[0, 1]\nv of W[1, 0]\ngiven m of W\nJ after 2",
      graph: "parameter W = [[1, 2], [3, 4]]\nJ = sum(W * W)")
    #expect(lesson.graphs[0].steps == StepPlan(Optimizer(.adam), count: 2))
    #expect(
      lesson.pages[1].requests.map(\.subject)
        == [
          .entry("W after 1"), .entry("W after 2"), .entry("W[0, 1] after 1"),
          .entry("W[0, 1] after 2"), .entry("v of W[1, 0] after 1"),
          .entry("v of W[1, 0] after 2"), .entry("m of W after 1"), .entry("m of W after 2"),
          .entry("J after 2"),
        ])
  }

  @Test func otherStepsNeedAGraphOfTheirOwn() throws {
    let failure = try #require(throws: LessonFailure.self) {
      try Self.lesson("rate: 0.1\n```\n\n## Q\n\n```after\nrate: 0.2")
    }
    #expect(
      failure.errors.map(\.message) == [
        "other steps on this graph stand above; begin a new page with '## ' and 'graph again'"
      ])
    let again = try Self.lesson(
      "rate: 0.1\n```\n\n## Q\n\n```graph again\n```\n\n```after\nrate: 0.2")
    #expect(again.graphs.map { $0.steps?.optimizer.rate } == [0.1, 0.2])
  }

  @Test func otherStepsMakeAnotherEdition() throws {
    let one = LessonEdition(of: try Self.lesson("rate: 0.1"))
    let other = LessonEdition(of: try Self.lesson("rate: 0.2"))
    #expect(one.graphs != other.graphs)
    #expect(one.pages == other.pages)
  }
}
