extension Expression {
  /// The formula as it is shown on the screen.
  ///
  /// - Parameters:
  ///   - isASCII: whether the screen has nothing but ASCII, so that squares stay `^2`.
  ///   - limit: the characters after which it is cut, closed by `…`.
  public func text(isASCII: Bool, atMost limit: Int = .max) -> String {
    let text = text(atMost: limit)
    return isASCII ? text : Expression.display(text)
  }

  /// The formula with squares and cubes above the line.
  public var displayText: String { Expression.display(text) }

  /// A computation in numbers: negative ones in parentheses behind a sign, and `×` for a product.
  ///
  /// - Parameter isASCII: whether the screen has nothing but ASCII, so that `*` and `^2` stay.
  public func computation(isASCII: Bool) -> String {
    isASCII ? textInNumbers : Expression.display(textInNumbers).replacing("*", with: "×")
  }

  static func display(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return text }
    var shown = ""
    var rest = text[...]
    while let caret = rest.firstIndex(of: "^") {
      shown += rest[..<caret]
      rest = rest[rest.index(after: caret)...]
      let next = rest.dropFirst().first
      let ends = next.map { !$0.isNumber && !$0.isLetter && !"._^".contains($0) } ?? true
      if ends, let exponent = rest.first.flatMap({ ["2": "²", "3": "³"][$0] }) {
        shown += exponent
        rest = rest.dropFirst()
      } else {
        shown += "^"
      }
    }
    return shown + rest
  }
}
