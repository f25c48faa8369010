package import TextScreen

/// All commands with their keys and letters, and what the marks mean, over the middle of the screen.
///
/// Where it is higher than the screen a part of it is in view, and its frame says where it goes on.
package struct CommandList {
  private let lines: [StyledText]
  private let size: Size
  private let scroll: Int

  package init(_ screen: Screen) {
    let size = screen.size
    let isTight = Keymap.bindings.count + Legend.rows.count + 4 > size.height
    let room = CommandList.room(in: size)
    let map =
      screen.isMapping
      ? CommandList.section(
        "On the map, where letters look for a name",
        Keymap.bindingsOnMap(of: screen).map(\.row), room: room) : []
    let legend = Legend.rows.flatMap { row in
      CommandList.lines(StyledText(" \(row.mark)  ", Style(row.role)), row.meaning, room: room)
    }
    self.init(
      map
        + CommandList.section(
          "All commands: press the letter", Keymap.bindings.map(\.row), room: room)
        + (isTight ? [] : [StyledText()]) + legend,
      size: size, scroll: screen.listScroll)
  }

  /// The commands of something else than a lesson.
  init(_ rows: [Row], size: Size, scroll: Int) {
    self.init(
      CommandList.section(
        "All commands: press the letter", rows, room: CommandList.room(in: size)),
      size: size, scroll: scroll)
  }

  private init(_ lines: [StyledText], size: Size, scroll: Int) {
    self.lines = lines
    self.size = size
    self.scroll = scroll
  }

  private static func room(in size: Size) -> Int { size.width - 4 }

  /// A command in the list.
  struct Row {
    /// The letter that gives it in the list, where one does.
    var letter: Character?
    /// The name of the key that gives it at once; empty where there is none.
    var key: String
    var explanation: String
  }

  private static func section(_ title: String, _ rows: [Row], room: Int) -> [StyledText] {
    [StyledText(title, Style(.strong))]
      + rows.flatMap { row in
        let spaces = String(repeating: " ", count: max(1, 11 - row.key.columns))
        return lines(
          StyledText(" \(row.letter ?? " ")  ", Style(.key))
            + StyledText(row.key + spaces, Style(.faint)),
          row.explanation, room: room)
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

extension KeyBinding {
  fileprivate var row: CommandList.Row {
    CommandList.Row(letter: letter, key: key?.name ?? "", explanation: explanation)
  }
}
