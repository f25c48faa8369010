import GraphLayout
import Lessons
import Teaching
import TextScreen

/// A page that asks nothing, as one long sheet of which a part is in view.
struct ReadingPage {
  private enum Part {
    case lines([StyledText])
    case graph(GraphPicture, Worksheet)
  }

  private var parts: [Part] = []
  private let session: Session

  init(_ session: Session, width: Int) {
    self.session = session
    var prose: [Prose] = []
    func close() {
      if !prose.isEmpty { parts.append(.lines(ProseLines(prose, width: width).lines)) }
      prose = []
    }
    for block in session.page.blocks {
      switch block {
      case .prose(let block): prose.append(block)
      case .graph:
        close()
        if let picture = session.picture, let worksheet = session.worksheet {
          parts.append(.graph(picture, worksheet))
        }
      case .fill: break
      }
    }
    close()
  }

  private func height(of part: Part) -> Int {
    switch part {
    case .lines(let lines): lines.count
    case .graph(let picture, _): picture.layout.size.height
    }
  }

  /// The rows of the sheet; one is free between two parts.
  var height: Int { parts.reduce(0) { $0 + height(of: $1) } + max(0, parts.count - 1) }

  /// Paints the rows from a first one on.
  func paint(on canvas: inout Canvas, in rows: Range<Int>, from start: Int, margin: Int) {
    var sheet = Canvas(size: Size(width: canvas.size.width, height: rows.count))
    var row = -start
    for part in parts {
      switch part {
      case .lines(let lines):
        for (index, line) in lines.enumerated() where (0..<rows.count).contains(row + index) {
          sheet.write(line, at: Point(column: margin, row: row + index))
        }
      case .graph(let picture, let worksheet):
        let area = Rect(
          column: margin, row: row, width: canvas.size.width - 2 * margin,
          height: picture.layout.size.height)
        if row < rows.count, row + area.size.height > 0 {
          GraphPainter(picture: picture, session: session, worksheet: worksheet)
            .paint(on: &sheet, in: area)
        }
      }
      row += height(of: part) + 1
    }
    canvas.paste(
      sheet, from: Point(column: 0, row: 0),
      into: Rect(column: 0, row: rows.lowerBound, width: canvas.size.width, height: rows.count))
  }
}
