public import Lessons
public import Teaching

/// Something that happened in a session, as the journal keeps it.
public struct JournalEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The session begins; of a lesson, with what this edition of it asks.
    case open(LessonEdition? = nil)
    /// The verdict is `nil` where nothing is said before the work is handed in.
    case fill(entry: String, typed: String, Verdict?)
    case answer(exercise: String, typed: String, Verdict?)
    /// A rule that was typed before the number of a derivative.
    case rule(entry: String, typed: String, Verdict?)
    /// The page, or the whole lesson, was handed in, with what its answers are worth.
    case handIn([Mark])
    /// An entry or a question whose answer was shown.
    case reveal(String)
    /// A hint on an entry or a question.
    case hint(String)
    /// A closer look was taken while an entry was focused.
    case look(LookKind, String)
    /// Other numbers were drawn; the event's seed is theirs.
    case seed
    /// Entries that got what they held before, or after; so that the journal can be read without a history.
    case undo([Change])
    case redo([Change])
    case restart([Change])
    case page
    /// The learner chose how much of the chain rule is shown.
    case panel(Panel)
    /// Steps were made with what was found, or it was said how; as it is typed.
    case descend(String)
    case leave
  }

  /// What an entry or an exercise holds after an undo, a redo or a restart.
  public enum Change: Hashable, Sendable {
    /// An entry of a graph of the lesson, counted from 0, with what was typed there; nothing where it is empty.
    case entry(graph: Int, String, typed: String?, isRevealed: Bool)
    /// An exercise with all that was typed there and kept.
    case exercise(String, typed: [String], isRevealed: Bool)
    /// The steps on a graph, counted from 0, as all that was asked of them.
    case descent(graph: Int, [String])
    /// Whether the work of a page, counted from 0, is handed in.
    case page(Int, isHandedIn: Bool)
  }

  /// The verdict on an answer that waited for it.
  public struct Mark: Hashable, Sendable {
    /// The page that asks it, from 1.
    public var page: Int
    /// An entry, or an exercise.
    public var name: String
    public var typed: String
    public var verdict: Verdict

    public init(page: Int, _ name: String, typed: String, _ verdict: Verdict) {
      self.page = page
      self.name = name
      self.typed = typed
      self.verdict = verdict
    }
  }

  public var kind: Kind
  public var source: Source
  /// The seed of the numbers; 0 where they are as the lesson or the learner gave them.
  public var seed: Int
  /// How the numbers are drawn; the first way where none are.
  public var draw: FreshNumbers.Draw
  /// The page in view, from 1.
  public var page: Int

  public init(
    _ kind: Kind, source: Source, seed: Int = 0, draw: FreshNumbers.Draw = .fewestFaults, page: Int
  ) {
    self.kind = kind
    self.source = source
    self.seed = seed
    self.draw = draw
    self.page = page
  }

  /// Who did it and when; the host knows.
  public struct Context: Hashable, Sendable {
    /// ISO 8601, UTC.
    public var time: String
    public var session: String
    public var learner: String

    public init(time: String, session: String, learner: String) {
      self.time = time
      self.session = session
      self.learner = learner
    }
  }

  /// The event as a line of the journal, without its line end, with the whole of its graph.
  public func line(in context: Context) -> String {
    var graphs = JournalGraphs()
    return line(in: context, after: &graphs)
  }

  /// The same after other lines of the session.
  ///
  /// - Parameter graphs: what the lines before said of graphs.
  public func line(in context: Context, after graphs: inout JournalGraphs) -> String {
    var members = [
      JSON.Member("time", .string(context.time)),
      JSON.Member("session", .string(context.session)),
      JSON.Member("learner", .string(context.learner)),
    ]
    switch source {
    case .lesson(let name, let hash):
      members.append(JSON.Member("lesson", .string(name)))
      members.append(JSON.Member("lessonHash", .string(hash)))
    case .explore(let exploration):
      members.append(JSON.Member("explore", graphs.json(of: exploration)))
      if let practice = exploration.practiceJSON {
        members.append(JSON.Member("practice", practice))
      }
    }
    members.append(JSON.Member("seed", .number(Double(seed))))
    // The first way is older than this member.
    if draw != .fewestFaults {
      members.append(JSON.Member("draw", .number(Double(draw.rawValue))))
    }
    members.append(JSON.Member("page", .number(Double(page))))
    members.append(JSON.Member("event", .string(kind.word)))
    switch kind {
    case .open(let edition):
      if let edition { members.append(JSON.Member("edition", edition.json)) }
    case .page, .leave, .seed: break
    case .reveal(let name), .hint(let name), .look(_, let name):
      members.append(JSON.Member("entry", .string(name)))
    case .descend(let typed): members.append(JSON.Member("typed", .string(typed)))
    case .panel(let panel): members.append(JSON.Member("panel", .string(panel.rawValue)))
    case .fill(let name, let typed, let verdict), .rule(let name, let typed, let verdict),
      .answer(let name, let typed, let verdict):
      members.append(JSON.Member(kind.word == "answer" ? "exercise" : "entry", .string(name)))
      members.append(JSON.Member("typed", .string(typed)))
      members += verdict?.members ?? []
    case .handIn(let marks): members.append(JSON.Member("marks", .array(marks.map(\.json))))
    case .undo(let changes), .redo(let changes), .restart(let changes):
      members.append(JSON.Member("changes", .array(changes.map(\.json))))
    }
    return JSON.object(members).text
  }
}

extension Verdict {
  fileprivate var members: [JSON.Member] {
    [
      JSON.Member("verdict", .string(word)),
      JSON.Member("reasons", .array(reasonWords.map { .string($0) })),
    ]
  }
}

extension JournalEvent.Mark {
  fileprivate var json: JSON {
    .object(
      [
        JSON.Member("page", .number(Double(page))), JSON.Member("entry", .string(name)),
        JSON.Member("typed", .string(typed)),
      ] + verdict.members)
  }
}

extension JournalEvent.Change {
  fileprivate var json: JSON {
    var members: [JSON.Member]
    let isShown: Bool
    switch self {
    case .entry(let graph, let entry, let typed, let isRevealed):
      members = [
        JSON.Member("graph", .number(Double(graph))),
        JSON.Member("entry", .string(entry)),
        JSON.Member("typed", typed.map { .string($0) } ?? .null),
      ]
      isShown = isRevealed
    case .exercise(let id, let typed, let isRevealed):
      members = [
        JSON.Member("exercise", .string(id)),
        JSON.Member("typed", .array(typed.map { .string($0) })),
      ]
      isShown = isRevealed
    case .descent(let graph, let requests):
      members = [
        JSON.Member("graph", .number(Double(graph))),
        JSON.Member("descent", .array(requests.map { .string($0) })),
      ]
      isShown = false
    case .page(let page, let isHandedIn):
      members = [
        JSON.Member("page", .number(Double(page + 1))),
        JSON.Member("handedIn", .boolean(isHandedIn)),
      ]
      isShown = false
    }
    if isShown { members.append(JSON.Member("revealed", .boolean(true))) }
    return .object(members)
  }
}

extension JournalEvent.Kind {
  fileprivate var word: String {
    switch self {
    case .open: "open"
    case .fill: "fill"
    case .answer: "answer"
    case .rule: "rule"
    case .reveal: "reveal"
    case .handIn: "hand-in"
    case .hint: "hint"
    case .look(let kind, _): kind.rawValue
    case .seed: "seed"
    case .undo: "undo"
    case .redo: "redo"
    case .restart: "restart"
    case .page: "page"
    case .panel: "panel"
    case .descend: "descend"
    case .leave: "leave"
    }
  }
}
