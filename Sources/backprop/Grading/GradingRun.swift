import Grading
import Journals
import Synchronization

/// Marks many files at once.
///
/// Each file is read once and in pieces, and only marks are kept of it. The files of a learner whose work stands in
/// several are read once more, as one.
struct GradingRun {
  fileprivate struct Result {
    var learner: LearnerKey
    var file: Int
    var marks: PackedLearner
  }

  /// What the threads have found.
  fileprivate struct Found {
    var results: [Result] = []
    var problems: [GradingProblem.Place: GradingProblem] = [:]
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
  private let terms: MarkingTerms
  private let identity: LearnerIdentity
  private(set) var marks = Marks.Class([], facts: [:])
  /// What does not count, by file.
  private(set) var problems: [GradingProblem] = []
  /// Whether a file was left out as a whole.
  private(set) var lacksFiles = false
  /// Lessons that are not here, each with how many records name it.
  private(set) var unknownLessons: [String: Int] = [:]
  /// Learners whose work stands in several files.
  private(set) var spread: [(learner: String, files: [Int])] = []

  init(
    _ paths: [String], by library: LessonLibrary, on terms: MarkingTerms,
    by identity: LearnerIdentity
  ) {
    self.paths = paths
    self.library = library
    self.terms = terms
    self.identity = identity
  }

  /// Reads and marks all files.
  mutating func run() {
    let (paths, terms, identity) = (paths, terms, identity)
    var found = GradingRun.inParallel(paths.count, library, terms) { file, keys, found in
      GradingRun.mark(file, paths, &found, by: identity, of: terms.lessons) {
        Marker($0, by: keys, on: terms)
      }
    }
    let several = identity == .file ? [:] : GradingRun.spread(found.results)
    found.results.removeAll { several[$0.learner] != nil }
    found.problems = found.problems.filter { place, _ in
      !(place.learner.map { several[$0] != nil } ?? false)
    }
    let groups = FileGroups(several).groups
    let again =
      groups.isEmpty
      ? Found()
      : GradingRun.inParallel(groups.count, library, terms) { group, keys, found in
        GradingRun.mark(groups[group], paths, &found, by: identity) {
          Marker($0, by: keys, on: terms)
        }
      }
    found.lacksFiles = found.lacksFiles || again.lacksFiles
    for problem in again.problems.values { found.note(problem) }
    spread = again.results.map { result in
      (result.marks.name, several[result.learner] ?? [])
    }.sorted { $0.learner < $1.learner }
    problems = GradingProblem.byFile(found.problems.values)
    lacksFiles = found.lacksFiles
    unknownLessons = found.unknownLessons
    marks = Marks.Class(
      packed: (found.results + again.results).map { result in
        var marks = result.marks
        marks.files = (several[result.learner] ?? [result.file]).map { paths[$0] }
        return marks
      }, facts: found.facts.merging(again.facts) { one, _ in one })
  }

  /// The learners whose work stands in several files, each with these in their order.
  private static func spread(_ results: [Result]) -> [LearnerKey: [Int]] {
    var first: [LearnerKey: Int] = [:]
    var several: [LearnerKey: [Int]] = [:]
    for result in results {
      if let file = first[result.learner] {
        several[result.learner, default: [file]].append(result.file)
      } else {
        first[result.learner] = result.file
      }
    }
    return several.mapValues { $0.sorted() }
  }

  /// Does pieces of work on all cores, each thread with lessons of its own.
  private static func inParallel(
    _ count: Int, _ library: LessonLibrary, _ terms: MarkingTerms,
    _ body: @escaping @Sendable (Int, KeyStore, inout Found) -> Void
  ) -> Found {
    // Where nobody handed anything in, it is known nevertheless what was asked.
    guard count > 0 || !terms.lessons.isEmpty else { return Found() }
    let queue = WorkQueue(count: count)
    let shelf = Shelf()
    Threads.run(min(Threads.cores, max(1, count))) {
      let keys = library.keys
      var own = Found()
      while let piece = queue.next() { body(piece, keys, &own) }
      keys.require(terms.lessons.sorted())
      own.facts = keys.facts
      shelf.found.withLock { $0.add(own) }
    }
    queue.finish()
    return shelf.found.withLock { $0 }
  }

  /// Marks a file.
  ///
  /// - Parameter wanted: the lessons that are marked; all of them where none is named.
  private static func mark(
    _ file: Int, _ paths: [String], _ found: inout Found, by identity: LearnerIdentity,
    of wanted: Set<String>, by begin: (String) -> Marker
  ) {
    var markers: [LearnerKey: Marker] = [:]
    var unknown = false
    let isRead = read(file, paths, &found) { line, record, found in
      let learner = identity.key(of: record.learner)
      let obstacle = markers[learner, default: begin(record.learner)].mark(record)
      if let obstacle { found.note(obstacle, file, line, of: learner) }
      if case .noLesson = obstacle { unknown = true }
    }
    var hasWork = false
    for (learner, marker) in markers {
      let marks = marker.marks
      hasWork = hasWork || !marks.lessons.isEmpty
      // Work on other lessons says nothing of a learner in these.
      guard wanted.isEmpty || !marks.lessons.isEmpty else { continue }
      found.results.append(
        Result(learner: learner, file: file, marks: PackedLearner(marks)))
    }
    guard isRead, !hasWork else { return }
    found.lacksFiles = found.lacksFiles || wanted.isEmpty
    if !unknown { found.note(GradingProblem(file, .noWork)) }
  }

  /// Marks learners whose work stands in several files. What is the same in two files happened once.
  private static func mark(
    _ group: FileGroups.Group, _ paths: [String], _ found: inout Found,
    by identity: LearnerIdentity, _ begin: (String) -> Marker
  ) {
    struct Event {
      var record: JournalRecord
      var file: Int
      var line: Int
    }
    var events: [LearnerKey: [Event]] = [:]
    var counts: [JournalRecord: Int] = [:]
    var ignored = Found()
    for file in group.files {
      var countsHere: [JournalRecord: Int] = [:]
      _ = read(file, paths, &ignored) { line, record, _ in
        let learner = identity.key(of: record.learner)
        guard group.learners.contains(learner) else { return }
        countsHere[record, default: 0] += 1
        guard countsHere[record, default: 0] > counts[record, default: 0] else { return }
        events[learner, default: []].append(Event(record: record, file: file, line: line))
      }
      counts.merge(countsHere) { max($0, $1) }
    }
    for (learner, unordered) in events {
      let ordered = unordered.enumerated().sorted {
        ($0.element.record.time, $0.offset) < ($1.element.record.time, $1.offset)
      }.map(\.element)
      var marker = begin(ordered[0].record.learner)
      for event in ordered {
        if let obstacle = marker.mark(event.record) {
          found.note(obstacle, event.file, event.line, of: learner)
        }
      }
      found.results.append(
        Result(learner: learner, file: group.files[0], marks: PackedLearner(marker.marks)))
    }
  }

  /// Reads the records of a file; what is none is noted.
  ///
  /// - Returns: whether it could be read and has records.
  private static func read(
    _ file: Int, _ paths: [String], _ found: inout Found,
    _ body: (Int, JournalRecord, inout Found) -> Void
  ) -> Bool {
    var reader = JournalReader(isJournal: JournalFiles.isJournal(paths[file]))
    var newerCount = 0
    func take(_ line: JournalReader.Line) {
      switch line.record {
      case .success(let record): body(line.number, record, &found)
      case .failure(.torn): found.note(GradingProblem(file, .torn, line: line.number))
      case .failure(.corrupt): found.note(GradingProblem(file, .corrupt, line: line.number))
      case .failure(.newer): newerCount += 1
      }
    }
    do throws(FileError) {
      try FileSystem.read(paths[file]) { reader.read($0, take) }
      reader.finish(take)
    } catch {
      found.note(GradingProblem(file, .unreadable(error.reason)))
      found.lacksFiles = true
      return false
    }
    if newerCount > 0 { found.note(GradingProblem(file, .newer, count: newerCount)) }
    if !reader.hasJournal {
      found.note(GradingProblem(file, .noJournal))
      found.lacksFiles = true
    }
    return reader.hasJournal
  }

  /// A problem as editors and terminals link it.
  func report(_ problem: GradingProblem) -> String {
    let line = problem.line > 0 ? ":\(problem.line)" : ""
    return "\(paths[problem.place.file])\(line): \(problem.text)"
  }
}

extension GradingRun.Found {
  fileprivate mutating func note(_ problem: GradingProblem) {
    problems[problem.place, default: problem.none].add(problem)
  }

  fileprivate mutating func note(
    _ obstacle: Marker.Obstacle, _ file: Int, _ line: Int, of learner: LearnerKey
  ) {
    guard let problem = GradingProblem(obstacle, file, line, of: learner) else {
      if case .noLesson(let lesson) = obstacle { unknownLessons[lesson, default: 0] += 1 }
      return
    }
    note(problem)
  }

  fileprivate mutating func add(_ other: Self) {
    results += other.results
    for problem in other.problems.values { note(problem) }
    lacksFiles = lacksFiles || other.lacksFiles
    unknownLessons.merge(other.unknownLessons, uniquingKeysWith: +)
    facts.merge(other.facts) { one, _ in one }
  }
}
