import TextScreen

/// All commands with their keys and letters, and what the marks mean, over the middle of the screen.
struct CommandList {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func paint(on canvas: inout Canvas) {
    var lines = [StyledText("All commands: press the letter", Style(.strong))]
    for command in Keymap.commands {
      var line = StyledText(" \(command.letter)  ", Style(.key))
      let key = command.key?.name ?? ""
      line.append(key + String(repeating: " ", count: max(1, 11 - key.columns)), Style(.faint))
      line.append(command.explanation)
      lines.append(line)
    }
    lines.append(StyledText(""))
    for row in Legend.rows {
      lines.append(StyledText(" \(row.mark)  ", Style(row.role)) + StyledText(row.meaning))
    }
    let width = min(canvas.size.width, (lines.map(\.columns).max() ?? 0) + 4)
    // On a low screen the legend goes first, then the frame's blank rows.
    let height = min(canvas.size.height, lines.count + 2)
    let origin = Point(
      column: (canvas.size.width - width) / 2, row: (canvas.size.height - height) / 2)
    canvas.fill(Rect(origin: origin, size: Size(width: width, height: height)), with: .blank)
    let inside = String(repeating: "─", count: max(0, width - 2))
    canvas.write("┌\(inside)┐", at: origin, Style(.box))
    for row in 1..<max(1, height - 1) {
      canvas.write("│", at: origin + Point(column: 0, row: row), Style(.box))
      canvas.write("│", at: origin + Point(column: width - 1, row: row), Style(.box))
      if row - 1 < lines.count {
        canvas.write(
          lines[row - 1].cut(toColumns: width - 4).first ?? StyledText(),
          at: origin + Point(column: 2, row: row))
      }
    }
    canvas.write("└\(inside)┘", at: origin + Point(column: 0, row: height - 1), Style(.box))
    canvas.cursor = nil
  }
}
