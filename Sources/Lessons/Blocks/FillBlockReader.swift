import Expressions

/// Reads the lines of a `fill` or a `demonstrate` block.
struct FillBlockReader {
  private static let words = ["hint", "wrong"]
  private static let panelWord = "panel"

  private(set) var requests: [FillRequest] = []
  private(set) var advice: [EntryAdvice] = []
  /// The inline code of hints and of what is said of wrong answers.
  private(set) var claims: [PlacedText] = []
  /// The formulas of places for numbers in the same texts.
  private(set) var placeholders: [PlacedText] = []
  private(set) var slips: [LessonError] = []
  /// The panel, with the place where it is named.
  private(set) var panel: (panel: Panel, position: TextPosition)?
  private(set) var errors: [LessonError] = []

  init(_ fence: MarkdownFence) {
    for line in fence.lines {
      if BlockField.begins(line, with: FillBlockReader.words) {
        readAdvice(line)
      } else if BlockField.begins(line, with: [FillBlockReader.panelWord]) {
        readPanel(line)
      } else {
        readRequest(line)
      }
    }
    // What is only given leaves everything else to be asked.
    guard requests.allSatisfy(\.isGiven) else { return }
    let asked =
      switch fence.name.text {
      case "code": [FillRequest(.backward, at: fence.name.position)]
      case "after": [FillRequest(.after, at: fence.name.position)]
      default: FillRequest.everything
      }
    requests = asked + requests
  }

  private mutating func readRequest(_ line: PlacedText) {
    var text = line.text.trimmingBlanks
    var position = line.position.moved(by: line.text.leadingBlanks)
    guard !text.isEmpty else { return }
    var isGiven = false
    if text.hasPrefix("given ") {
      isGiven = true
      let rest = text.dropFirst("given ".count)
      position = position.moved(by: text.count - rest.drop(while: \.isWhitespace).count)
      text = String(rest).trimmingBlanks
    }
    let subject: FillRequest.Subject =
      switch text {
      case "forward": .forward
      case "local": .local
      case "backward": .backward
      case "after": .after
      default: .entry(text)
      }
    requests.append(FillRequest(subject, isGiven: isGiven, at: position))
  }

  /// Reads `panel: question`.
  private mutating func readPanel(_ line: PlacedText) {
    do throws(LessonError) {
      let field = try BlockField.read(line, [FillBlockReader.panelWord]).get()
      let panel = try Panel(field)
      guard self.panel == nil else {
        throw LessonError("the panel is named twice; name it once", at: field.word.position)
      }
      self.panel = (panel, field.word.position)
    } catch {
      errors.append(error)
    }
  }

  /// Reads `hint dJ/da: text` or `wrong dJ/da = 2: text`.
  private mutating func readAdvice(_ line: PlacedText) {
    let field: BlockField
    switch BlockField.read(line, FillBlockReader.words) {
    case .success(let read): field = read
    case .failure(let error):
      errors.append(error)
      return
    }
    if let emptiness = field.emptiness { slips.append(emptiness) }
    if field.word.text == "hint" {
      guard !field.argument.text.isEmpty else {
        errors.append(
          LessonError(
            "which entry is the hint for? write hint dJ/da: and then the text",
            at: field.word.position))
        return
      }
      claims += field.codeSpans
      placeholders += field.placeholders
      advice.append(
        EntryAdvice(field.argument, .hint(MarkdownDocument.plainText(of: field.text.text))))
      return
    }
    let parts = field.argument.text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      errors.append(
        LessonError(
          "which wrong answer is meant? write wrong dJ/da = 2: and then the text",
          at: field.word.position))
      return
    }
    claims += field.codeSpans(besides: parts[1].trimmingBlanks)
    placeholders += field.placeholders
    let place = field.argument.position.moved(by: parts[0].count + 1 + parts[1].leadingBlanks)
    advice.append(
      EntryAdvice(
        PlacedText(parts[0].trimmingBlanks, at: field.argument.position),
        .feedback(
          Question.Feedback(
            PlacedText(parts[1].trimmingBlanks, at: place),
            MarkdownDocument.plainText(of: field.text.text)))))
  }
}

extension Lesson.Page {
  /// Keeps what a block says of entries.
  mutating func take(_ block: FillBlockReader) {
    advice += block.advice
    claims += block.claims
    placeholders += block.placeholders
    slips += block.slips
  }
}
