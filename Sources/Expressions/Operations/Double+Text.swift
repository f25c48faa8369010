extension Double {
  /// The number with the shortest digits that read back as the same number; `-0` as `0`, `3.0` as `3`, `1e-09` as
  /// `1e-9`.
  public var shortestText: String {
    if self == 0 { return "0" }
    if abs(self) < 1e6, let whole = Int(exactly: self) { return String(whole) }
    let text = description
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else {
      return isFinite && self == rounded() ? String(text.dropLast(2)) : text
    }
    let exponent = text[text.index(after: mark)...]
    let digits = exponent.drop { "+-0".contains($0) }
    return text[...mark] + (exponent.first == "-" ? "-" : "") + digits
  }

  /// The shortest digits as a formula has them: `1e+16`, since `1e16` is a product where `e16` is bound.
  var formulaText: String {
    let text = shortestText
    guard let mark = text.firstIndex(of: "e"), !text.contains("e-") else { return text }
    return text[...mark] + "+" + text[text.index(after: mark)...]
  }
}
