/// A field or a line of a table in commas, after RFC 4180; line ends are the host's.
public enum CSV {
  /// A line of fields.
  public static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",")
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { "\",\n\r".contains($0) || $0 == "\r\n" }) else { return field }
    return "\"\(field.replacing("\"", with: "\"\""))\""
  }

  /// Text that a learner or an author chose, in one line; where a spreadsheet would take it for a formula, with an
  /// apostrophe before it.
  public static func text(_ text: String) -> String {
    let shown = String(text.map { $0.isASCII && ($0 < " " || $0 == "\u{7F}") ? " " : $0 })
    guard let first = shown.first, "=+-@".contains(first) else { return shown }
    return "'\(shown)"
  }
}
