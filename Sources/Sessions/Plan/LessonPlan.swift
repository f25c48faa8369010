public import Lessons
package import Teaching

/// What a lesson asks, page by page and graph by graph.
///
/// A class, because all that a learner does refers to the same plan, which never changes.
public final class LessonPlan: Sendable {
  public let lesson: Lesson
  /// For each page what it asks, in the order of its blocks.
  package let assignmentsByPage: [[Assignment]]
  /// For each page the entries among them.
  let askedByPage: [[Int]]
  private let askedSetByPage: [Set<Int>]
  /// For each graph the entries that any page asks.
  package let askedOfGraph: [Set<Int>]

  /// - Parameter worksheets: one for each graph of the lesson; the numbers do not matter.
  /// - Throws: `LessonFailure` where a page asks for something that is not there.
  package init(_ lesson: Lesson, on worksheets: [Worksheet]) throws(LessonFailure) {
    let assignments = try LessonPlan.assignments(of: lesson, on: worksheets)
    self.lesson = lesson
    assignmentsByPage = assignments
    silentPages = Set(
      lesson.pages.indices.filter { page in
        !assignments[page].isEmpty
          && (lesson.pages[page].isExam
            || lesson.feedback == .none && !lesson.pages[page].isDemonstration)
      })
    askedByPage = assignments.map { $0.compactMap(\.entry) }
    askedSetByPage = askedByPage.map { Set($0) }
    askedOfGraph = lesson.graphs.indices.map { graph in
      Set(
        zip(lesson.pages, assignments).filter { $0.0.graph == graph }
          .flatMap { $0.1.compactMap(\.entry) })
    }
  }

  /// Whether a page asks an entry.
  package func asks(_ entry: Int, onPage page: Int) -> Bool { askedSetByPage[page].contains(entry) }

  /// Whether a page's graph can be seen there.
  package func shows(graphOn page: Int) -> Bool {
    lesson.pages[page].blocks.contains(.graph) || !askedByPage[page].isEmpty
  }

  /// Whether some page shows the entries of a graph one by one.
  func isDemonstrated(_ graph: Int) -> Bool {
    lesson.pages.contains { $0.graph == graph && $0.isDemonstration }
  }

  /// The pages, from 0, that say nothing of an answer before it is handed in.
  package let silentPages: Set<Int>

  /// The pages that are handed in together with a page; none where nothing is to be handed in.
  package func pagesHandedIn(with page: Int) -> Set<Int> {
    guard silentPages.contains(page) else { return [] }
    return lesson.feedback == .none ? silentPages : [page]
  }

  /// The exercise with a name, by its index in the lesson.
  package func exercise(called id: String) -> Int? { lesson.exercises.firstIndex { $0.id == id } }

  /// The graph of a page, which is counted from 1.
  package func graph(ofPage number: Int) -> Int? {
    lesson.pages.indices.contains(number - 1) ? lesson.pages[number - 1].graph : nil
  }
}

extension LessonPlan: Hashable {
  /// Two plans are equal where their lessons are: all else follows from these.
  public static func == (one: LessonPlan, two: LessonPlan) -> Bool {
    one === two || one.lesson == two.lesson
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(lesson) }
}
