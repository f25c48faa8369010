import Journals
import Lessons
package import Teaching

/// Work that has no verdict before it is handed in.
extension Progress {
  /// Whether nothing is said yet of what the page in view asks.
  package var isSilent: Bool {
    isSilent(onPage: pageIndex) || (page.graph.map(isSilent(graph:)) ?? false)
  }

  /// Whether the work of the page in view was handed in.
  package var isHandedIn: Bool { handedInPages.contains(pageIndex) }

  private func isSilent(onPage index: Int) -> Bool {
    plan.silentPages.contains(index) && !handedInPages.contains(index)
  }

  /// Whether nothing is said yet of the entries of a graph.
  package func isSilent(graph: Int) -> Bool {
    plan.silentPages.contains { page in
      lesson.pages[page].graph == graph && !plan.askedByPage[page].isEmpty && isSilent(onPage: page)
    }
  }

  /// Whether nothing is said yet of a question of the lesson.
  package func isSilent(exercise: Int) -> Bool {
    lesson.pages.indices.contains { page in
      isSilent(onPage: page) && lesson.pages[page].exercises.contains(exercise)
    }
  }

  /// Whether the answers of a graph are marked for good.
  func isHandedIn(graph: Int) -> Bool {
    handedInPages.contains { lesson.pages[$0].graph == graph && !plan.askedByPage[$0].isEmpty }
  }

  /// Whether the answer to a question is marked for good.
  func isHandedIn(exercise: Int) -> Bool {
    handedInPages.contains { lesson.pages[$0].exercises.contains(exercise) }
  }

  /// How many things are still empty of all that is handed in with the page in view.
  package var emptyCount: Int {
    plan.pagesHandedIn(with: pageIndex).reduce(0) { count, page in
      count
        + plan.assignmentsByPage[page].count { assignment in
          switch assignment {
          case .entry(let entry):
            lesson.pages[page].graph.map { worksheets[$0].states[entry].isOpen } ?? false
          case .exercise(let exercise): exercises[exercise].state.isOpen
          }
        }
    }
  }

  /// An answer that waited for its verdict, and the verdict.
  package struct Mark {
    /// From 0.
    package var page: Int
    package var assignment: Assignment
    package var typed: String
    package var verdict: Verdict
  }

  /// Hands in the work of a page, with that of the pages that belong to it: all that was answered is marked.
  ///
  /// - Parameter check: gives the verdict on an answer to an entry; the worksheet's own by default.
  package mutating func handIn(page index: Int, checking check: Checking? = nil) -> [Mark] {
    let pages = plan.pagesHandedIn(with: index).subtracting(handedInPages)
    var marks: [Mark] = []
    for page in pages.sorted() {
      marks += mark(page, checking: check)
      handedInPages.insert(page)
    }
    return marks
  }

  /// Marks what was answered on a page.
  private mutating func mark(_ page: Int, checking check: Checking?) -> [Mark] {
    var marks: [Mark] = []
    if let graph = lesson.pages[page].graph {
      let before = self
      let verdicts = worksheets[graph].mark { typed, entry, worksheet in
        guard let check else { return worksheet.check(typed, for: entry) }
        var now = before
        now.worksheets[graph] = worksheet
        return check(typed, entry, graph, now)
      }
      for (entry, verdict) in verdicts {
        marks.append(
          Mark(
            page: page, assignment: .entry(entry),
            typed: worksheets[graph].states[entry].typed ?? "", verdict: verdict))
      }
    }
    for index in lesson.pages[page].exercises {
      guard let verdict = exercises[index].mark() else { continue }
      lastVerdicts[index] = verdict
      marks.append(
        Mark(
          page: page, assignment: .exercise(index), typed: exercises[index].typed.last ?? "",
          verdict: verdict))
    }
    return marks
  }
}
