/// Derivatives of a graph in an author's formula: `dJ/dw` stands there for a name of its own.
public enum DerivativeName {
  /// A formula's text with each derivative of one of some quantities with respect to another as a single name, unless its
  /// halves are quantities themselves.
  public static func joining(_ text: String, over names: Set<String>) -> String {
    guard text.contains("/") else { return text }
    return text.replacing(/d([\p{L}_][\p{L}\p{N}_]*)\s*\/\s*d([\p{L}_][\p{L}\p{N}_]*)/) { match in
      let (output, operand) = (String(match.1), String(match.2))
      let start = match.range.lowerBound
      let isInsideWord =
        start > text.startIndex
        && text[text.index(before: start)].isPartOfName
      guard !isInsideWord, names.contains(output), names.contains(operand),
        !names.contains("d\(output)"), !names.contains("d\(operand)")
      else { return String(match.0) }
      return joined(output, operand)
    }
  }

  /// The name that stands for a derivative.
  private static func joined(_ output: String, _ operand: String) -> String {
    "d\(output)_per_d\(operand)"
  }

  /// The derivative that a name stands for, as entries are called; `nil` where it is any other name.
  public static func entry(joined name: String, over names: Set<String>) -> String? {
    guard name.hasPrefix("d"), !names.contains(name), name.contains("_per_d") else { return nil }
    for output in names where name.hasPrefix("d\(output)_per_d") {
      for operand in names where joined(output, operand) == name { return "d\(output)/d\(operand)" }
    }
    return nil
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || self == "_" }
}
