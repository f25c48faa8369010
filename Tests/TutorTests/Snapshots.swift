import Foundation
import Testing
import TextScreen
import Tutor

/// Compares a session's screen with a stored one, characters and then styles.
///
/// With `RECORD_SNAPSHOTS=1` the stored screen is rewritten, and the test fails, so that the change is read.
func expect(
  _ session: Session, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expect(description(of: session.canvas()), matches: name, sourceLocation: sourceLocation)
}

/// Compares a text with a stored one.
func expect(
  _ picture: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try picture.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "rewritten: \(name); read the change before you keep it", sourceLocation: sourceLocation)
    return
  }
  let stored = try String(contentsOf: file, encoding: .utf8)
  #expect(picture == stored, "\(name)", sourceLocation: sourceLocation)
}

/// The characters of a canvas, then its styles, a letter a cell: upper case where the cell is in hand.
private func description(of canvas: Canvas) -> String {
  let letters: [Style.Role: Character] = [
    .plain: ".", .faint: "f", .strong: "s", .code: "c", .box: "b", .wire: "w", .blank: "e",
    .forward: "v", .derivative: "d", .wrong: "x", .revealed: "r", .prompt: "p", .key: "k",
    .success: "y", .notice: "n", .lit: "l",
  ]
  let styles = (0..<canvas.size.height).map { row in
    let line = (0..<canvas.size.width).map { column -> String in
      let cell = canvas[Point(column: column, row: row)]
      if cell.character == " ", !cell.style.isFocused { return " " }
      let letter = String(letters[cell.style.role] ?? "?")
      return cell.style.isFocused ? (letter == "." ? ":" : letter.uppercased()) : letter
    }
    return String(line.joined().reversed().drop { $0 == " " }.reversed())
  }
  let cursor = canvas.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
  return (canvas.text + ["", cursor, ""] + styles).joined(separator: "\n") + "\n"
}
