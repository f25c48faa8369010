import Journals
import Lessons
public import Sessions
public import Teaching

/// A lesson that learners' work is marked by: what it asks, with its answers.
///
/// A class, because what was computed for one learner serves the next: verdicts, and the numbers of a seed.
public final class LessonKey {
  /// Something that the lesson asks, whatever its numbers.
  public struct Item: Hashable, Sendable {
    /// The page that asks it first, from 1.
    public var page: Int
    /// The name of an entry, or the exercise's.
    public var name: String
    /// Whether some page asks it, and not only shows it.
    public var isAsked: Bool
    /// The skills that it exercises with the lesson's own numbers; none for an exercise.
    public var skills: [Skill]
  }

  /// The lesson with nothing done.
  let opened: Session
  /// What may be marked, in the order in which the lesson asks it, then what it only shows.
  public let items: [Item]
  /// The hashes of the lesson's file and of its copies.
  let hashes: Set<String>
  let memory = VerdictMemory()
  /// The graph and what is asked of each item.
  let places: [(graph: Int?, assignment: Assignment)]
  private let entryItems: [[Int]]
  private let exerciseItems: [Int]
  private var drawn: [Attempts.Numbers: [Worksheet]] = [:]

  /// So many seeds' numbers are kept.
  private static let seedLimit = 16

  /// - Parameters:
  ///   - session: a session on the lesson, with its own numbers.
  ///   - hashes: the hashes of copies of its file; its own counts anyway.
  public init(_ session: Session, hashes: Set<String> = []) {
    opened = session
    if case .lesson(_, let hash) = session.source {
      self.hashes = hashes.union([hash])
    } else {
      self.hashes = hashes
    }
    var places: [(graph: Int?, assignment: Assignment)] = []
    var items: [Item] = []
    var entryItems = session.progress.worksheets.map {
      Array(repeating: -1, count: $0.entries.count)
    }
    var exerciseItems = Array(repeating: -1, count: session.lesson.exercises.count)
    func list(_ page: Int, _ assignment: Assignment, isAsked: Bool) {
      switch assignment {
      case .exercise(let index):
        exerciseItems[index] = items.count
        let name = session.lesson.exercises[index].id
        places.append((nil, assignment))
        items.append(Item(page: page + 1, name: name, isAsked: isAsked, skills: []))
      case .entry(let entry):
        guard let graph = session.lesson.pages[page].graph, entryItems[graph][entry] < 0 else {
          return
        }
        entryItems[graph][entry] = items.count
        let key = session.progress.worksheets[graph].key
        places.append((graph, assignment))
        items.append(
          Item(
            page: page + 1, name: key.list.entries[entry].name, isAsked: isAsked,
            skills: key.skills(of: entry)))
      }
    }
    for (page, assignments) in session.plan.assignmentsByPage.enumerated()
    where !session.lesson.pages[page].isDemonstration {
      for assignment in assignments { list(page, assignment, isAsked: true) }
    }
    for (page, content) in session.lesson.pages.enumerated() {
      guard let graph = content.graph else { continue }
      for entry in entryItems[graph].indices { list(page, .entry(entry), isAsked: false) }
    }
    for (page, content) in session.lesson.pages.enumerated() {
      for index in content.exercises where exerciseItems[index] < 0 {
        list(page, .exercise(index), isAsked: true)
      }
    }
    self.items = items
    self.places = places
    self.entryItems = entryItems
    self.exerciseItems = exerciseItems
  }

  /// The hash of the lesson's file.
  public var hash: String {
    if case .lesson(_, let hash) = opened.source { hash } else { "" }
  }

  /// How much the lesson asks, and how many points that is.
  var asked: Int { opened.progress.wholeScore.asked }
  var points: Double { opened.lesson.graded?.points ?? Double(asked) }

  /// The last millisecond since 1970 in which work counts, if the lesson says so.
  var until: Int? { opened.lesson.graded?.until?.milliseconds }

  /// The seed of a learner's numbers, where the lesson is handed in and gives everybody their own.
  func ownSeed(of learner: String) -> Int? {
    opened.lesson.graded == nil ? nil : Session.seed(ofLearner: learner)
  }

  func item(_ assignment: Assignment, in graph: Int?) -> Int? {
    switch assignment {
    case .exercise(let index): exerciseItems[index]
    case .entry(let entry): graph.map { entryItems[$0][entry] }
    }
  }

  func item(_ attempted: Attempts.Item) -> Int {
    switch attempted {
    case .exercise(_, let index): exerciseItems[index]
    case .entry(let graph, _, let entry): entryItems[graph][entry]
    }
  }

  /// The worksheets for a seed, with nothing filled in; `nil` if some number would not be finite.
  func worksheets(seed: Int, by way: FreshNumbers.Draw) -> [Worksheet]? {
    let numbers = Attempts.Numbers.drawn(seed: seed, way)
    if let worksheets = drawn[numbers] { return worksheets }
    guard let worksheets = try? opened.plan.worksheets(seed: seed, by: way) else {
      return nil
    }
    if drawn.count >= LessonKey.seedLimit { drawn.removeAll() }
    drawn[numbers] = worksheets
    return worksheets
  }
}
