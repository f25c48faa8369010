import Autodiff
package import Lessons
package import Teaching

extension LessonPlan {
  /// For each page what it asks, in the order of its blocks.
  ///
  /// - Throws: `LessonFailure` with every name that no graph knows.
  package static func assignments(
    of lesson: Lesson, on worksheets: [Worksheet]
  ) throws(LessonFailure) -> [[Assignment]] {
    var pages: [[Assignment]] = []
    var errors: [LessonError] = []
    for page in lesson.pages {
      do {
        let list = page.graph.map { worksheets[$0].list }
        pages.append(try assignments(of: page, in: lesson, on: list))
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return pages
  }

  /// What one page asks, in the order of its blocks.
  ///
  /// - Throws: `LessonFailure` with every name that the page's graph does not know.
  package static func assignments(
    of page: Lesson.Page, in lesson: Lesson, on list: EntryList?
  ) throws(LessonFailure) -> [Assignment] {
    var assignments: [Assignment] = []
    var errors = list.map { unknownNames(on: page, in: $0, lesson) } ?? []
    var isFilled = false
    for block in page.blocks {
      switch block {
      case .fill, .demonstration:
        // All blocks of a page are worked off at the place of the first, in the order one works.
        guard let list, !isFilled else { continue }
        isFilled = true
        do {
          assignments += try list.indices(of: page.requests).map { .entry($0) }
        } catch {
          errors += error.errors
        }
      case .exercise(let index): assignments.append(.exercise(index))
      default: break
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return assignments
  }

  /// Names in the page's blocks that its graph does not know.
  private static func unknownNames(
    on page: Lesson.Page, in list: EntryList, _ lesson: Lesson
  ) -> [LessonError] {
    let advice = page.advice.compactMap { advice in
      list.index(of: advice.entry.text) == nil
        ? LessonError(list.unknown(advice.entry.text), at: advice.entry.position) : nil
    }
    return advice + lesson.unknownQuantities(on: page, in: list.graph)
  }
}
