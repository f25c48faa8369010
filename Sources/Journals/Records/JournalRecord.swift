public import Lessons
public import Teaching

/// A line of a journal, read back. Verdicts in it are not believed: what was typed is checked anew.
public struct JournalRecord: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case fill(entry: String, typed: String)
    case answer(exercise: String, typed: String)
    /// A rule that was typed before the number of a derivative.
    case rule(entry: String, typed: String)
    case reveal(String)
    /// A hint on something, or a closer look with it focused.
    case help(String, LookKind? = nil)
    /// The page, or the whole lesson, was handed in.
    case handIn
    /// Other numbers were drawn; the record's seed is theirs.
    case seed
    case undo([JournalEvent.Change])
    case redo([JournalEvent.Change])
    case restart([JournalEvent.Change])
    /// The learner chose how much of the chain rule is shown.
    case panel(Panel)
    /// Steps were made with what was found, or it was said how.
    case descend(String)
    /// An event that changes no entry.
    case other
  }

  public var kind: Kind
  public var learner: String
  /// The lesson with the hash of its file; `nil` for formulas of the learner's own.
  public var lesson: String?
  public var lessonHash: String?
  /// What the lesson asked in this edition, where the record is one of opening it.
  public var edition: LessonEdition?
  /// The formulas of the learner's own or of a practice problem; `nil` for a lesson.
  public var exploration: Exploration?
  /// The hash of a large graph, by which later records of the session name it.
  var graphHash: String?
  /// What tells one run of the program from another.
  public var session: String
  /// ISO 8601, UTC.
  public var time: String
  /// From 1.
  public var page: Int
  /// The seed of the numbers; 0 where they are as given.
  public var seed: Int
  /// How the numbers were drawn.
  public var draw: FreshNumbers.Draw

  /// What it is about: an entry or an exercise; empty where it is about nothing of that kind.
  public var subject: String {
    switch kind {
    case .fill(let name, _), .rule(let name, _), .answer(let name, _), .reveal(let name),
      .help(let name, _):
      name
    case .handIn, .seed, .undo, .redo, .restart, .panel, .descend, .other: ""
    }
  }

  /// Why a line is no record.
  public enum Failure: Error, Hashable, Sendable {
    /// The line ends in the middle, as when the machine stopped while it was written.
    case torn
    /// It is no JSON.
    case corrupt
    /// It is JSON and says something else, as a newer version of the program may: an event that is not known, a
    /// header, a member of another shape.
    case newer
  }

  /// Reads a line. Zeros at its end are what some file systems leave where the machine stopped.
  public init(line whole: some BidirectionalCollection<UInt8>) throws(Failure) {
    let line = whole[
      ..<(whole.lastIndex { $0 != 0 }.map { whole.index(after: $0) } ?? whole.startIndex)]
    let json: JSON
    do {
      json = try JSON(parsing: line)
    } catch {
      throw error.isTooDeep ? .newer : error.offset == line.count ? .torn : .corrupt
    }
    guard let event = json["event"]?.string, let learner = json["learner"]?.string,
      let page = json["page"]?.number.flatMap({ Int(exactly: $0) }), page > 0,
      JournalRecord.saysWhere(json)
    else { throw .newer }
    self.learner = learner
    self.page = page
    seed = json["seed"]?.number.flatMap { Int(exactly: $0) } ?? 0
    draw = JournalRecord.draw(in: json)
    lesson = json["lesson"]?.string
    graphHash = json["explore"]?[JournalGraphs.hashMember]?.string
    let isWhole = graphHash == nil || json["explore"]?["formulas"] != nil
    exploration =
      isWhole ? json["explore"].map { Exploration($0, practice: json["practice"]) } : nil
    session = json["session"]?.string ?? ""
    time = json["time"]?.string ?? ""
    lessonHash = json["lessonHash"]?.string
    edition = json["edition"].map { LessonEdition($0) }
    switch event {
    case "fill":
      guard let entry = json["entry"]?.string, let typed = json["typed"]?.string else {
        throw .newer
      }
      kind = .fill(entry: entry, typed: typed)
    case "rule":
      guard let entry = json["entry"]?.string, let typed = json["typed"]?.string else {
        throw .newer
      }
      kind = .rule(entry: entry, typed: typed)
    case "panel":
      guard let panel = json["panel"]?.string.flatMap({ Panel(rawValue: $0) }) else { throw .newer }
      kind = .panel(panel)
    case "descend":
      guard let typed = json["typed"]?.string else { throw .newer }
      kind = .descend(typed)
    case "answer":
      guard let exercise = json["exercise"]?.string, let typed = json["typed"]?.string else {
        throw .newer
      }
      kind = .answer(exercise: exercise, typed: typed)
    case "reveal":
      guard let entry = json["entry"]?.string else { throw .newer }
      kind = .reveal(entry)
    case "hint", LookKind.nudge.rawValue, LookKind.derivation.rawValue, LookKind.paths.rawValue,
      LookKind.cells.rawValue:
      kind = .help(json["entry"]?.string ?? "", LookKind(rawValue: event))
    case "hand-in": kind = .handIn
    case "seed": kind = .seed
    case "undo": kind = .undo(JournalRecord.changes(in: json))
    case "redo": kind = .redo(JournalRecord.changes(in: json))
    case "restart": kind = .restart(JournalRecord.changes(in: json))
    case "open", "page", "leave": kind = .other
    default: throw .newer
    }
  }

  /// Whether a line names its seed, its lesson or its formulas in the shapes that are known, where it names them.
  private static func saysWhere(_ json: JSON) -> Bool {
    let isSeed = json["seed"].map { $0.number.flatMap { Int(exactly: $0) } != nil } ?? true
    let isLesson = json["lesson"].map { $0.string != nil } ?? true
    let isGraph =
      json["explore"].map {
        $0["formulas"]?.elements != nil || $0[JournalGraphs.hashMember]?.string != nil
      } ?? true
    return isSeed && isLesson && isGraph
  }

  /// How numbers were drawn: in the first way where nothing is said, and as now where the way is not known here.
  private static func draw(in json: JSON) -> FreshNumbers.Draw {
    guard let way = json["draw"] else { return .fewestFaults }
    return way.number.flatMap { Int(exactly: $0) }.flatMap { FreshNumbers.Draw(rawValue: $0) }
      ?? .latest
  }

  private static func changes(in json: JSON) -> [JournalEvent.Change] {
    (json["changes"]?.elements ?? []).compactMap { JournalEvent.Change($0) }
  }
}

extension JournalEvent.Change {
  fileprivate init?(_ json: JSON) {
    let isRevealed = json["revealed"] == .boolean(true)
    if let id = json["exercise"]?.string {
      let typed = (json["typed"]?.elements ?? []).compactMap(\.string)
      self = .exercise(id, typed: typed, isRevealed: isRevealed)
      return
    }
    if let requests = json["descent"]?.elements {
      guard let graph = json["graph"]?.number.flatMap({ Int(exactly: $0) }), graph >= 0 else {
        return nil
      }
      self = .descent(graph: graph, requests.compactMap(\.string))
      return
    }
    if let isHandedIn = json["handedIn"] {
      guard let page = json["page"]?.number.flatMap({ Int(exactly: $0) }), page > 0 else {
        return nil
      }
      self = .page(page - 1, isHandedIn: isHandedIn == .boolean(true))
      return
    }
    guard let graph = json["graph"]?.number.flatMap({ Int(exactly: $0) }), graph >= 0,
      let entry = json["entry"]?.string
    else { return nil }
    self = .entry(graph: graph, entry, typed: json["typed"]?.string, isRevealed: isRevealed)
  }
}
