import TextScreen

/// All commands with their keys and letters, and what the marks mean, over the middle of the screen.
///
/// Where it is higher than the screen a part of it is in view, and its frame says where it goes on.
struct CommandList {
  private let lines: [StyledText]
  private let screen: Size
  private let scroll: Int

  init(_ session: Session) {
    screen = session.size
    let room = screen.width - 4
    let isTight = Keymap.commands.count + Legend.rows.count + 4 > screen.height
    lines =
      (session.isMapping
        ? CommandList.section(
          "On the map, where letters look for a name", Keymap.commandsOnMap(in: session), room: room
        ) : [])
      + CommandList.section("All commands: press the letter", Keymap.commands, room: room)
      + (isTight ? [] : [StyledText()])
      + Legend.rows.flatMap { row in
        CommandList.lines(StyledText(" \(row.mark)  ", Style(row.role)), row.meaning, room: room)
      }
    scroll = session.listScroll
  }

  private static func section(
    _ title: String, _ commands: [Command], room: Int
  ) -> [StyledText] {
    [StyledText(title, Style(.strong))]
      + commands.flatMap { command in
        let key = command.key?.name ?? ""
        let blanks = String(repeating: " ", count: max(1, 11 - key.columns))
        return lines(
          StyledText(" \(command.letter ?? " ")  ", Style(.key))
            + StyledText(key + blanks, Style(.faint)),
          command.explanation, room: room)
      }
  }

  /// What stands before an explanation, and the explanation beside it.
  private static func lines(_ head: StyledText, _ explanation: String, room: Int) -> [StyledText] {
    let indent = StyledText(String(repeating: " ", count: head.columns))
    return StyledText(explanation).wrapped(toColumns: room - head.columns).enumerated().map {
      ($0.offset == 0 ? head : indent) + $0.element
    }
  }

  /// The lines that have room between the rules of the frame.
  private var rows: Int { max(0, min(screen.height - 2, lines.count)) }

  /// The most lines that can be scrolled away.
  var scrollLimit: Int { lines.count - rows }

  func paint(on canvas: inout Canvas) {
    let start = min(scroll, scrollLimit)
    let width = min(screen.width, (lines.map(\.columns).max() ?? 0) + 4)
    let height = rows + 2
    let origin = Point(column: (screen.width - width) / 2, row: (screen.height - height) / 2)
    canvas.fill(Rect(origin: origin, size: Size(width: width, height: height)), with: .blank)
    let inside = String(repeating: "─", count: max(0, width - 2))
    canvas.write("┌\(inside)┐", at: origin, Style(.box))
    for (row, line) in lines[start..<start + rows].enumerated() {
      let left = origin + Point(column: 0, row: row + 1)
      canvas.write("│", at: left, Style(.box))
      canvas.write(line, at: left + Point(column: 2, row: 0))
      canvas.write("│", at: left + Point(column: width - 1, row: 0), Style(.box))
    }
    let bottom = origin + Point(column: 0, row: height - 1)
    canvas.write("└\(inside)┘", at: bottom, Style(.box))
    let keys = [start > 0 ? "PgUp" : nil, start < scrollLimit ? "PgDn" : nil].compactMap { $0 }
    if !keys.isEmpty {
      let more = " \(keys.joined(separator: " ")): more "
      canvas.write(more, at: bottom + Point(column: 2, row: 0), Style(.key))
    }
    canvas.cursor = nil
  }
}
