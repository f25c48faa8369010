/// What to write instead of a part of a formula: one text, or several to choose from.
public struct Remedy: Hashable, Sendable {
  public var texts: [String]
  /// The part that each of them replaces, in Unicode scalars.
  public var range: Range<Int>

  public init(_ texts: [String], at range: Range<Int>) {
    self.texts = texts
    self.range = range
  }

  /// The whole texts to write instead of what was typed.
  public func applied(to typed: String) -> [String] {
    let scalars = Array(typed.unicodeScalars)
    let lower = min(range.lowerBound, scalars.count)
    let upper = min(max(lower, range.upperBound), scalars.count)
    return texts.map { text in
      var whole = String.UnicodeScalarView(scalars[..<lower])
      whole.append(contentsOf: text.unicodeScalars)
      whole.append(contentsOf: scalars[upper...])
      return String(whole)
    }
  }

  func moved(by count: Int) -> Remedy {
    Remedy(texts, at: range.lowerBound + count..<range.upperBound + count)
  }
}
