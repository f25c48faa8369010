import Expressions

extension Shape {
  /// Reads a shape as people write it: `(3, 2)`, `3x2`, `3 2`, `3 × 2`, `[3, 2]`, `()`, `(3,)`.
  ///
  /// - Returns: `nil` for what is none.
  init?(typed: String) {
    var text = typed.trimmingBlanks
    for wrapper in ["torch.Size", "np.shape", "shape"] where text.hasPrefix(wrapper) {
      text = String(text.dropFirst(wrapper.count)).trimmingBlanks
    }
    var isBracketed = false
    while let first = text.first, let last = text.last, text.count > 1,
      (first == "(" && last == ")") || (first == "[" && last == "]")
        || (first == "（" && last == "）")
    {
      text = String(text.dropFirst().dropLast()).trimmingBlanks
      isBracketed = true
    }
    if text.isEmpty {
      guard isBracketed else { return nil }
      self = .number
      return
    }
    if ["scalar", "number", "a number"].contains(text.lowercased()) {
      self = .number
      return
    }
    for word in ["by", "mal"] { text = text.replacing(" \(word) ", with: " x ") }
    // One comma may stand at the end, as Python writes a vector's shape.
    if text.hasSuffix(",") { text = String(text.dropLast()) }
    let signs: Set<Character> = ["x", "X", "×", ",", "*", "·", "✕", ";"]
    var sizes: [Int] = []
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: signs.contains) {
      let words = piece.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { return nil }
      for word in words {
        guard word.allSatisfy(\.isNumber), let size = Int(word.plainDigits) else { return nil }
        sizes.append(size)
      }
    }
    guard sizes.count <= 8 else { return nil }
    self.init(sizes)
  }
}

extension Substring {
  /// The digits of every script as those of ASCII.
  fileprivate var plainDigits: String {
    String(map { $0.wholeNumberValue.map { Character("\($0 % 10)") } ?? $0 })
  }
}
