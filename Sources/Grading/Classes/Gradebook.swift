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
  public let rows: Rows
  /// The work of one student under several names, of which the best counts.
  public let doubled: [(student: String, names: [String])]

  /// Those who are in the class, of whom one at a time is there whole.
  public struct Rows: RandomAccessCollection, Sendable {
    fileprivate var places: [(student: Int?, work: Int?)]
    fileprivate let learners: LearnerList
    fileprivate let students: [Roster.Student]

    public var startIndex: Int { 0 }
    public var endIndex: Int { places.count }

    public subscript(index: Int) -> Row {
      let (student, work) = places[index]
      return Row(student: student.map { students[$0] }, work: work.map { learners[$0] })
    }
  }

  /// - Parameters:
  ///   - places: those of the class that are wanted, by their places; all of them where none are given.
  ///   - named: the lessons that are wanted; all that were worked on where none is named.
  public init(
    _ marks: Marks.Class, only places: [Int]? = nil, roster: Roster? = nil,
    lessons named: [String] = []
  ) {
    self.marks = marks
    self.roster = roster
    isNamed = !named.isEmpty
    let learners = marks.learners
    var worked: Set<String> = []
    // For each student the works, each with what is right in it.
    var work: [Int: [(place: Int, right: Int)]] = [:]
    var others: [Int] = []
    for place in places ?? Array(learners.indices) {
      let learner = learners[place]
      worked.formUnion(learner.lessons.map(\.lesson))
      let names = [learner.learner] + learner.names
      if let student = names.lazy.compactMap({ roster?.place(of: $0) }).first {
        work[student, default: []].append((place, learner.total(\.right)))
      } else {
        others.append(place)
      }
    }
    lessons = named.isEmpty ? worked.sorted() : named
    let students = roster?.students ?? []
    rows = Rows(
      places: students.indices.map { ($0, Gradebook.best(of: work[$0] ?? [])) }
        + others.map { (nil, $0) }, learners: learners, students: students)
    doubled = work.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { student, works in
      (
        students[student].name,
        works.map { work in
          let learner = learners[work.place]
          return "'\(learner.learner)'" + (learner.files.first.map { " in \($0)" } ?? "")
        }
      )
    }
  }

  /// The work with the most right, the first of equals.
  private static func best(of works: [(place: Int, right: Int)]) -> Int? {
    works.max { ($0.right, $1.place) < ($1.right, $0.place) }?.place
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
