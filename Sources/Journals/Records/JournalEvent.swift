public import Teaching

/// Something that happened in a session, as the journal keeps it.
public struct JournalEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case open
    case fill(entry: String, typed: String, Verdict)
    case answer(exercise: String, typed: String, Verdict)
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
    case leave
  }

  /// What an entry or an exercise holds after an undo, a redo or a restart.
  public enum Change: Hashable, Sendable {
    /// An entry of a graph of the lesson, counted from 0, with what was typed there; nothing where it is empty.
    case entry(graph: Int, String, typed: String?, isRevealed: Bool)
    /// An exercise with all that was typed there and kept.
    case exercise(String, typed: [String], isRevealed: Bool)
  }

  public var kind: Kind
  public var source: Source
  /// The seed of the numbers; 0 where they are as the lesson or the learner gave them.
  public var seed: Int
  /// The page in view, from 1.
  public var page: Int

  public init(_ kind: Kind, source: Source, seed: Int = 0, page: Int) {
    self.kind = kind
    self.source = source
    self.seed = seed
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

  /// The event as a line of the journal, without its line end.
  public func line(in context: Context) -> String {
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
      members.append(JSON.Member("explore", exploration.json))
      if let practice = exploration.practiceJSON {
        members.append(JSON.Member("practice", practice))
      }
    }
    members.append(JSON.Member("seed", .number(Double(seed))))
    members.append(JSON.Member("page", .number(Double(page))))
    members.append(JSON.Member("event", .string(kind.word)))
    switch kind {
    case .open, .page, .leave, .seed: break
    case .reveal(let name), .hint(let name), .look(_, let name):
      members.append(JSON.Member("entry", .string(name)))
    case .fill(let name, let typed, let verdict), .answer(let name, let typed, let verdict):
      members.append(JSON.Member(kind.word == "fill" ? "entry" : "exercise", .string(name)))
      members.append(JSON.Member("typed", .string(typed)))
      members.append(JSON.Member("verdict", .string(verdict.word)))
      members.append(JSON.Member("reasons", .array(verdict.reasonWords.map { .string($0) })))
    case .undo(let changes), .redo(let changes), .restart(let changes):
      members.append(JSON.Member("changes", .array(changes.map(\.json))))
    }
    return JSON.object(members).text
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
    case .reveal: "reveal"
    case .hint: "hint"
    case .look(let kind, _): kind.rawValue
    case .seed: "seed"
    case .undo: "undo"
    case .redo: "redo"
    case .restart: "restart"
    case .page: "page"
    case .leave: "leave"
    }
  }
}
