import Autodiff
import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import Training

/// Steps with the derivatives that a learner has found.
@Suite struct DescendingTests {
  private static let formulas = ["a = 2 + 3w", "J = a^2", "w = 3"]

  /// A session whose entries were answered in their order.
  private static func answered(
    _ formulas: [String] = formulas, _ answers: [String: String] = [:]
  ) throws -> Session {
    var session = try opened(exploring: formulas)
    for entry in session.asked {
      let key = try #require(session.worksheet?.key.numbers)
      let name = key.list.entries[entry].name
      session.act(.fill(entry: entry, answers[name] ?? "\(key.value(of: entry))"))
    }
    return session
  }

  private static func text(_ session: Session) -> String {
    Wording(session, for: Voice(isASCII: false, isSpoken: false, shortcuts: [:])).saying.text
  }

  private static func value(_ name: String, in session: Session) throws -> Double {
    let key = try #require(session.shownWorksheet?.key.numbers)
    return key.forward.values[try #require(key.graph.index(of: name))]
  }

  private static func isNear(_ name: String, _ number: Double, in session: Session) throws -> Bool {
    abs(try value(name, in: session) - number) < 1e-9
  }

  /// The curve is that of the optimizer along the exact derivatives.
  @Test(arguments: Optimizer.Method.allCases)
  func rightNumbersGiveTheOptimizersOwnCurve(method: Optimizer.Method) throws {
    let lines = ["p = w x + b", "L = (p - 1)^2", "w = 0.5", "b = -0.3", "data x = 2"]
    var session = try Self.answered(lines)
    session.act(.submit("optimizer \(method.name)"))
    session.act(.submit("rate 0.05"))
    session.act(.descend(.steps(1)))
    session.act(.descend(.steps(20)))
    let run = try #require(session.descent)
    var state = OptimizerState(Optimizer(method, rate: 0.05), count: 2)
    var numbers = [0.5, -0.3]
    var outputs: [Double] = []
    for _ in 0..<22 {
      let error = 2 * numbers[0] + numbers[1] - 1
      outputs.append(error * error)
      state.step(&numbers, along: [4 * error, 2 * error])
    }
    #expect(run.stepCount == 21)
    for (found, right) in zip(run.outputs, outputs) {
      #expect(abs(found - right) <= 1e-12 * max(1, right))
    }
  }

  /// A step goes where the learner's number says, and the next by the same wrong rule.
  @Test func aWrongSignClimbs() throws {
    var session = try Self.answered(Self.formulas, ["dJ/dw": "-66"])
    session.act(.submit("rate 0.01"))
    session.act(.descend(.steps(1)))
    #expect(try Self.value("w", in: session) == 3.66)
    session.act(.descend(.steps(1)))
    // a = 12.98, dJ/dw = 77.88.
    #expect(try Self.isNear("w", 4.4388, in: session))
    #expect(Self.text(session).contains("every step follows your own rule"))
    let outputs = try #require(session.descent).outputs
    #expect(outputs == outputs.sorted())
  }

  /// What came of an earlier wrong answer is carried on by it: dJ/da = 44, twice too large, and dJ/dw = 132.
  @Test func whatFollowsFromAWrongAnswerIsCarriedOn() throws {
    var session = try Self.answered(Self.formulas, ["dJ/da": "-22", "dJ/dw": "-66"])
    session.act(.submit("rate 0.01"))
    session.act(.descend(.steps(2)))
    #expect(try Self.isNear("w", 4.4388, in: session))
  }

  /// A number that follows no rule is used once.
  @Test func aStrangeNumberIsUsedOnce() throws {
    var session = try Self.answered(Self.formulas, ["dJ/dw": "17.3"])
    session.act(.submit("rate 0.01"))
    session.act(.descend(.steps(1)))
    #expect(try Self.isNear("w", 2.827, in: session))
    session.act(.descend(.steps(1)))
    // a = 10.481, dJ/dw = 62.886.
    #expect(try Self.isNear("w", 2.19814, in: session))
    #expect(
      Self.text(session).hasSuffix(
        "the first step was made with your numbers; from the second on dJ/dw is the right one")
        || Self.text(session).contains("from the second on dJ/dw"))
  }

  @Test func anOpenEntryMakesNoStepAndTellsNothing() throws {
    var session = try opened(exploring: Self.formulas)
    session.act(.fill(entry: 0, "11"))
    let before = session.progress
    #expect(session.act(.descend(.steps(1))) == [])
    #expect(session.progress == before)
    #expect(
      Self.text(session)
        == "a step needs the whole sweep; find J, dJ/da and da/dw, and 1 more first")
  }

  /// The words are no answers, and mean what the graph calls so.
  @Test(arguments: [
    ("step", DescentRequest.steps(1)), ("step 20", .steps(20)), ("rate 0.1", .rate(0.1)),
    ("rate = .5", .rate(0.5)), ("beta 0.8", .beta(0.8)), ("adam", .optimizer(.adam)),
    ("optimizer momentum ema", .optimizer(.averagedMomentum)), ("SGD", .optimizer(.descent)),
  ])
  func wordsAskForSteps(typed: String, request: DescentRequest) {
    #expect(DescentRequest(typed) == request)
    #expect(DescentRequest(request.text) == request)
    #expect(DescentRequest(typed, hidden: [String(typed.prefix { $0 != " " })]) == nil)
  }

  @Test(arguments: [
    "", "2", "step 0", "step 1001", "step two", "rate", "rate 0", "rate -1", "rate 1 2", "beta 1",
    "adams", "w - rate dJ/dw", "optimizer", "nan", "rate nan",
  ])
  func otherLinesAskForNone(typed: String) { #expect(DescentRequest(typed) == nil) }

  /// A rate that was chosen stays with another optimizer; one that was not is the optimizer's own.
  @Test func aChosenRateStays() throws {
    var session = try Self.answered()
    session.act(.submit("adam"))
    #expect(session.descent?.optimizer == Optimizer(.adam))
    session.act(.submit("rate 0.02"))
    session.act(.submit("momentum"))
    #expect(session.descent?.optimizer == Optimizer(.momentum, rate: 0.02))
    #expect(
      Self.text(session)
        == "steps are made by descent with momentum, rate 0.02, beta 0.9, from here on")
  }

  @Test func undoGoesBackAndRedoForth() throws {
    var session = try Self.answered()
    session.act(.submit("rate 0.01"))
    session.act(.descend(.steps(1)))
    let one = session.progress
    session.act(.descend(.steps(20)))
    let many = session.progress
    session.act(.undo)
    #expect(session.progress == one)
    #expect(try Self.value("w", in: session) == 2.34)
    session.act(.redo)
    #expect(session.progress == many)
    for _ in 0..<3 { session.act(.undo) }
    #expect(session.descent == nil)
    #expect(try Self.value("w", in: session) == 3)
  }

  /// Another answer is another beginning.
  @Test func anotherAnswerBeginsAnew() throws {
    var session = try Self.answered(Self.formulas, ["dJ/dw": "-66"])
    session.act(.descend(.steps(3)))
    let entry = try #require(session.worksheet?.list.index(of: "dJ/dw"))
    session.act(.fill(entry: entry, "66"))
    #expect(session.descent == nil)
    session.act(.descend(.steps(1)))
    #expect(session.descent?.stepCount == 1)
    #expect(session.descent?.start.areRight == true)
  }

  @Test func whereNothingIsFiniteStepsEnd() throws {
    var session = try Self.answered()
    session.act(.submit("rate 1000000"))
    session.act(.descend(.steps(200)))
    let run = try #require(session.descent)
    #expect(run.obstacle == .notFinite(step: run.stepCount + 1))
    #expect(Self.text(session).contains("too large or have no value"))
    let finite = run.outputs.filter { $0.isFinite }
    #expect(finite == run.outputs)
  }

  static let lesson = """
    # T

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ## P

    ```fill
    ```
    """

  /// A journal brings steps back, and what was undone of them.
  @Test func aJournalBringsStepsBack() throws {
    var session = try opened(Self.lesson, page: 2)
    var effects: [Effect] = []
    for (entry, typed) in ["11", "121", "22", "3", "-66"].enumerated() {
      effects += session.update(.fill(entry: entry, typed))
    }
    effects += session.update(.submit("rate 0.01"))
    effects += session.update(.descend(.steps(1)))
    effects += session.update(.descend(.steps(20)))
    effects += session.update(.undo)
    let records = try effects.records()
    #expect(
      records.suffix(4).map(\.kind) == [
        .descend("rate 0.01"), .descend("step"), .descend("step 20"),
        .undo([.descent(graph: 0, ["rate 0.01", "step"])]),
      ])
    var again = try opened(Self.lesson, page: 2)
    again.resume(records, page: 2)
    #expect(again.progress.descents == session.progress.descents)
    #expect(again.descent?.stepCount == 1)
  }

  @Test func aGradedLessonMakesStepsOnceAllIsFound() throws {
    let graded = Self.lesson.replacing("# T\n", with: "# T\n\n```graded\nhints: none\n```\n")
    var session = try opened(graded, page: 2)
    for (entry, typed) in ["11", "121", "22", "3", "-66"].enumerated() {
      session.act(.fill(entry: entry, typed))
    }
    session.act(.descend(.steps(1)))
    #expect(Self.text(session) == "this lesson is graded: steps are made once all is found")
    #expect(session.descent == nil)
    session.act(.fill(entry: 4, "66"))
    session.act(.descend(.steps(1)))
    #expect(session.descent?.stepCount == 1)
  }

  @Test func anExamMakesNone() throws {
    let exam = Self.lesson.replacing("```fill", with: "```exam")
    var session = try opened(
      exam.replacing("## P\n", with: "## P\n\n```graph again\n```\n"), page: 2)
    for (entry, typed) in ["11", "121", "22", "3", "66"].enumerated() {
      session.act(.fill(entry: entry, typed))
    }
    session.act(.descend(.steps(1)))
    #expect(Self.text(session) == "steps are made after the work is handed in")
  }

  /// Steps would tell what comes after one, and wait until that is found.
  @Test func whatComesAfterAStepIsNotTold() throws {
    let after = Self.lesson + "\n\n```after\nrate: 0.01\n```\n"
    var session = try opened(after, page: 2)
    for (entry, typed) in ["11", "121", "22", "3", "66"].enumerated() {
      session.act(.fill(entry: entry, typed))
    }
    session.act(.descend(.steps(1)))
    #expect(
      Self.text(session)
        == "a step needs the whole sweep; find w after 1 and J after 1 first")
    for (name, typed) in [("w after 1", "2.34"), ("J after 1", "81.3604")] {
      let entry = try #require(session.worksheet?.list.index(of: name))
      session.act(.fill(entry: entry, typed))
    }
    session.act(.descend(.steps(1)))
    #expect(session.descent?.stepCount == 1)
  }
}
