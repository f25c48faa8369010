import Lessons
import Teaching

/// Where the learner is, and what comes next.
extension Progress {
  /// Turns to a page, and to the first thing there that is open.
  package mutating func open(page index: Int) {
    pageIndex = index
    assignment = nextOpen(after: nil) ?? assignments.first
  }

  /// The first thing after another one that is still open, from the start again after the last.
  package func nextOpen(after assignment: Assignment?) -> Assignment? {
    let next = assignment.flatMap { place(of: $0) }.map { $0 + 1 } ?? 0
    return assignments.suffix(from: next).first(where: isOpen)
      ?? assignments.prefix(next).first(where: isOpen)
  }

  /// Where something stands among what the page asks.
  ///
  /// - Complexity: O(log n) in what is asked, for an entry.
  package func place(of assignment: Assignment) -> Int? {
    guard let entry = assignment.entry else { return assignments.firstIndex(of: assignment) }
    let place = asked.firstPlace { $0 >= entry }
    guard place < asked.count, asked[place] == entry else { return nil }
    return firstEntryPlace + place
  }

  /// The place of the first entry among what the page asks; the others follow it, in their order.
  private var firstEntryPlace: Int { assignments.firstIndex { $0.entry != nil } ?? 0 }

  /// What the page asks some places further on, from the start again after the last; nothing where nothing is asked.
  package func assignment(stepping count: Int) -> Assignment? {
    guard let assignment else { return nil }
    var place = self.place(of: assignment)
    // An entry that another page asks stands between two of this one.
    if place == nil, let entry = assignment.entry {
      let later = asked.firstPlace { $0 > entry }
      if later < asked.count { place = firstEntryPlace + later }
    }
    let all = assignments
    return place.map { all[($0 + count + all.count) % all.count] }
  }

  /// What scripts and the journal call something that the page asks.
  public func name(of assignment: Assignment) -> String {
    switch assignment {
    case .entry(let entry): worksheet?.entries[entry].name ?? ""
    case .exercise(let exercise): lesson.exercises[exercise].id
    }
  }

  /// An entry of a graph by its name, or else an exercise of the lesson.
  package func assignment(called name: String, in graph: Int?) -> Assignment? {
    graph.flatMap { worksheets[$0].list.index(of: name) }.map { .entry($0) }
      ?? plan.exercise(called: name).map { .exercise($0) }
  }
}
