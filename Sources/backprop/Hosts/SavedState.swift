import Expressions
import Glibc
import Journals

/// What earlier sessions left in the journal.
struct SavedState {
  private(set) var records: [JournalRecord] = []
  /// What the learner has to be told of the journal, if something was wrong with it.
  private(set) var notice: String?

  /// How many lines a newer version of the program wrote, which are kept and skipped.
  private(set) var newerCount = 0

  /// Reads the journal. A line torn in the middle, and one of a newer version, is skipped and kept; a journal that
  /// is corrupt otherwise is moved aside, so that a new one can begin.
  ///
  /// - Throws: `Failure` where the journal is there and can be neither read nor moved aside.
  init(learner: String) throws(Failure) {
    let path = Journal.path
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      guard error.number != ENOENT, error.number != ENOTDIR else { return }
      throw Failure(
        "cannot read \(path): \(error.reason); fix it, or use --no-journal", .state)
    }
    var graphs = JournalGraphs()
    for line in bytes.nonEmptyLines {
      do {
        var record = try JournalRecord(line: line)
        graphs.resolve(&record)
        if record.learner == learner { records.append(record) }
      } catch {
        switch error {
        case .torn: break
        case .newer: newerCount += 1
        case .corrupt:
          records = []
          newerCount = 0
          notice = try SavedState.moveAside(path)
          return
        }
      }
    }
  }

  /// Gives the file a name of its own beside its old place, and says so.
  private static func moveAside(_ path: String) throws(Failure) -> String {
    var number = 1
    while FileSystem.exists("\(path).corrupt-\(number)") { number += 1 }
    let aside = "\(path).corrupt-\(number)"
    guard rename(path, aside) == 0 else {
      throw Failure(
        "\(path) is corrupt and cannot be moved aside: \(FileError(number: errno).reason); "
          + "move it yourself, or use --no-journal", .state)
    }
    return "the journal could not be read and was moved to \(aside); a new one begins"
  }
}
