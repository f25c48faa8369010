import Autodiff
public import Lessons

extension Lesson {
  /// An exam on this lesson: its pages with an `exam` block, or else each of its graphs that has ranges, or else each
  /// that is asked, with all that can be asked; `nil` where nothing can be asked with other numbers.
  ///
  /// A graph that comes several times is asked once, as it stands where it comes last.
  public var exam: Lesson? {
    let own = pages.filter(\.isExam)
    var pages = own.isEmpty ? pagesOfGraphs { !$0.ranges.isEmpty } : own
    if pages.isEmpty { pages = pagesOfGraphs { !$0.usualRanges.isEmpty } }
    guard !pages.isEmpty else { return nil }
    var exam = Lesson(name: name, title: "Exam on \(title)", pages: [], graphs: [])
    exam.isExam = true
    for page in pages { exam.add(page, of: self) }
    return exam
  }

  /// Adds a page of another lesson, with its graph and what it asks.
  private mutating func add(_ page: Page, of other: Lesson) {
    var page = page
    if let index = page.graph {
      var graph = other.graphs[index]
      graph.isFresh = false
      if graph.ranges.isEmpty { graph.ranges = graph.usualRanges }
      page.graph = graphs.count
      graphs.append(graph)
    }
    for (place, block) in page.blocks.enumerated() {
      guard case .exercise(let index) = block else { continue }
      page.blocks[place] = .exercise(exercises.count)
      exercises.append(other.exercises[index])
    }
    pages.append(page)
  }

  /// A page for each graph that is asked and can be drawn anew, which asks everything.
  private func pagesOfGraphs(where isDrawn: (LessonGraph) -> Bool) -> [Page] {
    graphs.indices.compactMap { index in
      let graph = graphs[index]
      let asking = pages.filter { $0.graph == index && !$0.requests.isEmpty }
      let isRepeated = graphs.indices.suffix(from: index + 1).contains { later in
        graphs[later].graph == graph.graph && isDrawn(graphs[later])
          && pages.contains { $0.graph == later && !$0.requests.isEmpty }
      }
      guard let last = asking.last, isDrawn(graph), !isRepeated else { return nil }
      let blocks: [Block] = [.graph, .fill(FillRequest.everything)]
      return Page(title: last.title, blocks: blocks, graph: index)
    }
  }
}

extension LessonGraph {
  /// Ranges for inputs whose author gave none, around their numbers and of their sign.
  fileprivate var usualRanges: [String: ClosedRange<Double>] {
    inputs.compactMapValues { number in
      let size = abs(number)
      let range: ClosedRange<Double>
      if number == number.rounded(), size <= 9 {
        range = 2...9
      } else {
        guard size >= 0.2, size <= 1000 else { return nil }
        range = (size / 2)...(size * 2)
      }
      return number < 0 ? -range.upperBound ... -range.lowerBound : range
    }
  }
}
