public import Journals

/// Finds the lines of a journal in a file that comes in pieces: every line of a journal, and of a hand-in those of
/// its blocks of journal lines.
public struct JournalReader {
  /// A line that should be a record of a journal.
  public struct Line {
    /// From 1.
    public var number: Int
    public var bytes: [UInt8]
    public var record: Result<JournalRecord, JournalRecord.Failure>
  }

  private enum Kind {
    case journal
    case handIn(isInBlock: Bool)
  }

  private var kind: Kind?
  private var number = 0
  /// The beginning of a line whose end has not come yet.
  private var begun: [UInt8] = []
  /// Whether the line is longer than any record, so that only its end is waited for.
  private var isTooLong = false
  private var graphs = JournalGraphs()
  /// Whether the file had any place for records.
  public private(set) var hasJournal = false

  /// The longest line that is read.
  public static let lineLimit = 1_000_000

  /// What a hand-in's blocks of journal lines begin with.
  static let fence = "```jsonl"
  /// The same at the beginning of a later line, as it is looked for.
  static let fenceLine: StaticString = "\n```jsonl"

  /// - Parameter isJournal: whether the file's name says that it is one; else its first line tells.
  public init(isJournal: Bool) {
    if isJournal {
      kind = .journal
      hasJournal = true
    }
  }

  /// Reads a piece of the file.
  public mutating func read(_ piece: ArraySlice<UInt8>, _ body: (Line) -> Void) {
    var rest = piece
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<end])
      rest = rest[(end + 1)...]
      endLine(body)
    }
    take(rest)
  }

  /// Reads what was left without a line end.
  public mutating func finish(_ body: (Line) -> Void) {
    if !begun.isEmpty { endLine(body) }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard begun.count + bytes.count <= JournalReader.lineLimit else {
      begun = Array(begun.prefix(1)) + (begun.isEmpty ? Array(bytes.prefix(1)) : [])
      isTooLong = true
      return
    }
    if !isTooLong { begun += bytes }
  }

  private mutating func endLine(_ body: (Line) -> Void) {
    number += 1
    var line = begun
    let isReadable = !isTooLong
    begun.removeAll(keepingCapacity: true)
    isTooLong = false
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    // Mail programs end lines in their own way.
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    if kind == nil {
      kind = line[0] == UInt8(ascii: "{") ? .journal : .handIn(isInBlock: false)
      if case .journal = kind { hasJournal = true }
    }
    if case .handIn(let isInBlock) = kind {
      if line.starts(with: Array("```".utf8)) {
        let opens = !isInBlock && line.starts(with: Array(JournalReader.fence.utf8))
        hasJournal = hasJournal || opens
        kind = .handIn(isInBlock: opens)
        return
      }
      guard isInBlock else { return }
    }
    let record = Result { () throws(JournalRecord.Failure) in
      guard isReadable else { throw .corrupt }
      var record = try JournalRecord(line: line)
      graphs.resolve(&record)
      return record
    }
    body(Line(number: number, bytes: line, record: record))
  }
}
