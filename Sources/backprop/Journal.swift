import Glibc
import Tutor

/// The learner's journal: one JSON object a line, appended before anything is shown.
///
/// A class, because it stands for one open file.
final class Journal {
  private let file: Int32
  private let session: String
  private let learner: String
  /// Whether the file ends inside a line, as after a full disk.
  private var isTorn: Bool

  /// Opens the journal of the user, and makes it with its folder where there is none.
  init(learner: String?) throws(FileError) {
    let folder = Journal.folder
    try FileSystem.makeFolder(folder)
    file = open("\(folder)/journal.jsonl", O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError(number: errno) }
    self.learner = learner ?? Journal.userName
    session = String(UInt64.random(in: .min ... .max), radix: 16)
    var last: UInt8 = 0
    let end = lseek(file, 0, SEEK_END)
    isTorn = end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  deinit {
    close(file)
  }

  /// Appends an event; when it returns the event is on disk.
  func append(_ event: JournalEvent) throws(FileError) {
    let context = JournalEvent.Context(time: Journal.now, session: session, learner: learner)
    // A line that another write left unfinished stays as it is, apart from this one.
    let line = Array(((isTorn ? "\n" : "") + event.line(in: context) + "\n").utf8)
    // One write, so that two sessions at once never mix their lines.
    let count = write(file, line, line.count)
    guard count == line.count else {
      let number = count < 0 ? errno : ENOSPC
      isTorn = isTorn || count > 0
      throw FileError(number: number)
    }
    isTorn = false
    guard fdatasync(file) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileError(number: errno)
    }
  }

  /// `$XDG_STATE_HOME/backprop`, by default `~/.local/state/backprop`.
  static var folder: String {
    if let state = Environment.value("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/backprop"
    }
    let home =
      Environment.value("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
    return "\(home ?? "")/.local/state/backprop"
  }

  private static var userName: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? Environment.value("USER")
      ?? ""
  }

  /// The time in ISO 8601, UTC, to the millisecond.
  private static var now: String {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    var parts = tm()
    gmtime_r(&clock.tv_sec, &parts)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let time = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map { padded($0, 2) }.joined(separator: "-") + "T"
      + time.map { padded($0, 2) }.joined(separator: ":") + "."
      + padded(clock.tv_nsec / 1_000_000, 3) + "Z"
  }
}

/// Variables of the environment.
enum Environment {
  /// The value of a variable, unless it is empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
