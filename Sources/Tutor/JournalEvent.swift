public import Teaching

/// Something that happened in a session, as the journal keeps it.
public struct JournalEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case open
    case fill(entry: String, typed: String, Verdict)
    case undo, redo, restart
    case page
    case leave
  }

  public var kind: Kind
  public var source: Source
  /// The page in view, from 1.
  public var page: Int

  public init(_ kind: Kind, source: Source, page: Int) {
    self.kind = kind
    self.source = source
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
    case .explore(let formulas, let inputs):
      let numbers = inputs.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) }
      members.append(
        JSON.Member(
          "explore",
          .object([
            JSON.Member("formulas", .array(formulas.map { .string($0) })),
            JSON.Member("inputs", .object(numbers)),
          ])))
    }
    // 0 stands for the numbers as the lesson or the learner gave them.
    members.append(JSON.Member("seed", .number(0)))
    members.append(JSON.Member("page", .number(Double(page))))
    members.append(JSON.Member("event", .string(kind.word)))
    if case .fill(let entry, let typed, let verdict) = kind {
      members.append(JSON.Member("entry", .string(entry)))
      members.append(JSON.Member("typed", .string(typed)))
      members.append(JSON.Member("verdict", .string(verdict.word)))
      members.append(JSON.Member("reasons", .array([])))
    }
    return JSON.object(members).text
  }
}

extension JournalEvent.Kind {
  fileprivate var word: String {
    switch self {
    case .open: "open"
    case .fill: "fill"
    case .undo: "undo"
    case .redo: "redo"
    case .restart: "restart"
    case .page: "page"
    case .leave: "leave"
    }
  }
}
