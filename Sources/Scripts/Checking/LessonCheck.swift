import Autodiff
import Drawings
import Expressions
import FullScreen
import GraphLayout
public import Journals
public import Lessons
import Sessions
import Teaching
import TextScreen

/// Looks for everything in a lesson that would fail a learner: wrong keys, prose that lies, tests that fail.
public struct LessonCheck {
  /// What is wrong, in the order of the file.
  public private(set) var errors: [LessonError] = []
  /// What is worth knowing and no error, such as a graph that does not fit the usual screen.
  public private(set) var notes: [LessonError] = []

  private let lesson: Lesson
  /// The answers of each graph.
  private var worksheets: [Worksheet] = []

  /// Checks a lesson as far as it can be read.
  ///
  /// What a graph or a page has wrong hides nothing of the others. Tests alone are run only where all else is right, for
  /// they would fail by the same mistakes.
  ///
  /// - Parameters:
  ///   - pictures: the stored screens of the lesson's tests, by their names.
  ///   - open: opens the lesson that a test names.
  public init(
    _ reading: LessonReading, source: Source, pictures: [String: String] = [:],
    opening open: @escaping ScriptRun.Opener
  ) {
    lesson = reading.lesson
    errors = reading.errors + reading.slips + lesson.pages.flatMap(\.slips)
    defer {
      errors = LessonFailure(errors).errors
      notes = LessonFailure(notes).errors
    }
    do {
      worksheets = try LessonPlan.worksheets(of: lesson, seed: 0)
    } catch {
      errors += error.errors
      return
    }
    for graph in lesson.graphs {
      notes += graph.notes.map { LessonError($0, at: graph.position) }
    }
    if lesson.graded != nil, errors.isEmpty, lesson.graphs.allSatisfy({ $0.ranges.isEmpty }) {
      notes.append(
        LessonError(
          "everybody has the same numbers; write ranges, as in parameter w = 3 in 2..9, for numbers "
            + "of their own", at: TextPosition(line: 1, column: 1)))
    }
    checkWhetherAnythingIsAsked()
    if errors.isEmpty, let numbers = ClassNumbers(lesson) { notes.append(numbers.note) }
    for (graph, worksheet) in zip(lesson.graphs, worksheets) { check(graph, worksheet.key.numbers) }
    for page in lesson.pages { check(page) }
    notes += GivenEntries(in: lesson, on: worksheets).notes
    let session = errors.isEmpty ? try? Session(lesson, source: source) : nil
    for test in lesson.tests { check(test, session, pictures, open) }
  }

  /// A graph that lets nothing back teaches little, such as one behind rectifiers that are all at 0.
  private mutating func check(_ graph: LessonGraph, _ key: AnswerKey?) {
    guard let key else { return }
    let parameters = graph.graph.nodes.indices.filter { graph.graph.nodes[$0].kind == .parameter }
    guard !parameters.isEmpty, parameters.allSatisfy({ key.backward.derivatives[$0] == 0 }) else {
      return
    }
    notes.append(
      LessonError(
        "all derivatives are 0 with these numbers, which teaches little; choose others",
        at: graph.position))
  }

  private mutating func check(_ page: Lesson.Page) {
    let worksheet = page.graph.map { worksheets[$0] }
    var assignments: [Assignment] = []
    do {
      assignments = try LessonPlan.assignments(of: page, in: lesson, on: worksheet?.list)
      if let worksheet { checkAdvice(page, assignments.compactMap(\.entry), worksheet) }
    } catch {
      errors += error.errors
    }
    let numbers = page.graph.flatMap { graph in
      worksheets[graph].key.numbers.map { DrawnNumbers(lesson, graph: graph, key: $0) }
    }
    for exercise in page.exercises.map({ lesson.exercises[$0] }) {
      check(exercise, ExerciseWork(exercise, on: worksheet?.key.numbers), numbers)
    }
    notes += GiveAways(on: page, of: lesson, asking: assignments, worksheet?.key.numbers).notes
    checkPlaceholders(page, numbers?.fileKey.forward)
    guard let worksheet else { return }
    for entry in assignments.compactMap(\.entry) { check(key: entry, of: worksheet, on: page) }
    checkSize(of: worksheet, page)
    guard let numbers else {
      checkArrays(page, worksheet)
      return
    }
    for span in page.codeSpans + page.claims { check(claim: span, in: worksheet, numbers) }
    for advice in page.advice { check(advice, numbers) }
  }

  /// A lesson for marks that asks nothing gives none, and one without a graph is only a text.
  private mutating func checkWhetherAnythingIsAsked() {
    let isGraded = lesson.graded != nil
    guard errors.isEmpty, lesson.exercises.isEmpty, lesson.graphs.isEmpty else { return }
    let start = TextPosition(line: 1, column: 1)
    // A single page of text is one to be read.
    guard isGraded || lesson.pages.count > 1 else { return }
    if isGraded {
      errors.append(
        LessonError("the lesson asks nothing that could be marked; add a 'fill' block", at: start))
    } else {
      notes.append(
        LessonError("the lesson asks nothing; a 'fill' or a 'question' block does", at: start))
    }
  }

  /// A place for a number in a text wants a formula of what is given.
  ///
  /// - Parameter forward: the values of the page's graph; without one, braces in prose are as good as any other code.
  private mutating func checkPlaceholders(_ page: Lesson.Page, _ forward: ForwardPass?) {
    let spans = forward == nil ? [] : page.codeSpans
    let inProse = spans.flatMap { span in
      Placeholder.formulas(in: span.text).map { PlacedText($0, at: span.position) }
    }
    for place in inProse + page.placeholders where forward?.number(ofInputs: place.text) == nil {
      errors.append(
        LessonError(
          "'{{\(place.text)}}' has no number here; write a formula of the graph's inputs, as in {{2w}}",
          at: place.position))
    }
  }

  /// What is said of an entry has to come up: somebody must be asked for it.
  private mutating func checkAdvice(
    _ page: Lesson.Page, _ asked: [Int], _ worksheet: Worksheet
  ) {
    for advice in page.advice {
      guard let entry = worksheet.list.index(of: advice.entry.text), !asked.contains(entry) else {
        continue
      }
      errors.append(
        LessonError(
          "this page does not ask for '\(advice.entry.text)', so that nobody reads this; ask for it, or "
            + "take the line away", at: advice.entry.position))
    }
  }

  /// On a graph with arrays wrong answers that the author names have to be wrong, and claims in the text true.
  private mutating func checkArrays(_ page: Lesson.Page, _ worksheet: Worksheet) {
    for advice in page.advice {
      guard case .feedback(let feedback) = advice.kind,
        let entry = worksheet.list.index(of: advice.entry.text)
      else { continue }
      check(worksheet.check(feedback.answer.text, for: entry), of: feedback.answer)
    }
    for span in page.codeSpans + page.claims {
      let parts = span.text.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
      guard parts.count == 2, let entry = worksheet.list.index(of: parts[0]),
        case .wrong = worksheet.check(parts[1], for: entry)
      else { continue }
      errors.append(
        LessonError(
          "the text says \(span.text), but it is \(worksheet.key.answer(to: entry)); "
            + "correct the text or the graph", at: span.position))
    }
  }

  /// An answer key is executed: its own number has to be accepted.
  private mutating func check(key entry: Int, of worksheet: Worksheet, on page: Lesson.Page) {
    let exact = worksheet.key.answer(to: entry)
    let verdict = Worksheet(worksheet.key).check(exact, for: entry)
    guard case .right = verdict else {
      let position = page.requests.first?.position ?? TextPosition(line: 1, column: 1)
      errors.append(
        LessonError(
          "the key \(worksheet.entries[entry].name) = \(exact) is not accepted; choose other numbers",
          at: position))
      return
    }
  }

  /// What is said of a wrong answer must not be said of a right one.
  private mutating func check(_ advice: EntryAdvice, _ numbers: DrawnNumbers) {
    let key = numbers.fileKey
    guard case .feedback(let feedback) = advice.kind,
      let entry = key.list.index(of: advice.entry.text)
    else { return }
    check(key.check(named: feedback.answer.text, for: entry), of: feedback.answer)
    if numbers.areDrawn, key.isMeantForOneDraw(feedback.answer.text, for: entry) {
      notes.append(DrawnNumbers.note(onMistake: feedback.answer))
    }
  }

  private mutating func check(_ verdict: Verdict, of answer: PlacedText) {
    if verdict.isAccepted {
      errors.append(
        LessonError(
          "'\(answer.text)' is accepted as right; name a wrong answer", at: answer.position))
    } else if case .unreadable = verdict {
      errors.append(
        LessonError(
          "'\(answer.text)' cannot be typed here; write it as a learner would", at: answer.position)
      )
    }
  }

  /// A question's own answer has to be accepted, a formula to be broken up has to have steps.
  private mutating func check(
    _ exercise: Exercise, _ work: ExerciseWork, _ numbers: DrawnNumbers?
  ) {
    switch work {
    case .question(let key, _):
      if !key.canBeCompared {
        errors.append(
          LessonError(
            "the answer of '\(exercise.id)' has a value at too few points to compare other formulas with it; "
              + "write one that can be computed for most numbers", at: exercise.position))
      } else if !key.check(key.exact).isAccepted {
        errors.append(
          LessonError(
            "the answer of '\(exercise.id)' is not accepted; it has to be finite",
            at: exercise.position))
      }
      if case .choice = key.question.answer { return }
      if case .number(_, let within?) = key.question.answer, let value = Double(key.exact),
        value != 0,
        within >= abs(value)
      {
        errors.append(
          LessonError(
            "'\(exercise.id)' is \(key.exact) within \(within.shortestText), so that 0 is right as well; "
              + "write a smaller distance", at: exercise.position))
      }
      let fileKey = QuestionKey(key.question, in: numbers?.fileKey.forward)
      for feedback in key.question.feedback {
        check(fileKey.check(named: feedback.answer.text), of: feedback.answer)
      }
      notes += numbers?.notes(on: exercise, fileKey) ?? []
    case .breakUp(var breakUp):
      let steps = work.solution
      for step in steps { _ = breakUp.add(step) }
      if steps.count < 2 || !breakUp.isDone {
        errors.append(
          LessonError(
            "there is nothing to break up in it; write a formula of several operations",
            at: exercise.position))
      }
    case .nudging, .race, .training, .exploring: break
    }
  }

  /// Inline code such as `a = 11`, whose left side is an entry, has to be true.
  private mutating func check(
    claim span: PlacedText, in worksheet: Worksheet, _ numbers: DrawnNumbers
  ) {
    let parts = span.text.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
    guard parts.count == 2, let formula = try? Formula(parts[1]), formula.expression.isConstant
    else { return }
    guard let entry = worksheet.list.index(of: parts[0]) else {
      notes += numbers.notes(onClaim: span, of: parts[0])
      return
    }
    guard !numbers.areFresh else {
      errors.append(
        LessonError(
          "the text says \(span.text), but the numbers of a fresh graph change; take it out",
          at: span.position))
      return
    }
    guard worksheet.key.numbers?.isTrue(parts[1], of: entry) ?? true else {
      let exact = worksheet.key.shown(entry).text
      errors.append(
        LessonError(
          "the text says \(span.text), but it is \(exact); correct the text or the graph",
          at: span.position))
      return
    }
    notes += numbers.notes(onClaim: span, of: parts[0])
  }

  private mutating func checkSize(of worksheet: Worksheet, _ page: Lesson.Page) {
    guard !page.requests.isEmpty, let graph = page.graph else { return }
    let room = Screen.graphRoom(on: Size(width: 80, height: 24))
    let picture = GraphPicture(
      worksheet.list, values: { worksheet.key.drawnValue(of: $0).text },
      columns: worksheet.key.leastColumns(of: worksheet.entries.indices), room: room,
      isBare: false, isASCII: false)
    guard !picture.isWhole(in: room) else { return }
    let size = picture.layout.size
    let note = LessonError(
      "the graph is \(size.width)x\(size.height) and pans at 80x24; that may be as you want it",
      at: lesson.graphs[graph].position)
    // The same graph again is no news.
    if !notes.contains(where: { $0.message == note.message }) { notes.append(note) }
  }

  private mutating func check(
    _ test: LessonTest, _ session: Session?, _ pictures: [String: String],
    _ open: @escaping ScriptRun.Opener
  ) {
    let first = test.lines.first?.position.line ?? test.position.line
    do {
      let script = try Script(lines: test.lines.map(\.text), firstLine: first)
      guard let session else { return }
      var run = ScriptRun(in: session, pictures: pictures, opening: open)
      let failures = run.run(script)
      for failure in failures {
        errors.append(
          LessonError(
            "'\(failure.text)' does not hold; \(failure.found)",
            at: TextPosition(line: failure.line, column: 1)))
      }
      for step in failures.isEmpty ? run.unnoticed : [] {
        errors.append(
          LessonError(
            "'\(step.text)' is not right, and nothing below expects so; write what is expected of it",
            at: TextPosition(line: step.line, column: 1)))
      }
    } catch {
      errors += error.errors.map {
        LessonError($0.message, at: TextPosition(line: $0.line, column: 1))
      }
    }
  }
}
