extension String {
  /// The text without characters that a terminal could take for commands.
  ///
  /// A tab becomes one blank, so that columns stay what they are in the file. The joiner of
  /// pictographs remains: without it one picture would fall apart into several.
  var withoutControls: String {
    if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return self }
    var cleaned = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": cleaned.append(" ")
      case .format where scalar == "\u{200D}": cleaned.append(scalar)
      case .control, .format, .lineSeparator, .paragraphSeparator: cleaned.append("\u{FFFD}")
      default: cleaned.append(scalar)
      }
    }
    return String(cleaned)
  }

  /// The lines of a text each of whose lines has an end, cleaned of controls.
  var cleanLines: [String] {
    var lines = split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String($0).withoutControls }
  }
}
