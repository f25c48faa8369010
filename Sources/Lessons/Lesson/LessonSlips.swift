import Expressions

/// What a file has that is Markdown elsewhere, or nearly a lesson, and that learners would only read as text: it can be
/// read, and is not what its author means.
struct LessonSlips {
  private(set) var errors: [LessonError] = []
  private var hasHeading = false

  /// - Parameter bytes: the file, UTF-8.
  init(_ bytes: [UInt8]) {
    guard let document = try? MarkdownDocument(utf8: bytes) else { return }
    let source = MarkdownSource(bytes)
    for fence in document.nestedFences {
      errors.append(
        LessonError(
          "the block '\(fence.text)' stands in a list or a quote and is shown as code; put it on lines of its "
            + "own, without blanks before it", at: fence.position))
    }
    readFrontMatter(source)
    var place = 1
    for block in document.blocks {
      switch block.content {
      case .fence(let fence): place = block.line + fence.lines.count + 2
      case .prose(let prose):
        check(prose, in: block, from: max(place, block.line), source)
      }
    }
  }

  /// Lines between `---`, which other programs take for themselves.
  private mutating func readFrontMatter(_ source: MarkdownSource) {
    guard source.text(ofLine: 1).trimmingBlanks == "---", source.lines.count > 2 else { return }
    let lines = (2...min(source.lines.count, LessonSlips.frontMatterLimit)).map {
      source.text(ofLine: $0).trimmingBlanks
    }
    guard let end = lines.firstIndex(of: "---"), lines[..<end].contains(where: { $0.contains(":") })
    else { return }
    errors.append(
      LessonError(
        "learners would read the lines between '---' as text; begin with '# Title'",
        at: TextPosition(line: 1, column: 1)))
  }

  private static let frontMatterLimit = 50

  private mutating func check(
    _ prose: Prose, in block: MarkdownBlock, from line: Int, _ source: MarkdownSource
  ) {
    switch prose {
    case .heading(let level, _):
      if !hasHeading, level > 1 {
        errors.append(
          LessonError(
            "the first heading is the title; write it with one '#', as in # Title",
            at: TextPosition(line: block.line, column: 1)))
      }
      hasHeading = true
    case .paragraph(let text): check(text, from: line, source)
    case .list, .quote, .code, .rule, .table: break
    }
  }

  /// Text outside inline code.
  private mutating func check(_ text: [Inline], from line: Int, _ source: MarkdownSource) {
    let plain = text.map { if case .text(let text) = $0 { text } else { "" } }.joined(
      separator: " ")
    let lines = (line...max(line, source.lines.count)).prefix(LessonSlips.paragraphLimit)
    func position(of text: some StringProtocol) -> TextPosition {
      for number in lines {
        let whole = source.text(ofLine: number)
        if let range = whole.firstRange(of: text) {
          return TextPosition(
            line: number, column: whole.distance(from: whole.startIndex, to: range.lowerBound) + 1)
        }
      }
      return TextPosition(line: line, column: 1)
    }
    if let match = plain.firstMatch(of: /^\s*(#{1,6})(\p{L}\S*)/) {
      errors.append(
        LessonError(
          "'\(match.1)\(match.2)' is not a heading; write a blank after '\(match.1)'",
          at: position(of: "\(match.1)\(match.2)")))
    }
    if plain.contains("<!--") {
      errors.append(
        LessonError(
          "learners would read this comment as text; take it away", at: position(of: "<!--")))
    }
    if let match = plain.firstMatch(
      of: /\$\$|\\[A-Za-z]{2,}|\$[A-Za-z][^$]{0,40}[\^_\\][^$]{0,40}\$/)
    {
      errors.append(
        LessonError(
          "learners would read '\(match.0)' as it stands; write formulas as inline code, as in `a^2`",
          at: position(of: match.0)))
    }
  }

  /// A paragraph is looked for in so many lines.
  private static let paragraphLimit = 400
}
