/// What a generated class should have, counted from what was done.
extension OddClass {
  /// What became of one thing that is asked.
  struct Item: Hashable {
    var state = "empty"
    var attempts = 0
    var firstTries = 0
    var rightAtFirst = 0
    var wrong = 0
    var unreadable = 0
    var hints = 0
    var isShown = false
    var milliseconds = 0
    /// Whether it was right before, so that no hint counts any more.
    var wasRight = false

    var isFound: Bool { state == "right" }

    /// Counts a first attempt; a later one is none.
    fileprivate mutating func meet(_ isRight: Bool) {
      guard firstTries == 0 else { return }
      firstTries = 1
      rightAtFirst = isRight ? 1 : 0
    }
  }

  /// What somebody has in a lesson.
  struct Work: Hashable {
    var items: [String: Item] = [:]
    var milliseconds = 0
    var last = ""
    var late = 0
    /// The first attempts, in their order: what, and whether it was right.
    var first: [First] = []
    /// Answers, hints and what was shown, in their order.
    var steps: [Step] = []

    var right: Int { items.values.filter(\.isFound).count }
  }

  struct First: Hashable {
    var time: Int
    var entry: String
    var isRight: Bool
  }

  struct Step: Hashable {
    var time: Int
    var entry: String
    var session: String
    var outcome: String
    var typed: String
  }

  /// What leads to an entry and is asked as well.
  private static let leading = [
    "J": ["a"], "dJ/da": ["a"], "dJ/dw": ["da/dw", "dJ/da"], "df/db via d": ["df/dd"],
    "df/db via e": ["df/de"], "df/db": ["df/db via d", "df/db via e"], "K": ["p"],
    "dK/dp": ["p"], "dK/du": ["dK/dp"], "dK/dv": ["dK/dp"],
  ]

  /// A name without what does not tell learners apart.
  static func key(_ name: String) -> String {
    name.lowercased().split(separator: " ").joined(separator: " ")
  }

  /// Each learner's work by lesson, by the learner's name in small letters.
  mutating func count() -> [String: [String: Work]] {
    var works: [String: [String: Work]] = [:]
    var moments: [String: Int] = [:]
    var keys: [String: [Event]] = [:]
    for event in events { keys[OddClass.key(event.learner), default: []].append(event) }
    for (key, list) in keys {
      works[key] = [:]
      for event in list.sorted(by: { $0.clock < $1.clock }) {
        let asked = OddClass.asked(event.lesson)
        let run = "\(key) \(event.session)"
        let pause = min(300_000, event.clock - (moments[run] ?? event.clock))
        moments[run] = event.clock
        var work = works[key]?[event.lesson] ?? Work()
        add(event, asked, pause, &work)
        works[key]?[event.lesson] = work
      }
    }
    return works
  }

  private mutating func add(_ event: Event, _ asked: Asked, _ pause: Int, _ work: inout Work) {
    if event.clock > asked.until {
      if case .fill = event.kind { work.late += 1 }
      return
    }
    work.milliseconds += pause
    work.last = OddClass.time(event.clock)
    var item = work.items[event.entry] ?? Item()
    defer { work.items[event.entry] = item }
    item.milliseconds += pause
    /// What somebody does at the entry itself.
    func act(_ outcome: String, _ typed: String = "") {
      let isRight = outcome == "CORRECT"
      if !work.steps.contains(where: { $0.entry == event.entry }) {
        // A hint on what it leads to has told of it before.
        let isAlone = isRight && item.hints == 0
        work.first.append(First(time: event.clock, entry: event.entry, isRight: isAlone))
      }
      work.steps.append(
        Step(
          time: event.clock, entry: event.entry, session: event.session, outcome: outcome,
          typed: typed))
      guard !item.wasRight else { return }
      item.meet(isRight)
    }
    switch event.kind {
    case .fill("12abc"): item.unreadable += 1
    case .fill(let text):
      let isRight = text == OddClass.text(right(asked, event.entry, event.learner))
      act(isRight ? "CORRECT" : "INCORRECT", text)
      item.attempts += 1
      item.wrong += isRight ? 0 : 1
      item.state = isRight ? "right" : "wrong"
      item.wasRight = item.wasRight || isRight
    case .hint:
      // It helps with what leads there and is still open, too.
      for name in OddClass.leading[event.entry] ?? [] {
        var other = work.items[name] ?? Item()
        guard !["right", "revealed"].contains(other.state) else { continue }
        if !other.wasRight {
          other.hints += 1
          other.meet(false)
        }
        work.items[name] = other
      }
      act("HINT")
      item.hints += item.wasRight ? 0 : 1
    case .reveal:
      act("HINT")
      guard !item.wasRight else { return }
      item.isShown = true
      item.state = "revealed"
    }
  }
}
