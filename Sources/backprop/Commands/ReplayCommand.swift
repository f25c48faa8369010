import Grading
import Journals
import Scripts

/// `backprop replay`: a journal as a script.
enum ReplayCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard let path = arguments.positional.first else {
      throw Failure("replay what? name a journal or a hand-in", .usage)
    }
    let library = try LessonLibrary(arguments)
    var records: [JournalRecord] = []
    var hasRecords = false
    var newerCount = 0
    var reader = JournalReader(isJournal: JournalFiles.isJournal(path))
    func take(_ line: JournalReader.Line) {
      switch line.record {
      case .success(let record):
        hasRecords = true
        let wanted = arguments.value("--learner")
        if wanted == nil || wanted == record.learner { records.append(record) }
      case .failure(.newer): newerCount += 1
      case .failure(.torn), .failure(.corrupt):
        Output.error("\(path):\(line.number): not a journal record; left out")
      }
    }
    do throws(FileError) {
      try FileSystem.read(path) { reader.read($0, take) }
      reader.finish(take)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
    if newerCount > 0 { Output.error("note: \(path): \(NewerLines.kept(newerCount))") }
    if let name = arguments.value("--learner"), records.isEmpty, hasRecords {
      throw Failure("there is no work of '\(name)' in \(path); check the name", .usage)
    }
    guard !records.isEmpty else {
      throw Failure("there is no record of a journal in \(path); name another file", .unreadable)
    }
    let replay = JournalReplay(records, opening: library.opener)
    Output.write(replay.lines.joined(separator: "\n"))
    for note in replay.notes { Output.error("note: \(note)") }
    guard replay.hasAnything else {
      throw Failure("nothing in \(path) can be replayed; --lessons DIR adds lessons", .unreadable)
    }
    return .done
  }
}
