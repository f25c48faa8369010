extension Formula {
  /// The value of a formula that is a decimal number and nothing else, as those of most inputs are; `nil` for another
  /// one, or where no double is near it.
  ///
  /// - Complexity: O(n) in the length of the text.
  package static func number(_ text: String) -> Double? {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    var place = first
    var digits = 0
    var points = 0
    if bytes[place] == UInt8(ascii: "-") { place = bytes.index(after: place) }
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where points == 0: points = 1
      default: return nil
      }
      place = bytes.index(after: place)
    }
    guard digits > 0, let value = Double(text[first...]), value.isFinite else { return nil }
    return value
  }
}
