import Autodiff
import Journals
import Lessons
import Phrases
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing

/// Numbers and derivatives that follow the draw, in keys and in the text.
@Suite struct OwnNumbersInTextTests {
  private func text(_ page: String) -> String {
    """
    # T

    ```graph
    parameter w = 3 in 2..9
    a = 2 + 3w
    J = a^2
    ```

    \(page)
    """
  }

  private func problems(_ page: String) -> [String] {
    let lesson = LessonReading(utf8: Array(text(page).utf8), name: "sample")
    let check = LessonCheck(lesson, source: .lesson(name: "sample", hash: "h")) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    return (check.errors + check.notes).map { $0.report(file: "s.md") }
  }

  private func session(_ page: String, seed: Int) throws -> Session {
    let lesson = try Lesson(utf8: Array(text(page).utf8), name: "t")
    return try Session(lesson, source: .lesson(name: "t", hash: "h"), seed: seed)
  }

  @Test(arguments: [
    ("0.5 dJ/dw", 3), ("dJ/da", 2), ("2dJ/dw + 1", 13), ("dJ/da da/dw", 6), ("dJ / dw", 6),
    ("(dJ/dw)/(dJ/da)", 0),
  ])
  func aKeyMayHoldDerivatives(formula: String, perA: Int) throws {
    for seed in [0, 1, 2] {
      var session = try session("```question q\nask: Q?\nnumber: \(formula)\n```", seed: seed)
      let w = try #require(session.worksheet?.key.numbers?.forward.values[0])
      let a = 2 + 3 * w
      let right: Double =
        switch formula {
        case "2dJ/dw + 1": 12 * a + 1
        case "(dJ/dw)/(dJ/da)": 3
        default: Double(perA) * a
        }
      _ = session.update(.answer(exercise: 0, "\(right)"))
      #expect(session.progress.state(of: .exercise(0)).word == "right", "\(formula), seed \(seed)")
    }
    #expect(problems("```question q\nask: Q?\nnumber: \(formula)\n```") == [])
  }

  @Test(arguments: [
    ("dJ/dq", "11:9: unknown name 'dJ'"), ("dQ/dw", "11:9: unknown name 'dQ'"),
    ("da/dJ", "9:13: the answer of 'q' is not accepted"),
  ])
  func aDerivativeThatIsNotThereIsTold(formula: String, told: String) {
    let problems = problems("```question q\nask: Q?\nnumber: \(formula)\n```")
    #expect(problems.count == 1 && problems[0].hasPrefix("s.md:\(told)"), "\(problems)")
  }

  @Test func aWrongAnswerMayBeADerivative() throws {
    let page = "```question q\nask: Q?\nnumber: dJ/dw\nwrong dJ/da: only the last step\n```"
    #expect(problems(page) == [])
    for seed in [0, 3] {
      var session = try session(page, seed: seed)
      let a = 2 + 3 * (try #require(session.worksheet?.key.numbers?.forward.values[0]))
      guard case .question(let key, _) = session.progress.exercises[0] else { continue }
      #expect(key.feedback(on: "\(2 * a)") == "only the last step")
      _ = session.update(.answer(exercise: 0, "\(2 * a)"))
      #expect(session.progress.state(of: .exercise(0)).word == "wrong")
    }
  }

  @Test func theTextHasTheLearnersNumbers() throws {
    let page = "You have `w = {{w}}`, *twice `{{2w}}`*.\n\n- a third: `{{w/3}}`\n"
    for seed in [0, 5, 6] {
      let session = try session(page, seed: seed)
      let w = try #require(session.worksheet?.key.numbers?.forward.values[0])
      let said = "\(session.shownBlocks)"
      #expect(said.contains("w = \(w.shortest)"), "\(said)")
      #expect(said.contains("\"\((2 * w).shortest)\""), "\(said)")
      #expect(!said.contains("{{"))
    }
    #expect(problems(page) == [])
  }

  private static let question = """
    ```fill
    forward
    hint a: take `{{3w}}` and add 2
    wrong a = w: `{{w}}` is w, not {{ 2w }}
    ```

    ```question q
    ask: What is twice `{{w}}`?
    number: 2w
    hint: it is `{{w}} + {{w}}`
    right: twice {{w}} is that
    wrong w: only `{{w}}`
    ```

    ```question c
    ask: Which is half of `{{2w}}`?
    - [x] `{{w}}`
    - [ ] `{{w + 1}}`
    ```
    """

  @Test(arguments: [0, 5, 6])
  func whatIsAskedHintedAndSaidHasTheLearnersNumbers(seed: Int) throws {
    #expect(problems(OwnNumbersInTextTests.question) == [])
    var session = try session(OwnNumbersInTextTests.question, seed: seed)
    let value = try #require(session.worksheet?.key.numbers?.forward.values[0])
    let (w, triple, next) = (value.shortest, (3 * value).shortest, (value + 1).shortest)
    guard case .question(let key, _) = session.progress.exercises[0],
      case .question(let choice, _) = session.progress.exercises[1]
    else { throw CancellationError() }
    #expect(key.question.text == [.paragraph([.text("What is twice "), .code(w), .text("?")])])
    #expect(key.question.reason == "twice \(w) is that")
    #expect(key.feedback(on: w) == "only \(w)")
    #expect(session.authorHints(on: .exercise(0)) == ["it is \(w) + \(w)"])
    #expect(session.authorHints(on: .entry(0)) == ["take \(triple) and add 2"])
    #expect("\(choice.question.answer)".contains(".code(\"\(next)\")"))
    _ = session.update(.fill(entry: 0, w))
    #expect(session.saying.text.contains("\(w) is w, not \((2 * value).shortest)"))
  }

  @Test(arguments: [
    ("```fill\nhint a: take `{{3v}}`\n```", "10:15", "3v"),
    ("```fill\nwrong a = w: not {{J}}\n```", "10:18", "J"),
    ("```question q\nask: Is it `{{v}}`?\nnumber: 2w\n```", "10:13", "v"),
    ("```question q\nask: Q?\nnumber: 2w\nhint: add {{v}}\n```", "12:11", "v"),
    ("```question q\nask: Q?\nnumber: 2w\nright: {{ a }}\n```", "12:8", "a"),
    ("```question q\nask: Q?\nnumber: 2w\nwrong w: {{w}} is not {{1/0}}\n```", "12:23", "1/0"),
    ("```question q\nask: Q?\n- [x] `{{v}}`\n- [ ] no\n```", "11:8", "v"),
  ])
  func anUnknownNameInWhatIsSaidIsTold(page: String, place: String, formula: String) {
    #expect(
      problems(page) == [
        "s.md:\(place): '{{\(formula)}}' has no number here; write a formula of the graph's inputs, as in {{2w}}"
      ])
  }

  @Test(arguments: [
    ("J", "9:2"), ("dJ/dw", "9:2"), ("q", "9:2"), ("1/(w - w)", "9:2"),
  ])
  func whatIsAskedHasNoPlaceInTheText(formula: String, place: String) {
    #expect(
      problems("`{{\(formula)}}` is it.\n\n```fill\n```\n") == [
        "s.md:\(place): '{{\(formula)}}' has no number here; write a formula of the graph's inputs, as in {{2w}}"
      ])
  }
}

extension Double {
  fileprivate var shortest: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
