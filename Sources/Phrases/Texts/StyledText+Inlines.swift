package import Lessons
package import TextScreen

extension StyledText {
  /// Inlines in a style, except where they have their own.
  package init(_ inlines: [Inline], _ style: Style) {
    self.init()
    append(inlines, style)
  }

  private mutating func append(_ inlines: [Inline], _ style: Style) {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text, style)
      case .code(let text): append(text, Style(.code))
      case .emphasis(let inner), .strong(let inner): append(inner, Style(.strong))
      case .lineBreak: append("\n", style)
      case .link(let inner, let destination):
        let shown = StyledText(inner, style)
        append(shown)
        if destination.isWebAddress, !destination.isShown(by: shown.text) {
          append(" (\(destination))", Style(.faint))
        }
      }
    }
  }
}

extension String {
  fileprivate var isWebAddress: Bool {
    hasPrefix("http://") || hasPrefix("https://")
  }

  /// Whether a text is the address itself, perhaps without the scheme.
  fileprivate func isShown(by text: String) -> Bool {
    self == text || self == "http://" + text || self == "https://" + text
  }
}
