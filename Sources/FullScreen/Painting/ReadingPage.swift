import Autodiff
import Drawings
import Expressions
import GraphLayout
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// The text of a page with what stands in it, as one long sheet of which a part is in view.
struct ReadingPage {
  private enum Part {
    case lines([StyledText])
    case graph(GraphPicture, Worksheet)
  }

  private var parts: [Part] = []
  /// The first part of each exercise and the part after its last, by the exercise's index.
  private var partsOfExercise: [Int: Range<Int>] = [:]
  private let screen: Screen
  private var session: Session { screen.session }

  init(_ screen: Screen) {
    self.screen = screen
    let session = screen.session
    let width = screen.textWidth
    var prose: [Prose] = []
    func lines() -> [Part] {
      guard !prose.isEmpty else { return [] }
      defer { prose = [] }
      return [.lines(ProseLines(prose, width: width).lines)]
    }
    var isWaiting = session.isSilent
    for block in session.shownBlocks {
      if case .prose(let block) = block {
        prose.append(block)
        continue
      }
      parts += lines()
      // A picture that would give the answer away waits until what stands above it is done.
      if block.isPicture, isWaiting { continue }
      if session.waits(block) {
        let text = Wording(session, for: screen.voice).waitingPicture
        parts.append(.lines(StyledText(text, Style(.faint)).wrapped(toColumns: width)))
        continue
      }
      switch block {
      case .prose, .fill, .demonstration: break
      case .graph:
        if let picture = screen.view.picture, let worksheet = session.worksheet {
          parts.append(.graph(picture, worksheet))
        }
      case .exercise(let index):
        let start = parts.count
        add(index, width: width)
        partsOfExercise[index] = start..<parts.count
        isWaiting =
          isWaiting || (!session.progress.exercises[index].isDone && !session.isHandedIn)
      case .cascade, .plot, .stepCount:
        let size = Size(width: width, height: screen.readingRows.count)
        if session.page.graph != nil {
          parts.append(
            .lines(
              PictureLines(block, in: session, size: size, isASCII: screen.voice.isASCII).lines))
        }
      }
    }
    parts += lines()
  }

  private mutating func add(_ index: Int, width: Int) {
    let isFocused = session.assignment == .exercise(index)
    let text = ExerciseLines(
      session.progress.exercises[index], isFocused: isFocused, for: screen.voice,
      in: Size(width: width, height: screen.readingRows.count))
    parts.append(.lines(text.lines))
    guard case .breakUp(let breakUp) = session.progress.exercises[index], let grown = breakUp.grown,
      let key = try? AnswerKey(grown.graph, at: grown.inputs)
    else { return }
    let picture = GraphPicture(
      key.list, values: { key.shownValue(of: $0).shortestText },
      room: Size(width: width, height: screen.readingRows.count),
      isBare: true, isASCII: screen.voice.isASCII)
    parts.append(.graph(picture, Worksheet(key)))
  }

  private func height(of part: Part) -> Int {
    switch part {
    case .lines(let lines): lines.count
    case .graph(let picture, _): picture.layout.size.height
    }
  }

  /// The rows of the sheet; one is free between two parts.
  var height: Int { parts.reduce(0) { $0 + height(of: $1) } + max(0, parts.count - 1) }

  /// The rows of the sheet that an exercise takes; `nil` if the page does not have it.
  func rows(ofExercise index: Int) -> Range<Int>? {
    guard let range = partsOfExercise[index] else { return nil }
    let before = parts[..<range.lowerBound].reduce(0) { $0 + height(of: $1) + 1 }
    let own = parts[range].reduce(0) { $0 + height(of: $1) + 1 } - 1
    return before..<before + max(0, own)
  }

  /// Paints the rows from a first one on.
  ///
  /// - Returns: what has painted the page's own graph, and where; `nil` if it is out of view.
  func paint(
    on canvas: inout Canvas, in rows: Range<Int>, from start: Int, margin: Int
  ) -> (painter: GraphPainter, area: Rect)? {
    var graph: (painter: GraphPainter, area: Rect)?
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
          let painter = GraphPainter(picture: picture, marks: screen.marks(on: worksheet))
          painter.paint(on: &sheet, in: area)
          if picture == screen.view.picture {
            let shift = Point(column: 0, row: rows.lowerBound)
            graph = (painter, Rect(origin: area.origin + shift, size: area.size))
          }
        }
      }
      row += height(of: part) + 1
    }
    canvas.paste(
      sheet, from: Point(column: 0, row: 0),
      into: Rect(column: 0, row: rows.lowerBound, width: canvas.size.width, height: rows.count))
    return graph
  }
}
