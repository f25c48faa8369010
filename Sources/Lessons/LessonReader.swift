import Autodiff
import Expressions

extension Lesson {
  /// Reads a lesson's file.
  ///
  /// - Parameters:
  ///   - bytes: the file, Markdown in UTF-8.
  ///   - name: the name by which the lesson is called.
  /// - Throws: `LessonFailure` with everything that is wrong.
  public init(utf8 bytes: [UInt8], name: String) throws(LessonFailure) {
    let document: MarkdownDocument
    do {
      document = try MarkdownDocument(utf8: bytes)
    } catch {
      throw LessonFailure([
        LessonError("this is no UTF-8 text; save the file as UTF-8", at: error.position)
      ])
    }
    var reader = LessonReader(name: name)
    for block in document.blocks { reader.read(block) }
    self = try reader.finish()
  }
}

/// Gathers the blocks of a file into pages; goes on after an error, so that all are told at once.
private struct LessonReader {
  private var lesson: Lesson
  private var page = Lesson.Page(title: "", blocks: [], graph: nil)
  private var hasTitle = false
  private var pageHasGraph = false
  /// Whether a graph that cannot be read stands before: then the want of one is not told too.
  private var hasBrokenGraph = false
  private var errors: [LessonError] = []

  /// The fences that are live; any other is code to be shown.
  private static let liveFences = ["graph", "fill", "test"]

  init(name: String) {
    lesson = Lesson(name: name, title: "", pages: [], graphs: [])
  }

  mutating func read(_ block: MarkdownBlock) {
    switch block.content {
    case .prose(.heading(let level, let text)):
      read(heading: text.plainText, level: level, prose: .heading(level: level, text))
    case .prose(let prose):
      page.blocks.append(.prose(prose))
      page.codeSpans += block.codeSpans
    case .fence(let fence): read(fence)
    }
  }

  mutating func finish() throws(LessonFailure) -> Lesson {
    closePage()
    let start = TextPosition(line: 1, column: 1)
    if !hasTitle {
      errors.append(LessonError("the lesson has no title; begin it with '# Title'", at: start))
    }
    if lesson.pages.isEmpty {
      errors.append(
        LessonError("the lesson has no page; write something below its title", at: start))
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return lesson
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
    if !page.blocks.isEmpty || !lesson.pages.isEmpty || page.title != lesson.title {
      lesson.pages.append(page)
    }
    page = Lesson.Page(title: "", blocks: [], graph: lesson.graphs.indices.last)
    pageHasGraph = false
  }

  private mutating func read(_ fence: MarkdownFence) {
    switch fence.name.text {
    case "graph": readGraph(fence)
    case "fill": readFill(fence)
    case "test":
      lesson.tests.append(LessonTest(lines: fence.lines, position: fence.name.position))
    case let name:
      if name != "text", let meant = Spelling.nearest(to: name, among: LessonReader.liveFences) {
        errors.append(
          LessonError("unknown block '\(name)'; did you mean '\(meant)'?", at: fence.name.position))
      }
      page.blocks.append(.prose(fence.prose))
    }
  }

  private mutating func readFill(_ fence: MarkdownFence) {
    var requests: [FillRequest] = []
    for line in fence.lines {
      let text = line.text.trimmingBlanks
      let position = line.position.moved(by: line.text.leadingBlanks)
      let subject: FillRequest.Subject
      switch text {
      case "": continue
      case "forward": subject = .forward
      case "local": subject = .local
      case "backward": subject = .backward
      default: subject = .entry(text)
      }
      requests.append(FillRequest(subject, at: position))
    }
    if page.graph == nil, !hasBrokenGraph {
      errors.append(
        LessonError(
          "there is no graph to fill in; put a 'graph' block before", at: fence.name.position))
    }
    page.blocks.append(.fill(requests.isEmpty ? FillRequest.everything : requests))
  }

  private mutating func readGraph(_ fence: MarkdownFence) {
    if pageHasGraph {
      errors.append(
        LessonError(
          "a second graph on one page; begin a new page with '## ' first",
          at: fence.name.position))
    }
    pageHasGraph = true
    var definition = GraphBlockReader()
    for line in fence.lines { definition.read(line) }
    page.blocks.append(.graph)
    switch definition.graph(at: fence.name.position) {
    case .success(let graph):
      lesson.graphs.append(graph)
      page.graph = lesson.graphs.count - 1
    case .failure(let failure):
      errors += failure.errors
      hasBrokenGraph = true
    }
  }
}
