import Glibc
import Journals
import Lessons
import Terminal

/// The learner's journal: one JSON object a line, appended before anything is shown.
///
/// What cannot be written waits, and is written before the next event once that is possible again: when space comes
/// back, or a folder can be written. A class, because it stands for one open file.
final class Journal {
  private let session: String
  private let learner: String
  /// The open file; `nil` before the first event and after a failure.
  private var file: Int32?
  private var graphs = JournalGraphs()
  /// The lines that are not on disk yet, each with its line end.
  private var waiting: [[UInt8]] = []

  init(learner: String) {
    self.learner = learner
    session = String(UInt64.random(in: .min ... .max), radix: 16)
  }

  deinit {
    if let file { close(file) }
  }

  /// Appends an event; when it returns the event is on disk, and so are those that waited.
  func append(_ event: JournalEvent) throws(FileError) {
    let context = JournalEvent.Context(time: Journal.now, session: session, learner: learner)
    waiting.append(Array((event.line(in: context, after: &graphs) + "\n").utf8))
    do {
      try writeWaiting()
    } catch {
      // Opened anew next time: the file may have been what failed.
      if let file { close(file) }
      file = nil
      throw error
    }
  }

  private func writeWaiting() throws(FileError) {
    let file = try opened()
    while var line = waiting.first {
      // A line that some write left unfinished stays as it is, apart from those that follow.
      if Journal.endsInsideLine(file) { line.insert(UInt8(ascii: "\n"), at: 0) }
      // One write a line, so that two sessions at once never mix theirs.
      let count = write(file, line, line.count)
      guard count == line.count else { throw FileError(number: count < 0 ? errno : ENOSPC) }
      waiting.removeFirst()
    }
    guard fdatasync(file) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileError(number: errno)
    }
  }

  /// Opens the journal, and makes it with its folder where there is none.
  private func opened() throws(FileError) -> Int32 {
    if let file { return file }
    try FileSystem.makeFolder(Journal.folder)
    let file = open(Journal.path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError(number: errno) }
    self.file = file
    return file
  }

  /// Whether a file does not end with a line end, as after a full disk.
  private static func endsInsideLine(_ file: Int32) -> Bool {
    var last: UInt8 = 0
    let end = lseek(file, 0, SEEK_END)
    return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  /// `$XDG_STATE_HOME/backprop`, by default `~/.local/state/backprop`.
  static var folder: String {
    if let state = Environment.value("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/backprop"
    }
    return "\(UserAccount.home ?? "")/.local/state/backprop"
  }

  static var path: String { "\(folder)/journal.jsonl" }

  /// The learner's name.
  static func learner(_ arguments: Arguments) -> String {
    LearnerName.resolved(arguments.value(Option.learner.flag))
  }

  /// Today in UTC, in days since 1970.
  static var today: Int { time(nil) / 86_400 }

  /// The time in ISO 8601, UTC, to the millisecond.
  private static var now: String { CivilTime.text(ofMilliseconds: milliseconds) }

  /// The time in milliseconds since 1970.
  static var milliseconds: Int {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    return clock.tv_sec * 1000 + clock.tv_nsec / 1_000_000
  }
}
