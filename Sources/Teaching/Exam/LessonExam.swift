public import Lessons

extension Lesson {
  /// An exam on this lesson: its pages with an `exam` block, or else each of its graphs that has ranges, with all that
  /// can be asked; `nil` where there is neither.
  ///
  /// A graph that comes several times is asked once, as it stands where it comes last.
  public var exam: Lesson? {
    let own = pages.filter(\.isExam)
    let pages = own.isEmpty ? pagesOfGraphsWithRanges : own
    guard !pages.isEmpty else { return nil }
    var exam = Lesson(name: name, title: "Exam on \(title)", pages: [], graphs: [])
    exam.isExam = true
    for page in pages { exam.add(page, of: self) }
    return exam
  }

  /// Adds a page of another lesson, with its graph and what it asks.
  private mutating func add(_ page: Page, of other: Lesson) {
    var page = page
    if let graph = page.graph {
      page.graph = graphs.count
      graphs.append(other.graphs[graph])
      graphs[graphs.count - 1].isFresh = false
    }
    for (place, block) in page.blocks.enumerated() {
      guard case .exercise(let index) = block else { continue }
      page.blocks[place] = .exercise(exercises.count)
      exercises.append(other.exercises[index])
    }
    pages.append(page)
  }

  /// A page for each graph that can be drawn anew, which asks everything.
  private var pagesOfGraphsWithRanges: [Page] {
    graphs.indices.compactMap { index in
      let graph = graphs[index]
      let isAsked = pages.contains { $0.graph == index && !$0.requests.isEmpty }
      let isRepeated = graphs[(index + 1)...].contains {
        $0.graph == graph.graph && !$0.ranges.isEmpty
      }
      guard isAsked, !graph.ranges.isEmpty, !isRepeated else { return nil }
      let title = pages.last { $0.graph == index && !$0.requests.isEmpty }?.title ?? ""
      return Page(title: title, blocks: [.graph, .fill(FillRequest.everything)], graph: index)
    }
  }
}
