extension StyledText {
  /// Breaks the text into lines by words; `\n` in the text breaks a line, too.
  ///
  /// A word longer than a line is cut. A character that is wider than a line stands on it alone.
  /// Blanks at the ends of lines are left out.
  ///
  /// - Parameters:
  ///   - width: the columns of a line; without any there are no lines.
  ///   - indent: the spaces before each line but the first, or fewer where a line has no room.
  /// - Complexity: O(n) in the characters of the text.
  public func wrapped(toColumns width: Int, hangingIndent indent: Int = 0) -> [StyledText] {
    guard width > 0 else { return [] }
    if fitsLine(ofColumns: width) { return [self] }
    var wrapping = Wrapping(width: width, indent: max(0, min(indent, width - 1)))
    for run in runs {
      for character in run.text {
        if character == "\n" {
          wrapping.endLine()
        } else if character == " " {
          wrapping.addBlank(run.style)
        } else {
          wrapping.add(character, run.style)
        }
      }
    }
    wrapping.endLine()
    return wrapping.lines
  }

  /// Whether the text is a line already: simple, without a space at either end.
  private func fitsLine(ofColumns width: Int) -> Bool {
    var columns = 0
    for run in runs {
      guard let count = run.text.simpleCount else { return false }
      columns += count
      if columns > width { return false }
    }
    return runs.first?.text.utf8.first != UInt8(ascii: " ")
      && runs.last?.text.utf8.last != UInt8(ascii: " ")
  }

  /// Breaks the text into lines that are filled to the last column, with all its spaces; `\n`
  /// breaks a line, too.
  ///
  /// - Complexity: O(n) in the characters of the text.
  public func cut(toColumns width: Int) -> [StyledText] {
    guard width > 0 else { return [] }
    var lines = [StyledText()]
    var column = 0
    for run in runs {
      for character in run.text {
        if character == "\n" || column > 0 && column + character.columns > width {
          lines.append(StyledText())
          column = 0
        }
        guard character != "\n" else { continue }
        lines[lines.count - 1].append(String(character), run.style)
        column += character.columns
      }
    }
    return lines.map(\.withoutTrailingBlanks)
  }
}

/// A text on its way into lines.
private struct Wrapping {
  let width: Int
  let indent: Int
  var lines: [StyledText] = []
  private var line = StyledText()
  private var lineColumns = 0
  /// The columns that the line had before its first word.
  private var margin = 0
  private var spaces = StyledText()
  private var spaceColumns = 0
  private var word: [(character: Character, style: Style)] = []
  private var wordColumns = 0

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  mutating func add(_ character: Character, _ style: Style) {
    word.append((character, style))
    wordColumns += character.columns
  }

  mutating func addBlank(_ style: Style) {
    endWord()
    spaces.append(" ", style)
    spaceColumns += 1
  }

  mutating func endLine() {
    endWord()
    breakLine()
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineColumns > margin {
      if lineColumns + spaceColumns + wordColumns > width {
        breakLine()
      } else {
        line.append(spaces)
        lineColumns += spaceColumns
      }
    }
    for (character, style) in word {
      if lineColumns > margin, lineColumns + character.columns > width { breakLine() }
      line.append(String(character), style)
      lineColumns += character.columns
    }
    word = []
    wordColumns = 0
    spaces = StyledText()
    spaceColumns = 0
  }

  private mutating func breakLine() {
    lines.append(lineColumns > margin ? line : StyledText())
    line = StyledText(String(repeating: " ", count: indent))
    lineColumns = indent
    margin = indent
    spaces = StyledText()
    spaceColumns = 0
  }
}
