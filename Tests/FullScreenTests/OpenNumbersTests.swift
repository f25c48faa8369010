import Autodiff
import Expressions
import FullScreen
import Journals
import LessonSolving
import Lessons
import PlainMode
import RandomNumbers
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Nothing that is shown depends on an entry that is open: with other numbers in its place no cell differs.
@Suite struct OpenNumbersTests {
  /// What is asked and nobody has found, and whatever is given and computed from it: reckoned here anew.
  private static func open(on worksheet: Worksheet) -> Set<Int> {
    var open: Set<Int> = []
    let (graph, list) = (worksheet.graph, worksheet.list)
    for (index, entry) in list.entries.enumerated() where !worksheet.states[index].isSettled {
      var parts = entry.prerequisites
      if entry.isLocal, let slot = entry.slot, let box = graph.nodes[entry.node].formula {
        let operands = graph.nodes[entry.node].operands
        let slope = box.expression.derivative(withRespectTo: graph.nodes[operands[slot]].name)
        parts = operands.filter { slope.names.contains(graph.nodes[$0].name) }
          .compactMap { list.forward(of: $0) }
      }
      let isAsked = worksheet.asked?.contains(index) ?? true
      if isAsked || parts.contains(where: open.contains) { open.insert(index) }
    }
    return open
  }

  /// Other numbers for what is open: larger ones, smaller ones, and some of the other sign.
  private static func others(on worksheet: Worksheet) -> [Int: Double] {
    var numbers: [Int: Double] = [:]
    guard let key = worksheet.key.numbers else { return [:] }
    for entry in open(on: worksheet) {
      let value = key.value(of: entry)
      numbers[entry] = entry % 3 == 0 ? -7 * value - 1.25 : entry % 3 == 1 ? 1234 + value : 0.5
    }
    return numbers
  }

  private static func disguised(_ session: Session) -> Session {
    session.replacing(others(on:))
  }

  /// What a screen shows as it is opened, on the map and of the page's text.
  private static func pictures(of session: Session, at size: Size) -> [Canvas] {
    var screen = Screen(session, size: size)
    var canvases = [screen.canvas()]
    for keys in [[Key.pageDown], [.pageUp, .function(12)], [.escape, .character("?")]] {
      for key in keys { screen.press(key) }
      canvases.append(screen.canvas())
    }
    return canvases
  }

  private static let lines = ["?where", "?graph", "?list", "?draw", "?page"]

  private static func speech(of session: Session) -> [String] {
    var talk = PlainTalk(session)
    for line in lines { talk.say(line) }
    return talk.lines
  }

  /// Compares a page as it is with one that has other numbers, before it is begun and after each answer.
  private static func compare(
    _ session: inout Session, at size: Size, every stride: Int = 1,
    _ place: String = ""
  ) {
    for (count, assignment) in session.assignments.enumerated() {
      _ = session.update(.go(to: assignment))
      if count % stride == 0 {
        let other = disguised(session)
        let name =
          "\(place) page \(session.pageNumber), at \(session.progress.name(of: assignment))"
        let (one, two) = (pictures(of: session, at: size), pictures(of: other, at: size))
        for (one, two) in zip(one, two) where one != two {
          Issue.record("\(name):\n\(one.picture)\n\(two.picture)")
          return
        }
        if count % (3 * stride) == 0 {
          #expect(speech(of: session) == speech(of: other), "\(name)")
        }
      }
      switch assignment {
      case .entry(let entry):
        let answer = session.worksheet?.key.answer(to: entry) ?? ""
        _ = session.update(.fill(entry: entry, answer))
      case .exercise(let index):
        let work = ExerciseWork(session.lesson.exercises[index], on: session.worksheet?.key.numbers)
        for answer in work.solution { _ = session.update(.answer(exercise: index, answer)) }
        while session.isComputing {
          session.computeSlice()
          session.note(seconds: 10)
        }
      }
    }
  }

  @Test(arguments: LessonSolver.lessonNames, [Size(80, 24), Size(120, 40)])
  func noPageOfTheCourseDependsOnWhatIsOpen(name: String, size: Size) throws {
    var session = try LessonSolver(name).session
    for page in 1...session.lesson.pages.count {
      _ = session.update(.page(page))
      // Before anything is answered, page after page: what a later one asks is open on an earlier one.
      let other = Self.disguised(session)
      #expect(
        Self.pictures(of: session, at: size) == Self.pictures(of: other, at: size),
        "page \(page) of \(name)")
    }
    for page in 1...session.lesson.pages.count {
      _ = session.update(.page(page))
      Self.compare(
        &session, at: size, every: max(2, session.assignments.count / 4), name)
    }
  }

  @Test(arguments: [
    ["J = (2 + 3w)^2", "w=3"], ["a = 2 + 3w", "J = a^2", "w=3"],
    ["d = a b", "e = a + b", "f = d e", "a=-2", "b=3"],
    ["z = w x + b", "a = sigmoid(z)", "J = 1/2 (a - y)^2", "w=0.7", "x=2", "b=0.1", "y=1"],
    ["m = max(s, q)", "s = x y", "q = x + y", "J = 2m", "x=3", "y=-4"],
  ])
  func nothingExploredDependsOnWhatIsOpen(formulas: [String]) throws {
    for size in [Size(80, 24), Size(120, 40)] {
      var session = try opened(exploring: formulas)
      Self.compare(&session, at: size, formulas[0])
    }
  }

  @Test(arguments: ["", "optimizer: adam", "given w", "optimizer: momentum velocity\nsteps: 2\nw"])
  func nothingAfterAStepDependsOnWhatIsOpen(after: String) throws {
    let text = """
      # T

      ```graph
      data x = 2
      parameter w = 0.8
      parameter b = 0.1
      p = w x + b
      L = p^2
      ```

      ## P

      ```fill
      ```

      ```after
      \(after)
      ```
      """
    for size in [Size(80, 24), Size(120, 40)] {
      var session = try opened(text, page: 2)
      Self.compare(&session, at: size, after)
    }
  }

  @Test(arguments: 1...12)
  func noProblemOfPracticeDependsOnWhatIsOpen(number: Int) throws {
    var run = PracticeRun([], on: 100, from: 1 + 7 * number)
    var session = try #require(try run.next())
    Self.compare(&session, at: number % 2 == 0 ? .usual : Size(120, 40), every: 2)
  }

  private static let formulas = [
    ["J = (2 + 3w)^2", "w=3"], ["d = a b", "e = a + b", "f = d e", "a=-2", "b=3"],
    ["z = w x + b", "a = sigmoid(z)", "J = 1/2 (a - y)^2", "w=0.7", "x=2", "b=0.1", "y=1"],
  ]

  private static func expectTheSame(_ session: Session, after messages: [Message] = []) {
    var (one, two) = (shown(session), shown(disguised(session)))
    for message in messages {
      one.act(message)
      two.act(message)
      #expect(one.canvas().text == two.canvas().text, "\(messages)")
    }
    #expect(PlainTalk(one).lines == PlainTalk(two).lines, "\(messages)")
  }

  @Test(arguments: formulas)
  func noHintTellsWhatIsOpenBesides(formulas: [String]) throws {
    let session = try opened(exploring: formulas)
    for assignment in session.assignments {
      Self.expectTheSame(
        session, after: [.go(to: assignment)] + Array(repeating: .hint, count: 6))
    }
  }

  /// Of graphs with short numbers: how many digits of a long one are shown follows from what is computed of it.
  @Test(arguments: formulas.prefix(2))
  func whatIsSaidOfAnAnswerTellsNothingThatIsOpenBesides(formulas: [String]) throws {
    let session = try opened(exploring: formulas)
    let key = try #require(session.worksheet?.key.numbers)
    for entry in session.asked {
      let value = key.value(of: entry)
      var answered = session
      _ = answered.update(.fill(entry: entry, value.shortestText))
      let (one, two) = (shown(answered), shown(Self.disguised(answered)))
      #expect(one.canvas().text == two.canvas().text)
    }
  }

  @Test(arguments: formulas)
  func noDerivationTellsWhatIsOpen(formulas: [String]) throws {
    let session = try opened(exploring: formulas)
    for assignment in session.assignments {
      for kind in [LookKind.derivation, .paths] {
        var (one, two) = (shown(session), shown(Self.disguised(session)))
        for message in [Message.go(to: assignment), .look(kind)] {
          one.act(message)
          two.act(message)
        }
        for _ in 1...8 {
          #expect(one.canvas().text == two.canvas().text)
          one.press(.enter)
          two.press(.enter)
        }
      }
    }
  }
}
