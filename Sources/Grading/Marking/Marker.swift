public import Journals
import Lessons
import Sessions
import Teaching

/// Marks one learner's records in all lessons, in the order of the journal.
public struct Marker {
  /// Why a record does not count.
  public enum Obstacle: Hashable, Sendable {
    case inLesson(String, LessonMarker.Obstacle)
    case noLesson(String)
  }

  /// A pause longer than this counts as so long: nobody knows whether it was thought or tea.
  public static let longestPause = 300_000

  /// A lesson, with the spelling of the name from which its numbers are drawn, where they are.
  private struct Place: Hashable {
    var lesson: String
    var name: String?
  }

  private struct Work {
    var marker: LessonMarker
    var marks: Marks.Lesson
    var reader: EditionReader
  }

  public let learner: String
  private let keys: KeyStore
  private let terms: MarkingTerms
  private var work: [Work] = []
  private var places: [Place: Int] = [:]
  /// Every spelling of the learner's name, in the order in which they were met.
  private var names: [String] = []
  /// When each run of the program was heard of last.
  private var lastMoments: [String: Int] = [:]

  public init(_ learner: String, by keys: KeyStore, on terms: MarkingTerms = MarkingTerms()) {
    self.learner = learner
    self.keys = keys
    self.terms = terms
  }

  /// Marks the next record; formulas of the learner's own are no lesson and have no marks.
  ///
  /// - Returns: why it does not count, if it does not.
  public mutating func mark(_ record: JournalRecord) -> Obstacle? {
    let milliseconds = pause(before: record)
    guard let called = record.lesson else { return nil }
    let lesson = keys.lesson(called: called, hash: record.lessonHash)
    guard terms.lessons.isEmpty || terms.lessons.contains(lesson) else { return nil }
    guard let key = keys.key(of: lesson) else { return .noLesson(called) }
    let place = place(of: lesson, key, by: record.learner)
    if !names.contains(record.learner) { names.append(record.learner) }
    if let limit = terms.until ?? key.until,
      CivilTime.milliseconds(of: record.time).map({ $0 > limit }) ?? false
    {
      work[place].marks.late += record.isAnswer ? 1 : 0
      return nil
    }
    work[place].marks.milliseconds += milliseconds
    let isVersionHere = record.lessonHash.map(key.hashes.contains) ?? true
    if let hash = record.lessonHash, !isVersionHere { work[place].marks.note(otherHash: hash) }
    if let own = key.ownSeed(of: record.learner), record.seed != own, record.isAnswer,
      isVersionHere || record.seed != 0
    {
      work[place].marks.foreignSeeds[record.seed, default: 0] += 1
    }
    var record = record
    // A copy of the file is the file.
    if isVersionHere { record.lessonHash = key.hash }
    guard
      let record = work[place].reader.read(record, in: work[place].marker.progress)
    else { return .inLesson(lesson, .askedNoMore(record.subject, page: record.page)) }
    if let obstacle = work[place].marker.mark(record, milliseconds: milliseconds) {
      return .inLesson(lesson, obstacle)
    }
    work[place].marks.lastTime = max(work[place].marks.lastTime, record.time)
    return nil
  }

  /// The time since the record before in the same run of the program.
  private mutating func pause(before record: JournalRecord) -> Int {
    guard let now = CivilTime.milliseconds(of: record.time) else { return 0 }
    let last = lastMoments.updateValue(now, forKey: record.session) ?? now
    return min(max(0, now - last), Marker.longestPause)
  }

  private mutating func place(of lesson: String, _ key: LessonKey, by name: String) -> Int {
    let wanted = Place(lesson: lesson, name: key.ownSeed(of: name) == nil ? nil : name)
    if let place = places[wanted] { return place }
    places[wanted] = work.count
    work.append(
      Work(
        marker: LessonMarker(key, learner: name, keepingSteps: terms.keepsSteps),
        marks: Marks.Lesson(lesson: lesson),
        reader: EditionReader(key.opened.lesson, hash: key.hash)))
    return work.count - 1
  }

  /// The marks so far.
  public var marks: Marks.Learner {
    var lessons: [Marks.Lesson] = []
    for work in work {
      var marks = work.marks
      (marks.right, marks.asked) = work.marker.score
      marks.items = work.marker.items
      marks.seed = work.marker.seed
      marks.draw = work.marker.draw
      marks.possible = keys.key(of: marks.lesson)?.points ?? 0
      marks.points = marks.possible * Double(marks.right) / Double(max(1, marks.asked))
      if terms.keepsAnswers { marks.answers = work.marker.answers }
      if terms.keepsSteps { marks.steps = work.marker.allSteps }
      if let place = lessons.firstIndex(where: { $0.lesson == marks.lesson }) {
        lessons[place].add(marks)
      } else {
        lessons.append(marks)
      }
    }
    let evidence = work.flatMap(\.marker.evidence).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    let mastery = Mastery(evidence.map(\.element.observation))
    let skills = Skill.allCases.filter { mastery[$0].wasMet }.map { skill in
      Marks.SkillStanding(
        skill: skill, probability: mastery[skill].probability,
        isMastered: mastery[skill].isMastered)
    }
    return Marks.Learner(
      learner: learner, names: names, sessions: Set(lastMoments.keys), lessons: lessons,
      skills: skills)
  }
}

extension JournalRecord {
  /// Whether something was answered.
  fileprivate var isAnswer: Bool {
    switch kind {
    case .fill, .answer: true
    case .rule, .reveal, .help, .handIn, .seed, .undo, .redo, .restart, .panel, .descend, .other:
      false
    }
  }
}
