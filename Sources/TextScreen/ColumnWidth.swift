extension Character {
  /// Whether a terminal could take the character for a command.
  public var isControl: Bool {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F }
    if isDrawn { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: scalar != "\u{200D}"
      default: false
      }
    }
  }

  /// Whether it is one of the arrows, lines and blocks that most of a screen is made of, whose properties need not be
  /// looked up.
  private var isDrawn: Bool {
    guard let first = unicodeScalars.first, (0x2190...0x25FF).contains(first.value) else {
      return false
    }
    // One scalar of three bytes alone, without a mark that combines with it.
    return utf8.count == 3
  }

  /// The columns that the character takes on a terminal: 0, 1 or 2.
  ///
  /// Wide are the blocks of East Asian scripts and pictographs, after Unicode Standard Annex 11.
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII || isDrawn { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension StringProtocol {
  /// The columns that the text takes on a terminal.
  public var columns: Int {
    reduce(0) { $0 + $1.columns }
  }

  /// The text, cut to a number of columns; `…` stands for what was cut off.
  public func truncated(toColumns limit: Int) -> String {
    guard columns > limit else { return String(self) }
    var kept = ""
    var width = 0
    for character in self {
      guard width + character.columns < limit else { break }
      kept.append(character)
      width += character.columns
    }
    return limit > 0 ? kept + "…" : ""
  }
}
