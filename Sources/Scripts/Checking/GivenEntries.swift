import Lessons
import Sessions
import Teaching

/// What a page gives although a page before asks it on the same graph: then it is there only once it was found.
struct GivenEntries {
  private(set) var notes: [LessonError] = []

  init(in lesson: Lesson, on worksheets: [Worksheet]) {
    var asked: [Int: [Int: Int]] = [:]
    for (number, page) in lesson.pages.enumerated() {
      guard let graph = page.graph, !page.isDemonstration else { continue }
      let list = worksheets[graph].list
      let known = asked[graph] ?? [:]
      for request in page.requests where request.isGiven {
        let entries = list.entries.indices.filter { GivenEntries.gives(request, list, $0) }
        guard let entry = entries.first(where: { known[$0] != nil }), let before = known[entry]
        else {
          continue
        }
        notes.append(
          LessonError(
            "page \(before) asks for '\(list.entries[entry].name)', so that it is given here only when it was "
              + "found there; put 'graph again' above to give it to everybody",
            at: request.position))
      }
      let assignments = try? LessonPlan.assignments(of: page, in: lesson, on: list)
      for entry in (assignments ?? []).compactMap(\.entry) where known[entry] == nil {
        asked[graph, default: [:]][entry] = number + 1
      }
    }
  }

  private static func gives(_ request: FillRequest, _ list: EntryList, _ index: Int) -> Bool {
    let entry = list.entries[index]
    switch request.subject {
    case .forward: return entry.isForward
    case .local: return entry.isLocal
    case .backward: return !entry.isForward && !entry.isLocal && entry.later == nil
    // Whoever names one may want it to be found before.
    case .entry, .after: return false
    }
  }
}
