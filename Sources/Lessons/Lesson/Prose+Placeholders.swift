import Expressions

/// Numbers of the learner's own in a text: `{{w}}` in inline code stands for the number of w, whichever was drawn.
extension Prose {
  /// The text with other inline code.
  public func replacingCode(_ code: (String) -> String) -> Prose {
    switch self {
    case .heading(let level, let text): .heading(level: level, text.replacingCode(code))
    case .paragraph(let text): .paragraph(text.replacingCode(code))
    case .quote(let inner): .quote(inner.map { $0.replacingCode(code) })
    case .list(let list):
      .list(
        ProseList(
          marker: list.marker, isTight: list.isTight,
          items: list.items.map { $0.map { $0.replacingCode(code) } }))
    case .table(let table):
      .table(
        ProseTable(
          alignments: table.alignments, header: table.header.map { $0.replacingCode(code) },
          rows: table.rows.map { $0.map { $0.replacingCode(code) } }))
    case .code, .rule: self
    }
  }
}

extension [Inline] {
  fileprivate func replacingCode(_ code: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .code(let text): .code(code(text))
      case .emphasis(let inner): .emphasis(inner.replacingCode(code))
      case .strong(let inner): .strong(inner.replacingCode(code))
      case .link(let inner, let destination):
        .link(inner.replacingCode(code), destination: destination)
      case .text, .lineBreak: inline
      }
    }
  }
}

/// What stands for a number in a text.
public enum Placeholder {
  /// Two braces around a formula.
  static var form: Regex<(Substring, Substring)> { /\{\{([^{}]+)\}\}/ }

  /// Whether a text may hold some.
  public static func mayBe(in text: String) -> Bool { text.mentions("{{") }

  /// The text with the number of each formula in the place of it; one without a number stays as it stands.
  public static func filling(_ text: String, _ number: (String) -> String?) -> String {
    guard mayBe(in: text) else { return text }
    return text.replacing(form) { match in
      number(String(match.1).trimmingBlanks) ?? String(match.0)
    }
  }

  /// The formulas that a text wants the numbers of.
  public static func formulas(in text: String) -> [String] {
    mayBe(in: text) ? text.matches(of: form).map { String($0.1).trimmingBlanks } : []
  }
}

extension Question {
  /// The question with the number of each formula in the place of it, in all that is said.
  public func filled(_ number: (String) -> String?) -> Question {
    func filled(_ text: String) -> String { Placeholder.filling(text, number) }
    func filled(_ text: [Prose]) -> [Prose] { text.map { $0.replacingCode(filled) } }
    var question = self
    question.text = filled(text)
    if case .choice(let choices) = answer {
      question.answer = .choice(choices.map { Choice(filled($0.text), isRight: $0.isRight) })
    }
    question.hints = hints.map(filled)
    question.feedback = feedback.map { Feedback($0.answer, filled($0.text)) }
    question.reason = reason.map(filled)
    return question
  }
}

extension Lesson.Page {
  /// Keeps the inline code of a block of text.
  mutating func take(_ block: MarkdownBlock) {
    codeSpans += block.codeSpans
    hasPlaceholders = hasPlaceholders || block.codeSpans.contains { Placeholder.mayBe(in: $0.text) }
  }
}
