extension Character {
  /// Whether a terminal could take the character for a command.
  public var isControl: Bool {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F }
    if isSimple { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: scalar != "\u{200D}"
      default: false
      }
    }
  }

  /// The character; `�` for one that a terminal could take for a command.
  public var printable: Character { isControl ? "�" : self }
}

extension StringProtocol {
  /// The text with `�` for every character that a terminal could take for a command.
  public var printable: String { String(map(\.printable)) }

  /// The same for text of several lines, whose ends stay.
  public var printableLines: String {
    guard !unicodeScalars.allSatisfy({ $0.isSimple || $0 == "\n" }) else { return String(self) }
    return String(map { $0 == "\n" ? $0 : $0.printable })
  }
}
