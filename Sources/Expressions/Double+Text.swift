extension Double {
  /// The number with the shortest digits that read back as the same number; `-0` as `0`, `3.0` as `3`.
  public var shortestText: String {
    if self == 0 { return "0" }
    if abs(self) < 1e6, let whole = Int(exactly: self) { return String(whole) }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
