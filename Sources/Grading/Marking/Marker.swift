public import Journals
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

  private struct Work {
    var marker: LessonMarker
    var marks: Marks.Lesson
    var reader: EditionReader
  }

  public let learner: String
  private let keys: KeyStore
  private let keepsAnswers: Bool
  private var work: [Work] = []
  private var places: [String: Int] = [:]
  /// When each run of the program was heard of last.
  private var lastMoments: [String: Int] = [:]

  /// - Parameter keepsAnswers: whether the marks say what is right with the learner's numbers.
  public init(_ learner: String, by keys: KeyStore, keepingAnswers keepsAnswers: Bool = false) {
    self.learner = learner
    self.keys = keys
    self.keepsAnswers = keepsAnswers
  }

  /// Marks the next record; formulas of the learner's own are no lesson and have no marks.
  ///
  /// - Returns: why it does not count, if it does not.
  public mutating func mark(_ record: JournalRecord) -> Obstacle? {
    let milliseconds = pause(before: record)
    guard let lesson = record.lesson else { return nil }
    guard let place = place(of: lesson) else { return .noLesson(lesson) }
    work[place].marks.milliseconds += milliseconds
    if let hash = record.lessonHash, hash != keys.key(of: lesson)?.hash {
      work[place].marks.note(otherHash: hash)
    }
    guard
      let record = work[place].reader.read(record, in: work[place].marker.progress)
    else { return .inLesson(lesson, .askedNoMore(record.subject, page: record.page)) }
    return work[place].marker.mark(record, milliseconds: milliseconds).map {
      .inLesson(lesson, $0)
    }
  }

  /// The time since the record before in the same run of the program.
  private mutating func pause(before record: JournalRecord) -> Int {
    guard let now = CivilTime.milliseconds(of: record.time) else { return 0 }
    let last = lastMoments.updateValue(now, forKey: record.session) ?? now
    return min(max(0, now - last), Marker.longestPause)
  }

  private mutating func place(of lesson: String) -> Int? {
    if let place = places[lesson] { return place }
    guard let key = keys.key(of: lesson) else { return nil }
    places[lesson] = work.count
    work.append(
      Work(
        marker: LessonMarker(key, learner: learner), marks: Marks.Lesson(lesson: lesson),
        reader: EditionReader(key.opened.lesson, hash: key.hash)))
    return work.count - 1
  }

  /// The marks so far.
  public var marks: Marks.Learner {
    let lessons = work.map { work in
      var marks = work.marks
      (marks.right, marks.asked) = work.marker.score
      marks.items = work.marker.items
      marks.seed = work.marker.seed
      marks.draw = work.marker.draw
      if keepsAnswers { marks.answers = work.marker.answers }
      return marks
    }
    let evidence = work.flatMap(\.marker.evidence).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    let mastery = Mastery(evidence.map(\.element.observation))
    let skills = Skill.allCases.filter { mastery[$0].wasMet }.map { skill in
      Marks.SkillStanding(
        skill: skill, probability: mastery[skill].probability,
        isMastered: mastery[skill].isMastered)
    }
    return Marks.Learner(learner: learner, lessons: lessons, skills: skills)
  }
}
