import Autodiff
import Expressions

/// Gathers the blocks of a file into pages; goes on after an error, so that all are told at once.
struct LessonReader {
  var lesson: Lesson
  var page = Lesson.Page(title: "", blocks: [], graph: nil)
  private var hasTitle = false
  private var pageHasGraph = false
  /// Where the page's first `exam` block begins, if it has one.
  private var examPosition: TextPosition?
  /// Whether the graph that should hold here cannot be read: then the want of one is not told too, and what needs it
  /// is not kept.
  private var graphIsBroken = false
  private var length = LessonLength()
  private var exerciseNames = ExerciseNames()
  var errors: [LessonError] = []

  init(name: String) {
    lesson = Lesson(name: name, title: "", pages: [], graphs: [])
  }

  /// Reads a block; where a lesson is too long there is nothing more to read.
  mutating func read(_ block: MarkdownBlock) {
    if let excess = length.excess(with: block, after: lesson.pages) { errors.append(excess) }
    guard !length.isExceeded else { return }
    switch block.content {
    case .prose(.heading(let level, let text)):
      read(heading: text.plainText, level: level, prose: .heading(level: level, text))
    case .prose(let prose):
      page.blocks.append(.prose(prose))
      page.take(block)
    case .fence(let fence): read(fence)
    }
  }

  /// Says that the file goes on after what is read of it, unless what is read is too long already.
  mutating func refuseRest(at position: TextPosition) {
    if let excess = length.excess(of: .marks, at: position) { errors.append(excess) }
  }

  mutating func finish() {
    closePage()
    let start = TextPosition(line: 1, column: 1)
    if !hasTitle {
      errors.append(LessonError("the lesson has no title; begin it with '# Title'", at: start))
    }
    // What cannot be read would have been a page.
    if lesson.pages.isEmpty, errors.isEmpty || !hasTitle {
      errors.append(
        LessonError("the lesson has no page; write something below its title", at: start))
    }
  }

  private mutating func read(heading: String, level: Int, prose: Prose) {
    if !hasTitle {
      hasTitle = true
      lesson.title = heading
      page.title = heading
    } else if level == 2 {
      closePage()
      page.title = heading
    } else {
      page.blocks.append(.prose(prose))
    }
  }

  private mutating func closePage() {
    checkExam()
    if !page.blocks.isEmpty || !lesson.pages.isEmpty || page.title != lesson.title {
      lesson.pages.append(page)
    }
    let graph = graphIsBroken ? nil : lesson.graphs.indices.last
    page = Lesson.Page(title: "", blocks: [], graph: graph)
    pageHasGraph = false
    examPosition = nil
  }

  /// Refuses what would tell the answers of an exam, or of a lesson that says nothing before it is handed in.
  private mutating func checkExam() {
    let isSilent = lesson.graded?.feedback == Feedback.none
    guard page.isExam || isSilent else { return }
    if let position = examPosition, !pageHasGraph, !graphIsBroken {
      errors.append(
        LessonError(
          "an exam needs a graph that no page before has filled in; put 'graph again' on its page",
          at: position))
    }
    for index in page.exercises {
      if case .question = lesson.exercises[index].kind { continue }
      errors.append(
        LessonError(
          "'\(lesson.exercises[index].id)' tells at once what is right; "
            + (page.isExam
              ? "put it on a page without an exam" : "take it away, or write feedback: verdict"),
          at: lesson.exercises[index].position))
    }
  }

  private mutating func read(_ fence: MarkdownFence) {
    let name = fence.name.text
    guard fence.isClosed || !Lesson.blocks.contains(name) else {
      // What it would have swallowed is not told too.
      errors.append(
        LessonError("the block '\(name)' is never closed; end it with ```", at: fence.name.position)
      )
      if name == "graph" { breakGraph() }
      return
    }
    switch name {
    case "graph": readGraph(fence)
    case "fill", "code", "demonstrate", "exam": readFill(fence)
    case "question": readQuestion(fence)
    case "break-up": readBreakUp(fence)
    case "nudge": readNudging(fence)
    case "cascade":
      let hasGraph = requireGraph(fence, "to follow a change through", ofNumbers: true)
      if let name = fence.onlyName(&errors), hasGraph { page.blocks.append(.cascade(of: name)) }
    case "plot": readPlot(fence)
    case "steps":
      if requireGraph(fence, "to count steps on") { page.blocks.append(.stepCount) }
    case "after": readAfter(fence)
    case "race": add(.race, called: "race", at: fence.name.position)
    case "train": readTraining(fence)
    case "explore": add(.exploring, called: "explore", at: fence.name.position)
    case "graded": readGraded(fence)
    case "test":
      lesson.tests.append(LessonTest(lines: fence.lines, position: fence.name.position))
    default:
      if name != "text", let meant = Spelling.nearest(to: name, among: Lesson.blocks) {
        errors.append(
          LessonError("unknown block '\(name)'; did you mean '\(meant)'?", at: fence.name.position))
      }
      page.blocks.append(.prose(fence.prose))
    }
  }

  private mutating func readGraded(_ fence: MarkdownFence) {
    guard lesson.graded == nil, lesson.pages.isEmpty, page.title == lesson.title else {
      errors.append(
        LessonError(
          "'graded' is about the whole lesson; write it once, before the first '## '",
          at: fence.name.position))
      return
    }
    lesson.graded = GradedTerms(fence, &errors)
  }

  /// Whether a block has the graph that it needs.
  mutating func requireGraph(
    _ fence: MarkdownFence, _ purpose: String, ofNumbers isOfNumbers: Bool = false
  ) -> Bool {
    if isOfNumbers, let graph = page.graph, lesson.graphs[graph].arrays != nil {
      errors.append(GraphBlockReader.needsNumbers(fence.name))
      return false
    }
    guard page.graph == nil, !graphIsBroken else { return !graphIsBroken }
    errors.append(
      LessonError(
        "there is no graph \(purpose); put a 'graph' block before it", at: fence.name.position))
    return false
  }

  /// Notes that the graph which should hold here and from here on cannot be read.
  private mutating func breakGraph() {
    graphIsBroken = true
    page.graph = nil
    page.advice = []
    page.blocks.removeAll { if case .prose = $0 { false } else { true } }
  }

  private mutating func readTraining(_ fence: MarkdownFence) {
    let reader = TrainBlockReader(fence, page.graph.map { lesson.graphs[$0] })
    errors += reader.errors
    guard let request = reader.request else { return }
    add(.training(request), called: "train", at: fence.name.position)
  }

  /// Adds an exercise to the page; one without a name of its own is called by its block, with a number
  /// from the second on.
  mutating func add(
    _ kind: Exercise.Kind, called name: String, isOwn: Bool = false, at position: TextPosition
  ) {
    if isOwn, exerciseNames.contains(name) {
      errors.append(
        LessonError("there is a question '\(name)' already; give it another name", at: position))
    }
    let id = exerciseNames.add(name)
    lesson.exercises.append(Exercise(id: id, kind, at: position))
    page.blocks.append(.exercise(lesson.exercises.count - 1))
  }

  private mutating func readFill(_ fence: MarkdownFence) {
    let block = FillBlockReader(fence)
    errors += block.errors
    guard requireGraph(fence, "to fill in") else { return }
    page.take(block)
    if let (panel, position) = block.panel {
      if page.panel.map({ $0 != panel }) ?? false {
        errors.append(
          LessonError("a page has one panel, and another is named above; name one", at: position))
      }
      page.panel = panel
    }
    let isDemonstration = fence.name.text == "demonstrate"
    if fence.name.text == "code" { page.isCode = true }
    if fence.name.text == "exam" {
      page.isExam = true
      examPosition = examPosition ?? fence.name.position
    }
    if !page.requests.isEmpty, page.isDemonstration != isDemonstration {
      errors.append(
        LessonError(
          "a page either shows or asks; put '\(fence.name.text)' on a page of its own",
          at: fence.name.position))
    }
    page.blocks.append(
      isDemonstration ? .demonstration(block.requests) : .fill(block.requests))
  }

  private mutating func readQuestion(_ fence: MarkdownFence) {
    // A question's number cannot follow arrays.
    let graph = page.graph.map { lesson.graphs[$0] }.flatMap { $0.arrays == nil ? $0.graph : nil }
    let names = graph?.nodes.map(\.name) ?? []
    let reader = QuestionReader(fence, names: graphIsBroken ? nil : Set(names))
    errors += reader.errors
    page.take(reader)
    let words = fence.argumentWords
    if words.count > 1 {
      errors.append(
        LessonError(
          "'\(words[1].text)' is one word too many; a question has one name", at: words[1].position)
      )
    }
    guard let question = reader.question, !graphIsBroken else { return }
    add(
      .question(question), called: words.first?.text ?? "question", isOwn: !words.isEmpty,
      at: words.first?.position ?? fence.name.position)
  }

  private mutating func readGraph(_ fence: MarkdownFence) {
    if pageHasGraph {
      errors.append(
        LessonError(
          "a second graph on one page; begin a new page with '## ' first",
          at: fence.name.position))
    }
    pageHasGraph = true
    page.blocks.append(.graph)
    let words = fence.argumentWords
    if let word = words.first(where: { !["again", "fresh"].contains($0.text) }) {
      errors.append(
        LessonError(
          "a graph is not '\(word.text)'; write graph, graph again or graph fresh",
          at: word.position))
      breakGraph()
      return
    }
    let isFresh = words.contains { $0.text == "fresh" }
    if fence.lines.allSatisfy({ $0.text.trimmingBlanks.isEmpty }), !words.isEmpty {
      repeatGraph(isFresh: isFresh, at: words[0].position)
      return
    }
    var definition = GraphBlockReader()
    for line in fence.lines { definition.read(line) }
    switch definition.graph(at: fence.name.position) {
    case .success(var graph):
      graph.isFresh = isFresh
      add(graph, at: words.first?.position ?? fence.name.position)
    case .failure(let failure):
      errors += failure.errors
      breakGraph()
    }
  }

  /// `graph again` is the graph before, with nothing filled in; `graph fresh` is it with other numbers.
  private mutating func repeatGraph(isFresh: Bool, at position: TextPosition) {
    guard var graph = page.graph.map({ lesson.graphs[$0] }) else {
      if !graphIsBroken {
        errors.append(
          LessonError("there is no graph before to repeat; write its lines here", at: position))
      }
      return
    }
    graph.isFresh = isFresh
    graph.steps = nil
    graph.notes = []
    graph.position = position
    add(graph, at: position)
  }

  private mutating func add(_ graph: LessonGraph, at position: TextPosition) {
    if graph.isFresh, graph.ranges.isEmpty {
      errors.append(
        LessonError(
          "fresh numbers need a range to be drawn from; write parameter w = 3 in -9..9",
          at: position))
    }
    if let excess = length.excess(with: graph.graph, at: position) {
      errors.append(excess)
      return
    }
    lesson.graphs.append(graph)
    graphIsBroken = false
    page.graph = lesson.graphs.count - 1
  }
}
