/// A class as those see it who keep marks: who is in it, by the roster where there is one, and what they have in each
/// lesson.
public struct Gradebook: Sendable {
  public struct Row: Sendable {
    /// As the roster knows the learner.
    public var student: Roster.Student?
    /// What was handed in; `nil` where nothing was.
    public var work: Marks.Learner?

    public var name: String { student?.name ?? work?.learner ?? "" }
  }

  public let marks: Marks.Class
  public let roster: Roster?
  /// The lessons that are marked, in the order in which they were named, else by name.
  public let lessons: [String]
  /// Whether the lessons were named.
  let isNamed: Bool
  /// In the order of the roster, then those who are not on it.
  public let rows: [Row]
  /// The work of one student under several names, of which the best counts.
  public let doubled: [(student: String, names: [String])]

  /// - Parameters:
  ///   - learners: those of the class that are wanted.
  ///   - named: the lessons that are wanted; all that were worked on where none is named.
  public init(
    _ marks: Marks.Class, _ learners: [Marks.Learner], roster: Roster? = nil,
    lessons named: [String] = []
  ) {
    self.marks = marks
    self.roster = roster
    isNamed = !named.isEmpty
    lessons =
      named.isEmpty ? Set(learners.flatMap(\.lessons).map(\.lesson)).sorted() : named
    var work: [Int: [Marks.Learner]] = [:]
    var others: [Row] = []
    for learner in learners {
      let names = [learner.learner] + learner.names
      if let place = names.lazy.compactMap({ roster?.place(of: $0) }).first {
        work[place, default: []].append(learner)
      } else {
        others.append(Row(student: nil, work: learner))
      }
    }
    let students = roster?.students ?? []
    rows =
      students.enumerated().map { place, student in
        Row(student: student, work: Gradebook.best(of: work[place] ?? []))
      } + others
    doubled = work.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { place, works in
      (
        students[place].name,
        works.map { "'\($0.learner)'" + ($0.files.first.map { " in \($0)" } ?? "") }
      )
    }
  }

  /// The work with the most right, the first of equals.
  private static func best(of works: [Marks.Learner]) -> Marks.Learner? {
    works.enumerated().max { one, other in
      let (a, b) = (one.element.total(\.right), other.element.total(\.right))
      return a == b ? one.offset > other.offset : a < b
    }?.element
  }

  /// What a learner has in a lesson; nothing of so much where nothing was done.
  public func lesson(_ name: String, of row: Row) -> Marks.Lesson {
    if let lesson = row.work?.lessons.first(where: { $0.lesson == name }) { return lesson }
    var lesson = Marks.Lesson(lesson: name)
    lesson.asked = marks.facts[name]?.asked ?? 0
    lesson.possible = marks.facts[name]?.points ?? 0
    return lesson
  }

  /// The lessons that a row has a line for: all where it is known who and what is wanted, else those that were begun.
  func listed(of row: Row, isComplete: Bool) -> [Marks.Lesson] {
    isComplete
      ? lessons.map { lesson($0, of: row) }
      : (row.work?.lessons ?? []).filter { lessons.contains($0.lesson) }
  }

  /// How many points a learner has in all lessons, and how many there are.
  public func points(of row: Row) -> (points: Double, possible: Double) {
    let all = lessons.map { lesson($0, of: row) }
    return (all.reduce(0) { $0 + $1.points }, all.reduce(0) { $0 + $1.possible })
  }
}
