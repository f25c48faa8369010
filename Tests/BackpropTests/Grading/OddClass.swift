import Autodiff
import Foundation
import Journals
import Lessons
import RandomNumbers
import Sessions
import Teaching

/// A class of many over three lessons, with everything that was met in what classes hand in. It is made from a seed;
/// nothing of it comes from the code that marks.
struct OddClass {
  static let lessons = [
    Asked(
      name: "alpha", title: "Alpha",
      text: """
        # Alpha

        ```graded
        points: 12.5
        until: 2026-11-24 12:00 Z
        ```

        ```graph
        parameter w = 3 in 2..99
        a = 2 + 3w
        J = a^2
        ```

        ```fill
        ```

        """, entries: ["a", "J", "dJ/da", "da/dw", "dJ/dw"], points: 12.5, isGraded: true,
      until: 43_259_999),
    Asked(
      name: "beta", title: "Beta, or \"two ways\"",
      text: """
        # Beta, or "two ways"

        ```graph
        parameter b = 3
        data a = 2
        d = a b
        e = a + b
        f = d e
        ```

        ```question slope
        ask: How far does d move?
        number: 2
        ```

        ```fill
        backward
        ```

        """, entries: ["slope", "df/dd", "df/de", "df/db via e", "df/db via d", "df/db"],
      points: 6),
    Asked(
      name: "gamma", title: "Gamma",
      text: """
        # Gamma

        ```graded
        hints: all
        ```

        ```graph
        parameter u = 3 in 2..99
        parameter v = 5 in -99..99
        p = 4u + v
        K = 2p
        ```

        ```fill
        forward
        backward
        ```

        """, entries: ["p", "K", "dK/dp", "dK/du", "dK/dv"], points: 5, isGraded: true),
  ]

  static func asked(_ name: String) -> Asked {
    lessons.first { $0.name == name } ?? lessons[0]
  }

  /// What the files hold, by path.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// All that was done and can be read, learner by learner in the order of their files.
  private(set) var events: [Event] = []
  /// What is said of each file that is not read whole, as it is written.
  private(set) var notes: Set<String> = []
  /// The students of the roster: half of all, and some of whom there is nothing.
  private(set) var roster: [(name: String, login: String)] = []
  private var generator: SplitMix64
  private var drawn: [String: [String: Double]] = [:]
  private var clock = 0

  init(learners: Int, seed: UInt64) throws {
    generator = SplitMix64(seed: seed)
    for number in 0..<learners { add(number) }
    addOthers()
    roster += [("Nobody, Ned", "ned"), ("Nothing, Nell", "nell")]
  }

  private mutating func chance(_ percent: Int) -> Bool { generator.next(below: 100) < percent }

  /// A learner with an oddity that goes by the number.
  private mutating func add(_ number: Int) {
    let oddity = number % 20
    let odd = ["Zoë, \"Z\" \(number)", "=SUM(A\(number))", "a|b `c` \(number)"]
    let name = oddity == 0 ? odd[number / 20 % 3] : "learner \(number)"
    let session = oddity == 17 ? "shared \(number / 40)" : "of \(number)"
    clock = 28_800_000 + generator.next(below: 3_600_000)
    if oddity == 10 { clock += 10_800_000 }
    var events: [Event] = []
    for lesson in OddClass.lessons where chance(80) || oddity > 8 || lesson.name == "beta" {
      // Names that are written in two ways have two seeds, of which the better work counts.
      if oddity == 9, lesson.isGraded { continue }
      events += work(name, session, lesson, oddity)
    }
    if number % 2 == 0 { roster.append(("Last\(number), First", name)) }
    let folder = number % 7 == 0 ? "in/group \(number % 3)" : "in"
    let stem = "\(folder)/\(["work", "hand-in (2)", "ü"][number % 3]) \(number)"
    switch oddity {
    case 1: write("\(stem).jsonl", journal(events))
    case 2: write("\(stem).MD", handIn(events))
    case 3: write(stem, handIn(events))
    case 4: write("\(stem).txt", handIn(events).replacing("\n", with: "\r\n"))
    case 5:
      // Handed in twice, the first time in the middle.
      write("\(stem).md", handIn(Array(events.prefix(events.count / 2))))
      write("\(stem) again.md", handIn(events))
      let files = ["\(stem) again.md", "\(stem).md"].sorted().joined(separator: ", ")
      if events.count > 1 {
        notes.insert("note: the work of '\(name)' is in \(files), and was read as one")
      }
    case 9:
      let (first, second) = (events.prefix(events.count / 2), events.dropFirst(events.count / 2))
      let other = " LEARNER   \(number) "
      write("\(stem).md", handIn(Array(first)))
      write("\(stem)b.md", handIn(second.map { spelled($0, other) }))
      if !first.isEmpty {
        notes.insert(
          "note: the work of '\(name)' is in \(stem).md, \(stem)b.md, and was read as one")
      }
    case 11:
      // Two lines are damaged: one is torn, one is nonsense.
      let torn = String(
        line(event(name, session, OddClass.lessons[1], "df/dd", .fill("1"))).prefix(60))
      write("\(stem).jsonl", "nonsense\n" + journal(events) + torn)
      notes.insert("\(stem).jsonl:1: not a journal record; left out")
      notes.insert("\(stem).jsonl:\(events.count + 2): torn in the middle; left out")
    case 12:
      write("\(stem).jsonl", journal(events) + "{\"time\": \"x\", \"event\": \"sing\"}\n")
      notes.insert("\(stem).jsonl: 1 line of a newer version is kept and skipped")
    case 13:
      let strange = line(event(name, session, OddClass.lessons[1], "q", .fill("1")))
      write("\(stem).jsonl", journal(events) + strange + "\n")
      notes.insert(
        "\(stem).jsonl:\(events.count + 1): page 1 of 'beta' asks nothing called 'q'; left out")
    case 14:
      // The work of the one before, with another name in it.
      let copy = self.events.reversed().prefix { $0.learner == "learner \(number - 1)" }.reversed()
      events = copy.map { spelled($0, name) }
      write("\(stem).md", handIn(events))
    default: write("\(stem).md", handIn(events))
    }
    self.events += events
  }

  private func spelled(_ event: Event, _ name: String) -> Event {
    var event = event
    event.learner = name
    return event
  }

  private func event(
    _ learner: String, _ session: String, _ lesson: Asked, _ entry: String, _ kind: Event.Kind,
    called: String? = nil, hash: String? = nil
  ) -> Event {
    Event(
      learner: learner, drawnFor: learner, session: session, clock: clock, lesson: lesson.name,
      entry: entry,
      kind: kind, called: called ?? lesson.name, hash: hash ?? lesson.hash)
  }

  /// What somebody does in a lesson, by chance.
  private mutating func work(
    _ learner: String, _ session: String, _ lesson: Asked, _ oddity: Int
  ) -> [Event] {
    // The file was renamed by a browser, or copied with other line ends.
    let called = oddity == 6 ? "\(lesson.name) (2)" : nil
    let copy = Array(lesson.text.replacing("\n", with: "\r\n").utf8)
    let hash = oddity == 7 ? Source.hash(of: copy) : nil
    var events: [Event] = []
    for entry in lesson.entries {
      func add(_ kind: Event.Kind, _ self: inout OddClass) {
        self.clock += self.chance(4) ? 400_000 : 1 + self.generator.next(below: 60_000)
        events.append(
          self.event(learner, session, lesson, entry, kind, called: called, hash: hash))
      }
      if chance(12) { continue }
      let right = self.right(lesson, entry, learner)
      if chance(8) { add(.fill("12abc"), &self) }
      if chance(12), entry != "slope" { add(.hint, &self) }
      while chance(30) { add(.fill(wrong(right)), &self) }
      if !lesson.isGraded, entry != "slope", chance(8) {
        add(.reveal, &self)
      } else if oddity != 15 || chance(50) {
        add(.fill(OddClass.text(right)), &self)
        // Right, and wrong in the end.
        if oddity == 16, chance(60) { add(.fill(wrong(right)), &self) }
        if chance(6), entry != "slope" { add(.hint, &self) }
      }
    }
    return events
  }

  private mutating func wrong(_ right: Double) -> String {
    OddClass.text(right + [1017, -1031, 2003.5][generator.next(below: 3)])
  }

  static func text(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : "\(number)"
  }

  /// What is right with somebody's numbers, by formulas of one's own.
  mutating func right(_ lesson: Asked, _ entry: String, _ learner: String) -> Double {
    let numbers = lesson.isGraded ? inputs(lesson, learner) : [:]
    let (w, u, v) = (numbers["w"] ?? 0, numbers["u"] ?? 0, numbers["v"] ?? 0)
    let a = 2 + 3 * w
    let known: [String: Double] = [
      "a": a, "J": a * a, "dJ/da": 2 * a, "da/dw": 3, "dJ/dw": 6 * a, "slope": 2, "df/dd": 5,
      "df/de": 6, "df/db via d": 10, "df/db via e": 6, "df/db": 16, "p": 4 * u + v,
      "K": 8 * u + 2 * v, "dK/dp": 2, "dK/du": 8, "dK/dv": 2,
    ]
    return known[entry] ?? .nan
  }

  /// The numbers that a lesson gives a learner.
  private mutating func inputs(_ asked: Asked, _ learner: String) -> [String: Double] {
    let place = "\(asked.name) \(learner)"
    if let known = drawn[place] { return known }
    guard let lesson = try? Lesson(utf8: Array(asked.text.utf8), name: asked.name),
      let session = try? Session(
        lesson, source: .lesson(name: asked.name, hash: asked.hash),
        seed: Session.seed(ofLearner: learner)), let worksheet = session.worksheet
    else { return [:] }
    var numbers: [String: Double] = [:]
    for (index, node) in worksheet.graph.nodes.enumerated() where node.formula == nil {
      numbers[node.name] = Double(worksheet.key.roundedText(ofInput: index))
    }
    drawn[place] = numbers
    return numbers
  }

  // MARK: - Files

  private mutating func write(_ path: String, _ text: String) {
    files.append((path, Array(text.utf8)))
  }

  /// Files that are no work, each with what is said of it.
  private mutating func addOthers() {
    let others: [(path: String, text: String, note: String)] = [
      ("in/.DS_Store", "x", "note: in/.DS_Store is hidden; left out"),
      ("in/all.zip", "PK\u{3}\u{4}", "note: in/all.zip is packed; unpack it; left out"),
      (
        "in/essay.docx", "PK\u{3}\u{4}",
        "note: in/essay.docx is neither a journal nor a hand-in; left out"
      ),
      ("in/photo", "\u{1}", "note: in/photo is neither a journal nor a hand-in; left out"),
      ("in/empty.md", "", "in/empty.md: neither a journal nor a hand-in; left out"),
      ("in/mine.md", "# Mine\n", "in/mine.md: neither a journal nor a hand-in; left out"),
      (
        "in/noise.jsonl", String(repeating: "noise\n", count: 300),
        "in/noise.jsonl:1: not a journal record; left out, and 299 more lines like it"
      ),
      ("in/noise.jsonl", "", "in/noise.jsonl: no work on these lessons in it; left out"),
      (
        "in/other.jsonl", journal([unknown]),
        "note: 'delta' is not among the lessons here, and 1 line of it left out; --lessons DIR adds a folder"
      ),
    ]
    for other in others {
      if !other.text.isEmpty || other.path.hasSuffix(".md") { write(other.path, other.text) }
      notes.insert(other.note)
    }
    // These are made by the test, since they are no files.
    notes.formUnion([
      "note: in/pipe.md is a pipe and no file; left out",
      "note: in/round is the same as in and is read once",
      "in/loop.md: cannot be read: too many levels of symbolic links; left out",
      "note: in/work 18.md is the same as in/twin.md and is read once",
    ])
  }

  private var unknown: Event {
    Event(
      learner: "stranger", drawnFor: "stranger", session: "s", clock: 1, lesson: "delta",
      entry: "a", kind: .hint,
      called: "delta", hash: "0")
  }

  static func time(_ clock: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    return "2026-11-24T\(padded(clock / 3_600_000, 2)):\(padded(clock / 60_000 % 60, 2)):"
      + "\(padded(clock / 1000 % 60, 2)).\(padded(clock % 1000, 3))Z"
  }

  private func line(_ event: Event) -> String {
    let lesson = OddClass.lessons.first { $0.name == event.lesson }
    let isDrawn = lesson?.isGraded ?? false
    let isExercise = event.entry == "slope"
    var line =
      "{\"time\": \"\(OddClass.time(event.clock))\", \"session\": \"\(event.session)\", \"learner\": "
      + "\"\(event.learner.replacing("\"", with: "\\\""))\", \"lesson\": \"\(event.called)\", \"lessonHash\": "
      + "\"\(event.hash)\", \"seed\": \(isDrawn ? Session.seed(ofLearner: event.drawnFor) : 0), \"draw\": 2, "
      + "\"page\": 1, \"event\": "
    let name = "\"\(isExercise ? "exercise" : "entry")\": \"\(event.entry)\""
    switch event.kind {
    case .fill(let text):
      line +=
        "\"\(isExercise ? "answer" : "fill")\", \(name), \"typed\": \"\(text)\", \"verdict\": \"wrong\""
    case .hint: line += "\"hint\", \(name)"
    case .reveal: line += "\"reveal\", \(name)"
    }
    return line + "}"
  }

  private func journal(_ events: [Event]) -> String { events.map { line($0) + "\n" }.joined() }

  private func handIn(_ events: [Event]) -> String {
    "# Work of somebody\n\nA summary.\n\n```jsonl\n\(journal(events))```\n"
  }
}
