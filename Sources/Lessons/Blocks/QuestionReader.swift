import Expressions

/// Reads a `question` block.
struct QuestionReader {
  private static let words = ["ask", "number", "formula", "within", "right", "wrong", "hint"]

  private(set) var errors: [LessonError] = []
  /// The inline code of the question and its choices.
  private(set) var codeSpans: [PlacedText] = []
  /// The inline code of hints and of what is said of answers.
  private(set) var claims: [PlacedText] = []
  /// The formulas of places for numbers in the same texts.
  private(set) var placeholders: [PlacedText] = []
  private(set) var slips: [LessonError] = []
  private var wordsGiven: Set<String> = []
  private var text: [Prose] = []
  private var answers: [Question.Answer] = []
  private var choices: [Question.Choice] = []
  private var within: (value: Double, position: TextPosition)?
  private var hints: [String] = []
  private var feedback: [Question.Feedback] = []
  private var reason: String?
  private let names: Set<String>?

  /// - Parameter names: the quantities of the page's graph; `nil` if that cannot be read, and any name may be one.
  init(_ fence: MarkdownFence, names: Set<String>?) {
    self.names = names
    var rest: [PlacedText] = []
    for line in fence.lines {
      if let choice = QuestionReader.choice(line) {
        add(choice.text, isRight: choice.isRight)
      } else {
        rest.append(line)
      }
    }
    for field in BlockField.fields(of: rest, knowing: QuestionReader.words, &errors) {
      read(field)
    }
    if text.isEmpty, errors.isEmpty {
      errors.append(
        LessonError("the question asks nothing; add a line 'ask: …'", at: fence.name.position))
    }
    checkAnswers(at: fence.name.position)
  }

  /// The question, if nothing is wrong with it.
  var question: Question? {
    guard errors.isEmpty, var answer = answers.first else { return nil }
    if case .number(let formula, _) = answer { answer = .number(formula, within: within?.value) }
    return Question(
      text, answer: answer, hints: hints, feedback: feedback, reason: reason)
  }

  /// A line `- [ ] text` or `- [x] text`.
  private static func choice(_ line: PlacedText) -> (text: PlacedText, isRight: Bool)? {
    let start = line.text.leadingBlanks
    let text = line.text.dropFirst(start)
    for (mark, isRight) in [("- [ ]", false), ("- [x]", true), ("- [X]", true)]
    where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      let blanks = rest.count - rest.drop(while: \.isWhitespace).count
      return (
        PlacedText(
          String(rest).trimmingBlanks, at: line.position.moved(by: start + mark.count + blanks)),
        isRight
      )
    }
    return nil
  }

  private mutating func add(_ choice: PlacedText, isRight: Bool) {
    if choice.text.isEmpty {
      errors.append(LessonError("the choice is empty; write what it says", at: choice.position))
    }
    choices.append(Question.Choice(prose(choice), isRight: isRight))
  }

  /// Text of a field as prose; its inline code is kept with its places in the file.
  private mutating func prose(_ placed: PlacedText) -> [Prose] {
    MarkdownDocument(placed.text).blocks.compactMap { block in
      codeSpans += block.codeSpans.map {
        PlacedText($0.text, at: placed.position.moved(by: $0.position.column - 1))
      }
      return if case .prose(let prose) = block.content { prose } else { nil }
    }
  }

  private mutating func read(_ field: BlockField) {
    if let emptiness = field.emptiness { slips.append(emptiness) }
    if !wordsGiven.insert(field.word.text).inserted,
      ["ask", "right", "within"].contains(field.word.text)
    {
      slips.append(
        LessonError(
          "'\(field.word.text)' stands here twice; write all of it behind one",
          at: field.word.position))
    }
    switch field.word.text {
    case "ask": text += prose(field.text)
    case "number", "formula":
      guard let formula = formula(field) else { return }
      answers.append(
        field.word.text == "number" ? .number(formula, within: nil) : .formula(formula))
    case "within":
      guard let value = Double(field.text.text), value > 0, value.isFinite else {
        errors.append(
          LessonError(
            "'\(field.text.text)' is not a distance; write a number above 0, as in within: 0.01",
            at: field.text.position))
        return
      }
      within = (value, field.word.position)
    case "right":
      claims += field.codeSpans
      placeholders += field.placeholders
      reason = MarkdownDocument.plainText(of: field.text.text)
    case "hint":
      claims += field.codeSpans
      placeholders += field.placeholders
      hints.append(MarkdownDocument.plainText(of: field.text.text))
    default: readFeedback(field)
    }
  }

  private mutating func formula(_ field: BlockField) -> Formula? {
    do throws(ParseError) {
      let text = DerivativeName.joining(field.text.text, over: names ?? [])
      let formula = try Formula(text, known: names ?? [])
      // A number is computed from the graph; a formula may be about names of its own.
      let joined = formula.expression.names.filter {
        DerivativeName.entry(joined: $0, over: names ?? []) != nil
      }
      if let names, let error = formula.unknownNames(known: names.union(joined)).first {
        guard field.word.text == "formula" else { throw error }
        // One that has a name of the graph as well is about the graph.
        if formula.expression.names.contains(where: names.contains) {
          slips.append(QuestionReader.error(error, in: field))
        }
      }
      return formula
    } catch {
      errors.append(QuestionReader.error(error, in: field))
      return nil
    }
  }

  private static func error(_ error: ParseError, in field: BlockField) -> LessonError {
    LessonError(error.message, at: field.text.position.moved(by: error.range.lowerBound))
  }

  private mutating func readFeedback(_ field: BlockField) {
    guard !field.argument.text.isEmpty else {
      errors.append(
        LessonError(
          "which wrong answer is meant? write wrong 9: and then the text", at: field.word.position))
      return
    }
    let text = MarkdownDocument.plainText(of: field.text.text)
    claims += field.codeSpans(besides: field.argument.text)
    placeholders += field.placeholders
    feedback.append(Question.Feedback(field.argument, text))
  }

  /// A question has one answer, and a choice more than one to choose from.
  private mutating func checkAnswers(at position: TextPosition) {
    if !choices.isEmpty { answers.append(.choice(choices)) }
    guard errors.isEmpty else { return }
    if answers.count != 1 {
      errors.append(
        LessonError(
          answers.isEmpty
            ? "the question has no answer; add a line 'number: …', 'formula: …' or choices '- [x] …'"
            : "the question has \(answers.count) answers; keep one of number, formula and choices",
          at: position))
      return
    }
    if let within, !isNumber {
      errors.append(
        LessonError("'within' goes only with 'number'; take it away", at: within.position))
    }
    guard case .choice = answers[0] else { return }
    let right = choices.count(where: \.isRight)
    if right != 1 {
      errors.append(
        LessonError(
          "\(right == 0 ? "no choice is" : "\(right) choices are") right; mark one with [x]",
          at: position))
    } else if choices.count < 2 {
      errors.append(
        LessonError("there is nothing to choose from; add a choice '- [ ] …'", at: position))
    }
    for feedback in feedback {
      let number = Int(feedback.answer.text) ?? 0
      guard choices.indices.contains(number - 1) else {
        errors.append(
          LessonError(
            "there is no choice \(feedback.answer.text); the choices are 1 to \(choices.count)",
            at: feedback.answer.position))
        continue
      }
      if choices[number - 1].isRight {
        errors.append(
          LessonError(
            "choice \(number) is the right one; say why it is with 'right:'",
            at: feedback.answer.position))
      }
    }
  }

  private var isNumber: Bool {
    if case .number = answers[0] { true } else { false }
  }
}

extension Lesson.Page {
  /// Keeps the inline code of a question.
  mutating func take(_ question: QuestionReader) {
    codeSpans += question.codeSpans
    claims += question.claims
    placeholders += question.placeholders
    slips += question.slips
  }
}
