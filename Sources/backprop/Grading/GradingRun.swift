import Grading
import Journals
import Synchronization

/// Marks many files at once.
///
/// Each file is read once and in pieces, and only marks are kept of it. The files of a learner whose work stands in
/// several are read once more, as one.
struct GradingRun {
  /// Something in a file that does not count.
  struct Problem {
    var file: Int
    var line: Int
    /// Whose record it is, if it is one.
    var learner: String?
    var text: String
  }

  fileprivate struct Result {
    var learner: String
    var file: Int
    var marks: Marks.Learner
  }

  /// What the threads have found.
  fileprivate struct Found {
    var results: [Result] = []
    var problems: [Problem] = []
    var problemCount = 0
    var lacksFiles = false
    var unknownLessons: [String: Int] = [:]
    var facts: [String: LessonFacts] = [:]
  }

  /// What is shared between threads. A class, because they all add to it.
  private final class Shelf: Sendable {
    let found = Mutex(Found())
  }

  let paths: [String]
  private let library: LessonLibrary
  /// Whether the marks say what is right with each learner's numbers.
  private let keepsAnswers: Bool
  private(set) var marks = Marks.Class([], facts: [:])
  private(set) var problems: [Problem] = []
  /// How many problems there are, of which `problems` holds the first.
  private(set) var problemCount = 0
  /// Whether a file was left out as a whole.
  private(set) var lacksFiles = false
  /// Lessons that are not here, each with how many records name it.
  private(set) var unknownLessons: [String: Int] = [:]
  /// Learners whose work stands in several files.
  private(set) var spread: [(learner: String, files: [Int])] = []

  private static let problemLimit = 1000

  init(_ paths: [String], by library: LessonLibrary, keepingAnswers keepsAnswers: Bool) {
    self.paths = paths
    self.library = library
    self.keepsAnswers = keepsAnswers
  }

  /// Reads and marks all files.
  mutating func run() {
    let (paths, keepsAnswers) = (paths, keepsAnswers)
    var found = GradingRun.inParallel(paths.count, library) { file, keys, found in
      GradingRun.mark(file, paths, &found) {
        Marker($0, by: keys, keepingAnswers: keepsAnswers)
      }
    }
    let files = Dictionary(grouping: found.results.indices) { found.results[$0].learner }
      .mapValues { $0.map { found.results[$0].file }.sorted() }
    let several = files.filter { $0.value.count > 1 }
    found.results.removeAll { several[$0.learner] != nil }
    found.problems.removeAll { problem in problem.learner.map { several[$0] != nil } ?? false }
    let groups = FileGroups(several).groups
    let again = GradingRun.inParallel(groups.count, library) { group, keys, found in
      GradingRun.mark(groups[group], paths, &found) {
        Marker($0, by: keys, keepingAnswers: keepsAnswers)
      }
    }
    spread = several.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    problems = (found.problems + again.problems).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    problemCount = found.problemCount + again.problemCount
    lacksFiles = found.lacksFiles || again.lacksFiles
    unknownLessons = found.unknownLessons
    marks = Marks.Class(
      (found.results + again.results).map(\.marks),
      facts: found.facts.merging(again.facts) { one, _ in one })
  }

  /// Does pieces of work on all cores, each thread with lessons of its own.
  private static func inParallel(
    _ count: Int, _ library: LessonLibrary,
    _ body: @escaping @Sendable (Int, KeyStore, inout Found) -> Void
  ) -> Found {
    guard count > 0 else { return Found() }
    let queue = WorkQueue(count: count)
    let shelf = Shelf()
    Threads.run(min(Threads.cores, count)) {
      let keys = library.keys
      var own = Found()
      while let piece = queue.next() { body(piece, keys, &own) }
      own.facts = keys.facts
      shelf.found.withLock { $0.add(own) }
    }
    queue.finish()
    return shelf.found.withLock { $0 }
  }

  /// Marks a file.
  private static func mark(
    _ file: Int, _ paths: [String], _ found: inout Found, by begin: (String) -> Marker
  ) {
    var markers: [String: Marker] = [:]
    read(file, paths, &found) { line, record, found in
      let obstacle = markers[record.learner, default: begin(record.learner)].mark(record)
      if let obstacle { found.note(obstacle, Problem(file, line), of: record) }
    }
    for (learner, marker) in markers {
      found.results.append(Result(learner: learner, file: file, marks: marker.marks))
    }
  }

  /// Marks learners whose work stands in several files. What is the same in two files happened once.
  private static func mark(
    _ group: FileGroups.Group, _ paths: [String], _ found: inout Found,
    by begin: (String) -> Marker
  ) {
    struct Event {
      var record: JournalRecord
      var problem: Problem
    }
    var events: [String: [Event]] = [:]
    var counts: [JournalRecord: Int] = [:]
    var ignored = Found()
    for file in group.files {
      var countsHere: [JournalRecord: Int] = [:]
      read(file, paths, &ignored) { line, record, _ in
        guard group.learners.contains(record.learner) else { return }
        countsHere[record, default: 0] += 1
        guard countsHere[record, default: 0] > counts[record, default: 0] else { return }
        events[record.learner, default: []].append(
          Event(record: record, problem: Problem(file, line)))
      }
      counts.merge(countsHere) { max($0, $1) }
    }
    for (learner, unordered) in events {
      var marker = begin(learner)
      let ordered = unordered.enumerated().sorted {
        ($0.element.record.time, $0.offset) < ($1.element.record.time, $1.offset)
      }
      for event in ordered.map(\.element) {
        if let obstacle = marker.mark(event.record) {
          found.note(obstacle, event.problem, of: event.record)
        }
      }
      found.results.append(Result(learner: learner, file: group.files[0], marks: marker.marks))
    }
  }

  /// Reads the records of a file; what is none is noted.
  private static func read(
    _ file: Int, _ paths: [String], _ found: inout Found,
    _ body: (Int, JournalRecord, inout Found) -> Void
  ) {
    var reader = JournalReader(isJournal: JournalFiles.isJournal(paths[file]))
    var newerCount = 0
    func take(_ line: JournalReader.Line) {
      switch line.record {
      case .success(let record): body(line.number, record, &found)
      case .failure(.torn):
        found.note(Problem(file, line.number, "torn in the middle; left out"))
      case .failure(.corrupt):
        found.note(Problem(file, line.number, "not a journal record; left out"))
      case .failure(.newer): newerCount += 1
      }
    }
    do throws(FileError) {
      try FileSystem.read(paths[file]) { reader.read($0, take) }
      reader.finish(take)
    } catch {
      found.note(Problem(file, 0, "cannot be read: \(error.reason); left out"))
      found.lacksFiles = true
      return
    }
    if newerCount > 0 { found.note(Problem(file, 0, NewerLines.kept(newerCount))) }
    if !reader.hasJournal {
      found.note(Problem(file, 0, "neither a journal nor a hand-in; left out"))
      found.lacksFiles = true
    }
  }

  /// A problem as editors and terminals link it.
  func report(_ problem: Problem) -> String {
    let line = problem.line > 0 ? ":\(problem.line)" : ""
    return "\(paths[problem.file])\(line): \(problem.text)"
  }
}

extension GradingRun.Problem {
  init(_ file: Int, _ line: Int, _ text: String = "") {
    self.init(file: file, line: line, learner: nil, text: text)
  }
}

extension GradingRun.Found {
  fileprivate mutating func note(_ problem: GradingRun.Problem) {
    problemCount += 1
    if problems.count < GradingRun.problemLimit { problems.append(problem) }
  }

  fileprivate mutating func note(
    _ obstacle: Marker.Obstacle, _ place: GradingRun.Problem, of record: JournalRecord
  ) {
    var problem = place
    problem.learner = record.learner
    switch obstacle {
    case .noLesson(let lesson):
      unknownLessons[lesson, default: 0] += 1
      return
    case .inLesson(let lesson, .askedNoMore(let name, let page)):
      problem.text =
        "'\(name)' on page \(page) of an earlier edition of '\(lesson)' is not asked any more; left out"
    case .inLesson(let lesson, .nothingCalled(let name, let page)):
      problem.text = "page \(page) of '\(lesson)' asks nothing called '\(name)'; left out"
    case .inLesson(_, .neverTyped(let name)):
      problem.text = "what comes back in '\(name)' was never typed; left out"
    }
    note(problem)
  }

  fileprivate mutating func add(_ other: Self) {
    results += other.results
    problems += other.problems
    problemCount += other.problemCount
    lacksFiles = lacksFiles || other.lacksFiles
    unknownLessons.merge(other.unknownLessons, uniquingKeysWith: +)
    facts.merge(other.facts) { one, _ in one }
  }
}
