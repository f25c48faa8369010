import Expressions

/// A piece of a line of text.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link([Inline], destination: String)
  /// A line end that the author asked for; all others are blanks in the text.
  case lineBreak
}

extension [Inline] {
  /// The text without its markup.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): inner.plainText
      case .lineBreak: " "
      }
    }.joined()
  }

  /// The text without markup up to the first full stop that a blank follows.
  var firstSentence: String {
    let text = plainText
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.upperBound]).trimmingBlanks
  }
}
