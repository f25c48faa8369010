import Glibc
import Grading
import Journals
import Sessions

/// `backprop hand-in`: what a learner did, as one file for the instructor.
enum HandInCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    var wanted: Set<String> = []
    var copies: Set<String> = []
    var handedIn = library
    for name in arguments.positional {
      // An exam has no file: its name says all.
      if ExamTitle(name: name) != nil {
        wanted.insert(name)
        continue
      }
      let file = try library.file(name)
      wanted.insert(file.name)
      copies.formUnion(file.copies)
      handedIn.add(file)
    }
    let worker =
      arguments.value(Option.learner.flag) == nil
      ? wanted.sorted().lazy.compactMap(LearnerName.last).first : nil
    let learner = worker ?? Journal.learner(arguments)
    let key = LearnerKey(learner)
    let keys = handedIn.keys
    var marker = Marker(learner, by: keys)
    var lines: [[UInt8]] = []
    var unknown: [String: Int] = [:]
    try readJournal { line in
      // What a newer version wrote goes along, for an instructor who has that version.
      if line.record == .failure(.newer), isNewer(line.bytes, by: learner, of: wanted) {
        lines.append(line.bytes)
      }
      guard case .success(let record) = line.record, LearnerKey(record.learner) == key,
        wanted.isEmpty || record.lesson.map(wanted.contains) ?? false
          || record.lessonHash.map(copies.contains) ?? false
      else { return }
      lines.append(line.bytes)
      if case .noLesson(let name) = marker.mark(record) { unknown[name, default: 0] += 1 }
    }
    guard !lines.isEmpty else {
      let what = arguments.positional.isEmpty ? "nothing" : "nothing of that"
      throw Failure(
        "\(what) by '\(learner)' is in \(Journal.path); --learner gives another name", .usage)
    }
    let bytes = HandIn(marker.marks, facts: keys.facts).text(around: lines)
    guard let path = arguments.value("--output") else {
      Output.write(String(decoding: bytes.dropLast(), as: UTF8.self))
      noteUnknown(unknown)
      return .done
    }
    try WrittenKind.handIn.write(bytes, to: path)
    Output.write("\(path) is written; hand it in as it is")
    noteUnknown(unknown)
    return .done
  }

  /// Whether a line of a newer version is of a learner, and of one of some lessons where there are any.
  private static func isNewer(_ line: [UInt8], by learner: String, of wanted: Set<String>) -> Bool {
    guard let json = try? JSON(parsing: line), json["learner"]?.string == learner else {
      return false
    }
    return wanted.isEmpty || json["lesson"]?.string.map(wanted.contains) ?? false
  }

  /// Says of which lessons the summary is silent.
  ///
  /// - Parameter lessons: those that are not here, each with the number of its lines.
  private static func noteUnknown(_ lessons: [String: Int]) {
    for (name, count) in lessons.sorted(by: { $0.key < $1.key }) {
      let lines = count == 1 ? "1 line is" : "\(count) lines are"
      Output.error(
        "note: '\(name)' is not among the lessons here, and the summary leaves it out; its \(lines) "
          + "handed in anyway, and --lessons DIR adds a folder")
    }
  }

  /// Reads the learner's own journal; what is damaged in it is said and left where it is.
  private static func readJournal(_ body: (JournalReader.Line) -> Void) throws(Failure) {
    let path = Journal.path
    var reader = JournalReader(isJournal: true)
    var newerCount = 0
    func take(_ line: JournalReader.Line) {
      switch line.record {
      case .success: break
      case .failure(.newer): newerCount += 1
      case .failure(.torn), .failure(.corrupt):
        Output.error("note: \(path):\(line.number): not a journal record; left out")
      }
      body(line)
    }
    do {
      try FileSystem.read(path) { reader.read($0, take) }
      reader.finish(take)
    } catch {
      guard error.number != ENOENT, error.number != ENOTDIR else { return }
      throw Failure("cannot read \(path): \(error.reason); fix it", .state)
    }
    if newerCount > 0 {
      Output.error("note: \(path): \(NewerLines.kept(newerCount)) in the summary")
    }
  }
}
