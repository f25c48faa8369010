import Autodiff
import Expressions
import GraphLayout
public import Lessons
import Teaching
import TextScreen

/// Looks for everything in a lesson that would fail a learner: wrong keys, prose that lies, tests that fail.
public struct LessonCheck {
  /// What is wrong, in the order of the file.
  public private(set) var errors: [LessonError] = []
  /// What is worth knowing and no error, such as a graph that does not fit the usual screen.
  public private(set) var notes: [LessonError] = []

  /// Checks a lesson that was read.
  ///
  /// - Parameter open: opens the lesson that a test names.
  public init(_ lesson: Lesson, source: Source, opening open: @escaping ScriptRun.Opener) {
    let session: Session
    do {
      session = try Session(lesson, source: source)
    } catch {
      errors = error.errors
      return
    }
    for graph in lesson.graphs {
      notes += graph.notes.map { LessonError($0, at: graph.position) }
    }
    for page in lesson.pages.indices { check(page: page, of: session) }
    for test in lesson.tests { check(test, session, open) }
    errors = LessonFailure(errors).errors
  }

  private mutating func check(page index: Int, of session: Session) {
    let page = session.lesson.pages[index]
    guard let graph = page.graph else { return }
    let worksheet = session.work.worksheets[graph]
    for entry in session.askedByPage[index] { check(key: entry, of: worksheet, on: page) }
    for span in page.codeSpans { check(claim: span, in: worksheet) }
    checkSize(of: worksheet, page, session)
  }

  /// An answer key is executed: its own number has to be accepted.
  private mutating func check(key entry: Int, of worksheet: Worksheet, on page: Lesson.Page) {
    let exact = worksheet.key.value(of: entry).shortestText
    let verdict = worksheet.key.check(exact, for: entry)
    guard case .right = verdict else {
      let position = page.requests.first?.position ?? TextPosition(line: 1, column: 1)
      errors.append(
        LessonError(
          "the key \(worksheet.entries[entry].name) = \(exact) is not accepted; choose other numbers",
          at: position))
      return
    }
  }

  /// Inline code such as `a = 11`, whose left side is an entry, has to be true.
  private mutating func check(claim span: PlacedText, in worksheet: Worksheet) {
    let parts = span.text.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
    guard parts.count == 2, let entry = worksheet.key.list.index(of: parts[0]),
      let formula = try? Formula(parts[1]), formula.expression.isConstant
    else { return }
    guard case .right = worksheet.key.check(parts[1], for: entry) else {
      let exact = worksheet.key.value(of: entry).roundedText
      errors.append(
        LessonError(
          "the text says \(span.text), but it is \(exact); correct the text or the graph",
          at: span.position))
      return
    }
  }

  private mutating func checkSize(of worksheet: Worksheet, _ page: Lesson.Page, _ session: Session)
  {
    guard page.blocks.contains(.graph), let graph = page.graph else { return }
    let picture = GraphPicture(
      worksheet.key.list, values: worksheet.key.forward.values, width: 80, isBare: false,
      isASCII: false)
    let size = picture.layout.size
    guard size.width > 80 || size.height > 11 else { return }
    notes.append(
      LessonError(
        "the graph is \(size.width)x\(size.height) and pans at 80x24; that may be as you want it",
        at: session.lesson.graphs[graph].position))
  }

  private mutating func check(
    _ test: LessonTest, _ session: Session, _ open: @escaping ScriptRun.Opener
  ) {
    let first = test.lines.first?.position.line ?? test.position.line
    do {
      let script = try Script(lines: test.lines.map(\.text), firstLine: first)
      var run = ScriptRun(in: session, opening: open)
      for failure in run.run(script) {
        errors.append(
          LessonError(
            "'\(failure.text)' does not hold; \(failure.found)",
            at: TextPosition(line: failure.line, column: 1)))
      }
    } catch {
      errors.append(LessonError(error.message, at: TextPosition(line: error.line, column: 1)))
    }
  }
}
