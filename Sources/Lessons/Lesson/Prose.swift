/// A block of a lesson's text: what is said, apart from how it is set on a screen.
public indirect enum Prose: Hashable, Sendable {
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case list(ProseList)
  case quote([Prose])
  /// Lines of code, joined by `\n`, without one at the end.
  case code(String)
  case rule
  case table(ProseTable)
}

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

/// The items of a list, with what stands before each.
public struct ProseList: Hashable, Sendable {
  public enum Marker: Hashable, Sendable {
    case bullet
    /// Numbers that count up from the first item's.
    case numbers(from: Int)
  }

  public var marker: Marker
  /// Whether the items follow each other without blank lines.
  public var isTight: Bool
  public var items: [[Prose]]

  public init(marker: Marker, isTight: Bool, items: [[Prose]]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

/// A table; every row has as many cells as there are alignments.
public struct ProseTable: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable {
    case leading, center, trailing
  }

  public var alignments: [Alignment]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]

  public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
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
}
