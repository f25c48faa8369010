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
    var lines: [String] = []
    var start = utf8.startIndex
    while start < utf8.endIndex {
      let end = utf8[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.endIndex
      lines.append(String(self[start..<end]).withoutControls)
      guard end < utf8.endIndex else { break }
      start = utf8.index(after: end)
      let isPair = utf8[end] == 0x0D && start < utf8.endIndex && utf8[start] == 0x0A
      if isPair { start = utf8.index(after: start) }
    }
    return lines
  }
}
