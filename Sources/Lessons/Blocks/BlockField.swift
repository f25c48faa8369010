import Expressions

/// A line `word argument: text` of a block, with the indented lines that continue it.
struct BlockField {
  /// What the line sets.
  var word: PlacedText
  /// What stands between the word and the colon, perhaps nothing.
  var argument: PlacedText
  var text: PlacedText

  /// Reads the lines of a block as fields.
  ///
  /// - Parameters:
  ///   - words: the words that the block knows.
  ///   - errors: receives an error for each line that is no field.
  static func fields(
    of lines: [PlacedText], knowing words: [String], _ errors: inout [LessonError]
  ) -> [BlockField] {
    var fields: [BlockField] = []
    for line in lines where !line.text.trimmingBlanks.isEmpty {
      if line.text.first?.isWhitespace == true, !fields.isEmpty {
        fields[fields.count - 1].text.text += " " + line.text.trimmingBlanks
        continue
      }
      switch BlockField.read(line, words) {
      case .success(let field): fields.append(field)
      case .failure(let error): errors.append(error)
      }
    }
    return fields
  }

  /// Whether a line is a field of one of some words: it begins with the word and has a colon.
  static func begins(_ line: PlacedText, with words: [String]) -> Bool {
    let word = line.text.trimmingBlanks.prefix { !$0.isWhitespace && $0 != ":" }
    return words.contains(String(word)) && line.text.contains(":")
  }

  /// The inline code of its text.
  var codeSpans: [PlacedText] {
    MarkdownDocument(text.text).blocks.flatMap(\.codeSpans).map {
      PlacedText($0.text, at: text.position.moved(by: $0.position.column - 1))
    }
  }

  /// The same without what is said of a wrong answer itself.
  func codeSpans(besides answer: String) -> [PlacedText] {
    codeSpans.filter { span in
      span.text.split(separator: "=", maxSplits: 1).last.map { String($0).trimmingBlanks } != answer
    }
  }

  /// The places for numbers in its text, each with the formula in it.
  var placeholders: [PlacedText] {
    guard Placeholder.mayBe(in: text.text) else { return [] }
    return text.text.matches(of: Placeholder.form).map { match in
      let column = text.text.distance(from: text.text.startIndex, to: match.range.lowerBound)
      return PlacedText(String(match.1).trimmingBlanks, at: text.position.moved(by: column))
    }
  }

  /// Why it says nothing, if it does.
  var emptiness: LessonError? {
    guard text.text.isEmpty else { return nil }
    let head = argument.text.isEmpty ? word.text : "\(word.text) \(argument.text)"
    return LessonError(
      "'\(head):' says nothing; write its text behind the colon", at: word.position)
  }

  static func read(_ line: PlacedText, _ words: [String]) -> Result<BlockField, LessonError> {
    let start = line.text.leadingBlanks
    let text = line.text.dropFirst(start)
    let position = line.position.moved(by: start)
    let word = String(text.prefix { !$0.isWhitespace && $0 != ":" })
    guard words.contains(word) else {
      let meant = Spelling.nearest(to: word, among: words).map { "did you mean '\($0)'?" }
      let advice = meant ?? "write one of \(words.joined(separator: ", "))"
      return .failure(LessonError("unknown word '\(word)' in this block; \(advice)", at: position))
    }
    guard let colon = text.firstIndex(of: ":") else {
      return .failure(
        LessonError(
          "there is no ':' after '\(word)'; write \(word): and then the text", at: position))
    }
    func placed(_ part: Substring) -> PlacedText {
      let blanks = part.count - part.drop(while: \.isWhitespace).count
      let column = text.distance(from: text.startIndex, to: part.startIndex) + blanks
      return PlacedText(String(part).trimmingBlanks, at: position.moved(by: column))
    }
    let argument = placed(text[text.index(text.startIndex, offsetBy: word.count)..<colon])
    return .success(
      BlockField(
        word: PlacedText(word, at: position), argument: argument,
        text: placed(text[text.index(after: colon)...])))
  }
}
