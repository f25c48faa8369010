import Autodiff
import Expressions
import Training

/// The blocks that ask something beside the entries of a graph, or after steps on it.
extension LessonReader {
  mutating func readBreakUp(_ fence: MarkdownFence) {
    var definition = GraphBlockReader()
    for line in fence.lines { definition.read(line) }
    switch definition.graph(at: fence.name.position) {
    case .success(let graph) where graph.arrays != nil:
      errors.append(GraphBlockReader.needsNumbers(fence.name))
    case .success(let graph):
      guard graph.graph.operations.count == 1 else {
        errors.append(
          LessonError(
            "there are \(graph.graph.operations.count) formulas to break up; write one, with its inputs",
            at: fence.name.position))
        return
      }
      add(.breakUp(graph), called: "break-up", at: fence.name.position)
    case .failure(let failure): errors += failure.errors
    }
  }

  mutating func readNudging(_ fence: MarkdownFence) {
    let hasGraph = requireGraph(fence, "to nudge", ofNumbers: true)
    var count = 1
    for field in BlockField.fields(of: fence.lines, knowing: ["times"], &errors) {
      guard let number = Int(field.text.text), (1...20).contains(number) else {
        errors.append(
          LessonError(
            "'\(field.text.text)' is not a number of nudges; write one from 1 to 20",
            at: field.text.position))
        continue
      }
      count = number
    }
    guard !fence.argumentWords.isEmpty else {
      errors.append(
        LessonError("nudge what? name a quantity, as in 'nudge w'", at: fence.name.position))
      return
    }
    guard hasGraph else { return }
    add(
      .nudging(Nudging(fence.argumentWords, count: count)), called: "nudge",
      at: fence.name.position)
  }

  mutating func readPlot(_ fence: MarkdownFence) {
    let hasGraph = requireGraph(fence, "to plot", ofNumbers: true)
    let block = PlotBlockReader(fence)
    errors += block.errors
    if let request = block.request, hasGraph { page.blocks.append(.plot(request)) }
  }

  /// Reads an `after` block: the steps belong to the page's graph, and what is asked after them to the page.
  mutating func readAfter(_ fence: MarkdownFence) {
    guard requireGraph(fence, "to make steps on"), let graph = page.graph else { return }
    let block = AfterBlockReader(fence, on: lesson.graphs[graph].graph)
    errors += block.errors
    guard let own = block.plan else { return }
    let before = lesson.graphs[graph].steps
    if let before, block.namesSteps, own != before {
      errors.append(
        LessonError(
          "other steps on this graph stand above; begin a new page with '## ' and 'graph again'",
          at: fence.name.position))
      return
    }
    let steps = before ?? own
    lesson.graphs[graph].steps = steps
    let asked = block.requests(fence, after: steps)
    errors += asked.errors
    page.advice += asked.advice
    if let (panel, _) = asked.panel { page.panel = panel }
    let isDemonstration = !page.requests.isEmpty && page.isDemonstration
    page.blocks.append(isDemonstration ? .demonstration(asked.requests) : .fill(asked.requests))
  }
}
