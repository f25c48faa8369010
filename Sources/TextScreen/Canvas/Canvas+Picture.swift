extension Canvas {
  /// The canvas as a text to be stored and compared: the characters, the cursor, then the styles, a letter a cell.
  ///
  /// A letter is in upper case, and `.` is `:`, where the cell is focused. A line for each row, in both parts; no
  /// spaces end a line.
  public var picture: String {
    let styles = (0..<size.height).map { row in
      let letters = (0..<size.width).map { self[Point(column: $0, row: row)].styleLetter }
      return String(letters.reversed().drop { $0 == " " }.reversed())
    }
    let place = cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    return (text + ["", place, ""] + styles).joined(separator: "\n") + "\n"
  }

  /// Whether a text has the form of a canvas's picture: below a line that tells the cursor stand letters alone.
  public static func isPicture(_ text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let places = lines.indices.dropFirst().dropLast().filter { index in
      lines[index - 1].isEmpty && lines[index + 1].isEmpty
        && (lines[index] == "no cursor" || lines[index].hasPrefix("cursor "))
    }
    let letters = Set(Style.Role.allCases.map { $0.letter.uppercased() } + [" ", ":"])
    return places.contains { place in
      lines[(place + 1)...].joined().allSatisfy { letters.contains($0.uppercased()) }
    }
  }
}

extension Cell {
  /// Stands for the style; a space where there is nothing to be seen of it.
  fileprivate var styleLetter: Character {
    if character == " ", !style.isFocused { return " " }
    let letter = style.role.letter
    guard style.isFocused else { return letter }
    return letter == "." ? ":" : letter.uppercased().first ?? letter
  }
}

extension Style.Role {
  fileprivate var letter: Character {
    switch self {
    case .plain: "."
    case .faint: "f"
    case .strong: "s"
    case .code: "c"
    case .box: "b"
    // Pictures that were stored before there were tints hold as they are.
    case .wire, .forwardWire, .derivativeWire: "w"
    case .placeholder, .openForward, .openDerivative: "e"
    case .forward: "v"
    case .derivative: "d"
    case .wrong: "x"
    case .revealed: "r"
    case .lit: "l"
    case .prompt: "p"
    case .key: "k"
    case .success: "y"
    case .notice: "n"
    }
  }
}
