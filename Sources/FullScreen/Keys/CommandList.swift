package import TextScreen

/// All commands with their keys and letters, and what the marks mean, over the middle of the screen.
///
/// Where it is higher than the screen a part of it is in view, and its frame says where it goes on.
package struct CommandList {
  private let lines: [StyledText]
  private let size: Size
  private let scroll: Int

  package init(_ screen: Screen) {
    size = screen.size
    let room = size.width - 4
    let isTight = Keymap.bindings.count + Legend.rows.count + 4 > size.height
    lines =
      (screen.isMapping
        ? CommandList.section(
          "On the map, where letters look for a name", Keymap.bindingsOnMap(of: screen), room: room
        ) : [])
      + CommandList.section("All commands: press the letter", Keymap.bindings, room: room)
      + (isTight ? [] : [StyledText()])
      + Legend.rows.flatMap { row in
        CommandList.lines(StyledText(" \(row.mark)  ", Style(row.role)), row.meaning, room: room)
      }
    scroll = screen.listScroll
  }

  private static func section(
    _ title: String, _ bindings: [KeyBinding], room: Int
  ) -> [StyledText] {
    [StyledText(title, Style(.strong))]
      + bindings.flatMap { binding in
        let key = binding.key?.name ?? ""
        let spaces = String(repeating: " ", count: max(1, 11 - key.columns))
        return lines(
          StyledText(" \(binding.letter ?? " ")  ", Style(.key))
            + StyledText(key + spaces, Style(.faint)),
          binding.explanation, room: room)
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
  private var rows: Int { max(0, min(size.height - 2, lines.count)) }

  /// The most lines that can be scrolled away.
  package var scrollLimit: Int { lines.count - rows }

  package func paint(on canvas: inout Canvas) {
    let start = min(scroll, scrollLimit)
    let width = min(size.width, (lines.map(\.columns).max() ?? 0) + 4)
    let height = rows + 2
    let origin = Point(column: (size.width - width) / 2, row: (size.height - height) / 2)
    canvas.fill(Rect(origin: origin, size: Size(width: width, height: height)), with: .empty)
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
