import Journals
import LessonSolving
import Lessons
import RandomNumbers
import Sessions
import Teaching

/// A class of learners who answer by chance, with the lines that their journals hold and a count of what they did.
///
/// What is right and what is wrong is known from how an answer was made, and counted here as it is typed.
struct GeneratedClass {
  /// What the learners did with one entry.
  struct Count: Hashable {
    var learners = 0
    var firstTries = 0
    var rightAtFirst = 0
    var attempts = 0
    var wrong = 0
    var unreadable = 0
    var hints = 0
    var shown = 0
    var milliseconds = 0
  }

  struct Place: Hashable {
    var page: Int
    var entry: String
  }

  /// The lines of each learner's journal.
  private(set) var journals: [(learner: String, lines: [String])] = []
  private(set) var counts: [Place: Count] = [:]

  static let lessonName = "made"

  static let text = """
    # Made

    \(SampleBlocks.twoNodes)

    \(SampleBlocks.slope)

    ## Values

    ```fill
    forward
    ```

    ## Derivatives

    ```fill
    local
    backward
    ```

    ## Another

    ```graph
    data x = 2
    parameter w = -3
    parameter b = 0.5
    z = w x + b
    L = z^2 + b
    ```

    ```fill
    ```
    """

  static func session() throws -> Session {
    let bytes = Array(text.utf8)
    let lesson = try Lesson(utf8: bytes, name: lessonName)
    return try Session(
      lesson, source: .lesson(name: lessonName, hash: Source.hash(of: bytes)))
  }

  init(learners: Int, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for number in 0..<learners {
      var learner = GeneratedLearner(
        name: "learner \(number)", session: try GeneratedClass.session(), generator: generator)
      learner.work()
      generator = learner.generator
      journals.append((learner.name, learner.lines))
      for (place, count) in learner.counts { counts[place, default: Count()].add(count) }
    }
  }
}

extension GeneratedClass.Count {
  fileprivate mutating func add(_ other: Self) {
    learners += other.firstTries > 0 ? 1 : 0
    firstTries += other.firstTries
    rightAtFirst += other.rightAtFirst
    attempts += other.attempts
    wrong += other.wrong
    unreadable += other.unreadable
    hints += other.hints
    shown += other.shown
    milliseconds += other.milliseconds
  }
}

/// One learner of a generated class.
private struct GeneratedLearner {
  let name: String
  private(set) var session: Session
  private(set) var generator: SplitMix64
  private(set) var lines: [String] = []
  private(set) var counts: [GeneratedClass.Place: GeneratedClass.Count] = [:]
  /// Milliseconds since the day began.
  private var clock = 0
  private var run = "first"

  init(name: String, session: Session, generator: SplitMix64) {
    self.name = name
    self.session = session
    self.generator = generator
  }

  private mutating func chance(_ percent: Int) -> Bool { generator.next(below: 100) < percent }

  mutating func work() {
    for page in 1...session.lesson.pages.count {
      send(.page(page))
      for assignment in session.assignments { solve(assignment, page) }
      if chance(20) {
        // Another run of the program: what lies between the two is no time of work.
        run += "+"
        clock += 1_000_000
      }
    }
  }

  private mutating func solve(_ assignment: Assignment, _ page: Int) {
    let place: GeneratedClass.Place
    let right: String
    switch assignment {
    case .exercise(let index):
      place = GeneratedClass.Place(page: page, entry: session.lesson.exercises[index].id)
      right = "3"
    case .entry(let entry):
      guard let key = session.worksheet?.key.numbers else { return }
      place = GeneratedClass.Place(page: page, entry: key.list.entries[entry].name)
      right = "\(key.value(of: entry))"
    }
    var count = GeneratedClass.Count()
    var isFirst = true
    func type(_ text: String, _ session: inout Session) -> [Effect] {
      switch assignment {
      case .entry(let entry): session.update(.fill(entry: entry, text))
      case .exercise(let index): session.update(.answer(exercise: index, text))
      }
    }
    func attempt(_ isRight: Bool) {
      if isFirst {
        count.firstTries = 1
        count.rightAtFirst = isRight ? 1 : 0
      }
      isFirst = false
    }
    if chance(10) {
      count.unreadable += 1
      count.milliseconds += note(type("12abc", &session))
    }
    if chance(70) {
      // Focuses it, so that the hint is on it.
      while session.assignment != assignment { _ = session.update(.nextEntry) }
      if chance(20) {
        attempt(false)
        count.hints += 1
        count.milliseconds += note(session.update(.hint))
      }
    }
    while chance(30) {
      attempt(false)
      count.attempts += 1
      count.wrong += 1
      let slips = ["-(\(right))", "2(\(right))", "10(\(right))", "2(\(right)) + 17.25"]
      // Of nothing these are the same.
      let wrong = Double(right) == 0 ? "17.25" : slips[generator.next(below: slips.count)]
      count.milliseconds += note(type(wrong, &session))
    }
    if chance(5) {
      attempt(false)
      while session.assignment != assignment { _ = session.update(.nextEntry) }
      count.shown = 1
      count.milliseconds += note(session.update(.reveal))
    } else {
      attempt(true)
      count.attempts += 1
      count.milliseconds += note(type(right, &session))
      if chance(10) {
        note(session.update(.undo))
        count.attempts += 1
        count.milliseconds += note(type(right, &session))
      }
    }
    counts[place] = count
  }

  private mutating func send(_ message: Message) {
    note(session.update(message))
  }

  /// Keeps the lines of what happened and returns how long it took, of a long pause five minutes.
  @discardableResult
  private mutating func note(_ effects: [Effect]) -> Int {
    var counted = 0
    for case .record(let event) in effects {
      let pause = chance(5) ? 400_000 : 1 + generator.next(below: 60_000)
      clock += pause
      let isFirstOfRun = !lines.contains { $0.contains("\"session\": \"\(name) \(run)\"") }
      counted += isFirstOfRun ? 0 : min(pause, 300_000)
      let context = JournalEvent.Context(
        time: GeneratedLearner.time(clock), session: "\(name) \(run)", learner: name)
      lines.append(event.line(in: context))
    }
    return counted
  }

  private static func time(_ milliseconds: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    let day = milliseconds / 86_400_000
    let (hours, minutes) = (milliseconds / 3_600_000 % 24, milliseconds / 60_000 % 60)
    return "2026-11-\(padded(1 + day, 2))T\(padded(hours, 2)):\(padded(minutes, 2)):"
      + "\(padded(milliseconds / 1000 % 60, 2)).\(padded(milliseconds % 1000, 3))Z"
  }
}
