import Expressions
import Lessons
import Teaching

extension Session {
  /// The entry of the page's graph with a name.
  package func entry(called name: String) throws(LookupFailure) -> Int {
    guard let list = worksheet?.list else {
      throw LookupFailure("page \(pageNumber) has no graph, so no entry '\(name)'")
    }
    guard let index = list.index(of: name) else {
      throw LookupFailure(list.unknown(name))
    }
    return index
  }

  /// The exercise of the page with a name, by its index in the lesson.
  package func exercise(called id: String) throws(LookupFailure) -> Int {
    let ids = page.exercises.map { lesson.exercises[$0].id }
    if let place = ids.firstIndex(of: id) { return page.exercises[place] }
    let advice =
      Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
      ?? (ids.isEmpty ? "it asks nothing but entries" : "there are \(ids.joined(separator: ", "))")
    throw LookupFailure("page \(pageNumber) asks nothing called '\(id)'; \(advice)")
  }

  /// An exercise of the page by its name, or else an entry.
  package func assignment(called name: String) throws(LookupFailure) -> Assignment {
    let ids = page.exercises.map { lesson.exercises[$0].id }
    if ids.contains(name) || worksheet == nil { return .exercise(try exercise(called: name)) }
    return .entry(try entry(called: name))
  }
}
