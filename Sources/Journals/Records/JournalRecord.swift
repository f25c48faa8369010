/// A line of a journal, read back. Verdicts in it are not believed: what was typed is checked anew.
public struct JournalRecord: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case fill(entry: String, typed: String)
    case answer(exercise: String, typed: String)
    case reveal(String)
    /// A hint on something, or a closer look with it focused.
    case help(String, LookKind? = nil)
    /// Other numbers were drawn; the record's seed is theirs.
    case seed
    case undo([JournalEvent.Change])
    case redo([JournalEvent.Change])
    case restart([JournalEvent.Change])
    /// An event that changes no entry.
    case other
  }

  public var kind: Kind
  public var learner: String
  /// The lesson with the hash of its file; `nil` for formulas of the learner's own.
  public var lesson: String?
  public var lessonHash: String?
  /// The formulas of the learner's own or of a practice problem; `nil` for a lesson.
  public var exploration: Exploration?
  /// What tells one run of the program from another.
  public var session: String
  /// ISO 8601, UTC.
  public var time: String
  /// From 1.
  public var page: Int
  /// The seed of the numbers; 0 where they are as given.
  public var seed: Int

  /// Why a line is no record.
  public enum Failure: Error, Hashable, Sendable {
    /// The line ends in the middle, as when the machine stopped while it was written.
    case torn
    case corrupt
  }

  /// Reads a line. Zeros at its end are what some file systems leave where the machine stopped.
  public init(line whole: some BidirectionalCollection<UInt8>) throws(Failure) {
    let line = whole[
      ..<(whole.lastIndex { $0 != 0 }.map { whole.index(after: $0) } ?? whole.startIndex)]
    let json: JSON
    do {
      json = try JSON(parsing: line)
    } catch {
      throw error.offset == line.count ? .torn : .corrupt
    }
    guard let event = json["event"]?.string, let learner = json["learner"]?.string,
      let page = json["page"]?.number.flatMap({ Int(exactly: $0) }), page > 0
    else { throw .corrupt }
    self.learner = learner
    self.page = page
    seed = json["seed"]?.number.flatMap { Int(exactly: $0) } ?? 0
    lesson = json["lesson"]?.string
    exploration = json["explore"].map { Exploration($0, practice: json["practice"]) }
    session = json["session"]?.string ?? ""
    time = json["time"]?.string ?? ""
    lessonHash = json["lessonHash"]?.string
    switch event {
    case "fill":
      guard let entry = json["entry"]?.string, let typed = json["typed"]?.string else {
        throw .corrupt
      }
      kind = .fill(entry: entry, typed: typed)
    case "answer":
      guard let exercise = json["exercise"]?.string, let typed = json["typed"]?.string else {
        throw .corrupt
      }
      kind = .answer(exercise: exercise, typed: typed)
    case "reveal":
      guard let entry = json["entry"]?.string else { throw .corrupt }
      kind = .reveal(entry)
    case "hint", LookKind.nudge.rawValue, LookKind.derivation.rawValue, LookKind.paths.rawValue:
      kind = .help(json["entry"]?.string ?? "", LookKind(rawValue: event))
    case "seed": kind = .seed
    case "undo": kind = .undo(JournalRecord.changes(in: json))
    case "redo": kind = .redo(JournalRecord.changes(in: json))
    case "restart": kind = .restart(JournalRecord.changes(in: json))
    default: kind = .other
    }
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
    guard let graph = json["graph"]?.number.flatMap({ Int(exactly: $0) }), graph >= 0,
      let entry = json["entry"]?.string
    else { return nil }
    self = .entry(graph: graph, entry, typed: json["typed"]?.string, isRevealed: isRevealed)
  }
}
