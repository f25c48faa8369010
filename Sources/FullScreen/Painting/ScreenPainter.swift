import Drawings
import GraphLayout
import Lessons
import Phrases
import Sessions
import Teaching
public import TextScreen

extension Screen {
  /// The whole screen.
  ///
  /// - Complexity: O(n) in the nodes of the graph, for finding what is in view, and in the cells of the screen.
  public func canvas() -> Canvas {
    var painter = ScreenPainter(self)
    return painter.painted()
  }

  /// Where an entry of the page's graph is written on the screen; `nil` where it is out of view.
  package func place(of entry: Int) -> Point? {
    var painter = ScreenPainter(self)
    _ = painter.painted()
    guard !showsCommands, let graph = painter.graph,
      let place = graph.painter.place(of: entry, in: graph.area),
      !isReading || readingRows.contains(place.row)
    else { return nil }
    return place
  }

  /// How the entries of the page's graph are written, and where to look.
  func marks(on worksheet: Worksheet) -> GraphMarks {
    var marks = GraphMarks(
      on: worksheet, focusedEntry: showsNodeTable ? nil : session.focus,
      isAsked: session.progress.asks, isKnown: { session.isKnown($0, on: worksheet) })
    if !isMapping, !prompt.isEmpty, !prompt.isSelected { marks.typed = prompt.text }
    marks.pan = isReading ? min(pan, panLimit) : 0
    if let map {
      marks.center = .node(map.node)
      marks.walkedNode = map.node
      marks.focusedNode = map.node
    } else if let step = lookStep, let sheet, sheet.steps.indices.contains(step) {
      // While a closer look is open it alone says where to look.
      marks.center = .node(sheet.steps[step].node)
      marks.highlight = sheet.lit(at: step)
      marks.focusedNode = nil
    }
    return marks
  }
}

/// Lays out the screen: title, text, graph, panel, prompt, message, footer.
struct ScreenPainter {
  private let screen: Screen
  private(set) var canvas: Canvas
  /// What has painted the page's graph, and where; `nil` if it is out of view.
  private(set) var graph: (painter: GraphPainter, area: Rect)?
  /// The row where an answer is typed; `nil` if there is nothing to answer.
  private(set) var promptRow: Int?
  /// Whether what was earned by a page of entries that is done is out of view.
  private(set) var hidesReward = false
  /// What scrolls to the focused exercise where it is out of view.
  private var keyToExercise: String?
  private var width: Int { canvas.size.width }
  private var height: Int { canvas.size.height }
  static let margin = 2

  init(_ screen: Screen) {
    self.screen = screen
    canvas = Canvas(size: screen.size)
  }

  private var session: Session { screen.session }

  mutating func painted() -> Canvas {
    guard !screen.isTooSmall else {
      paintTooSmall()
      return canvas
    }
    paintHeader()
    paintFooter()
    if screen.showsSummary {
      paintSummary(rows: screen.readingRows)
    } else if screen.isReading {
      let rows = screen.readingRows
      paintReading(rows: rows)
      rule(at: rows.upperBound)
      if !session.assignments.isEmpty {
        paintPrompt(questionRow: rows.upperBound + 1, promptRow: rows.upperBound + 2)
      }
      paintRemark()
    } else {
      paintWork()
    }
    if screen.showsCommands { CommandList(screen).paint(on: &canvas) }
    return canvas
  }

  private mutating func paintTooSmall() {
    let (wide, high) = (Screen.smallestSize.width, Screen.smallestSize.height)
    let text = StyledText("make the terminal larger: \(wide)x\(high) at least; nothing is lost")
    for (row, line) in text.wrapped(toColumns: width).enumerated() {
      canvas.write(line, at: Point(column: 0, row: row))
    }
  }

  private mutating func rule(at row: Int) {
    canvas.fill(
      Rect(column: 0, row: row, width: width, height: 1), with: Cell("─", Style(.faint)))
  }

  private mutating func paintHeader() {
    var parts: [String] = []
    if session.worksheet != nil, !session.asked.isEmpty {
      for part in Entry.Part.allCases {
        let word = part == .values ? "forward" : part == .derivatives ? "backward" : "steps"
        let progress = session.progress.count(of: part)
        if progress.asked > 0 { parts.append("\(word) \(progress.done)/\(progress.asked)") }
      }
    }
    let exercises = session.page.exercises.map { session.progress.exercises[$0] }
    if !exercises.isEmpty {
      parts.append("done \(exercises.count { $0.isDone })/\(exercises.count)")
    }
    if let seed = session.progress.shownSeed { parts.append("seed \(seed)") }
    var progress = parts.joined(separator: " · ")
    if session.lesson.pages.count > 1 {
      progress += "  page \(session.pageNumber)/\(session.lesson.pages.count)"
    }
    let column = width - progress.columns - 1
    canvas.write(progress, at: Point(column: column, row: 0), Style(.faint))
    var title = session.lesson.title
    if session.page.title != title, !session.page.title.isEmpty {
      title += " · \(session.page.title)"
    }
    canvas.write(
      title.truncated(toColumns: max(0, column - 2)), at: Point(column: 1, row: 0), Style(.strong))
    rule(at: 1)
    if let failure = session.journalFailure {
      let warning = " your answers are not being saved: \(failure) "
      canvas.write(
        warning.truncated(toColumns: width - 2), at: Point(column: 1, row: 1), Style(.notice))
    }
  }

  /// A page of text, with the graph and the exercises where they stand in it.
  private mutating func paintReading(rows: Range<Int>) {
    let page = ReadingPage(screen)
    let start = min(screen.scroll, max(0, page.height - rows.count))
    graph = page.paint(on: &canvas, in: rows, from: start, margin: ScreenPainter.margin)
    if let exercise = session.assignment?.exercise,
      let place = page.rows(ofExercise: exercise)
    {
      if place.lowerBound >= start + rows.count { keyToExercise = "PgDn" }
      if place.upperBound <= start { keyToExercise = "PgUp" }
    }
    paintMore(isAbove: start > 0, isBelow: start + rows.count < page.height)
  }

  /// What was made of the lesson so far.
  private mutating func paintSummary(rows: Range<Int>) {
    let lines = screen.summaryLines
    let start = min(screen.scroll, max(0, lines.count - rows.count))
    for (row, line) in zip(rows, lines.dropFirst(start)) {
      canvas.write(line, at: Point(column: ScreenPainter.margin, row: row))
    }
    paintMore(isAbove: start > 0, isBelow: start + rows.count < lines.count)
    rule(at: rows.upperBound)
    paintRemark()
  }

  /// A page that asks entries: a little text, the graph, the work panel, the prompt.
  private mutating func paintWork() {
    let promptRow = RemarkLines(screen).rows.lowerBound - 1
    paintPrompt(questionRow: promptRow - 1, promptRow: promptRow)
    paintRemark()
    rule(at: promptRow - 2)
    let panel = panel(rows: promptRow - 5)
    for (row, line) in panel.enumerated() {
      canvas.write(
        line, at: Point(column: ScreenPainter.margin, row: promptRow - 2 - panel.count + row))
    }
    let bottom = promptRow - 3 - panel.count
    rule(at: bottom)
    let top = paintText(rows: 2..<bottom)
    let area = Rect(column: 0, row: top, width: width, height: bottom - top)
    if top < bottom, let picture = screen.view.picture, let worksheet = session.shownWorksheet {
      let painter = GraphPainter(picture: picture, marks: screen.marks(on: worksheet))
      painter.paint(on: &canvas, in: area)
      graph = (painter, area)
    }
  }

  /// The lines between the graph and the prompt: the closer look, or the focused node with its chain rule.
  ///
  /// - Parameter rows: the rows that the panel has together with the graph.
  private func panel(rows: Int) -> [StyledText] {
    // On a low screen what enters the box comes before the chain rule.
    var panelHeight = height >= 20 && !session.isSilent ? WorkPanel.height : 2
    let graphHeight = screen.view.picture?.layout.size.height ?? 0
    let width = width - 2 * ScreenPainter.margin
    if screen.map != nil {
      let area = Size(width: self.width, height: rows - screen.mapPanelSize.height)
      let lines = MapPanel(screen, graphIn: area).lines
      return lines + blanks(panelHeight - lines.count)
    }
    if session.isLooking {
      let panel = LookPanel(screen, width: width)
      var room = max(panelHeight, rows - min(graphHeight, rows / 2))
      if screen.showsCells {
        // Boxes of numbers stand in the place of the graph where there is no room for a part of it.
        room = panel.height + min(graphHeight, 6) <= rows ? panel.height : rows
        panelHeight = room
      }
      let lines = panel.lines(rows: room)
      return lines + blanks(panelHeight - lines.count)
    }
    if session.isDescending, let run = session.descent {
      let room = max(panelHeight, rows - min(graphHeight, rows / 2))
      let lines = DescentPanel(
        run, size: Size(width: width, height: room), isASCII: screen.voice.isASCII
      ).lines
      return lines + blanks(panelHeight - lines.count)
    }
    if screen.showsNodeTable, let table = screen.nodeTable {
      let others = graphHeight + screen.workText.rewardCount
      let lines = table.lines(rows: max(panelHeight, rows - others - 1)).lines
      return lines + blanks(panelHeight - lines.count)
    }
    guard let worksheet = session.worksheet, let focus = session.focus else { return [] }
    let isBoxReadable = screen.view.picture?.density.form != .marks
    let lines: [StyledText]
    switch worksheet.key {
    case .numbers(let key):
      lines =
        WorkPanel(
          session, worksheet, key, focus: focus, width: width, isASCII: screen.voice.isASCII,
          isBoxReadable: isBoxReadable
        ).lines
    case .arrays where worksheet.entries[focus].later != nil:
      let room = max(panelHeight, rows - graphHeight - screen.workText.lines.count, rows / 2)
      lines =
        StepPanel(
          session, worksheet, focus: focus, room: Size(width: width, height: room),
          isASCII: screen.voice.isASCII
        ).lines
      panelHeight = max(panelHeight, lines.count)
    case .arrays(let key) where session.page.isCode:
      lines = CodePanel(session, worksheet, key, width: width).lines(
        rows: max(panelHeight, min(rows / 2, rows - graphHeight)))
      panelHeight = max(panelHeight, lines.count)
    case .arrays(let key):
      lines =
        ArrayPanel(
          session, worksheet, key, focus: focus,
          // Grids take what the drawing and the text leave, and where numbers are asked half of the room.
          room: Size(
            width: width,
            height: max(
              panelHeight, rows - graphHeight - screen.workText.lines.count,
              key.asksNumbers(focus) ? rows / 2 : 0)),
          isASCII: screen.voice.isASCII, isBoxReadable: isBoxReadable
        ).lines
      panelHeight = max(panelHeight, lines.count)
    }
    // What the panel leaves blank goes to a graph that is higher than its view, and to the page's text.
    if graphHeight + screen.workText.lines.count > rows - panelHeight {
      panelHeight = min(panelHeight, lines.count)
    }
    return lines.prefix(panelHeight) + blanks(panelHeight - lines.count)
  }

  private func blanks(_ count: Int) -> [StyledText] {
    Array(repeating: StyledText(), count: max(0, count))
  }

  /// The text of a page that asks entries, in what the graph leaves; returns the row after it.
  ///
  /// Where there is more of it, the text that is scrolled has the place of the graph. On the map there is none: the keys
  /// that scroll it walk there.
  private mutating func paintText(rows: Range<Int>) -> Int {
    let (lines, rewardCount) = screen.workText
    guard !lines.isEmpty, screen.map == nil else { return rows.lowerBound }
    let graphHeight = screen.view.picture?.layout.size.height ?? 0
    let isWhole = graphHeight <= rows.count
    let left = rows.count - (isWhole ? graphHeight : min(graphHeight, rows.count * 3 / 4))
    var (start, shown) = (0, max(0, lines.count <= left ? lines.count : left - 1))
    if screen.showsNodeTable, lines.count >= left {
      // What was earned stays beside the graph; the text before it goes.
      shown = rewardCount <= left ? rewardCount : 0
      start = lines.count - shown
    }
    var isShortened = start > 0
    if lines.count > shown, screen.scroll > 0 {
      shown = min(lines.count, rows.count)
      start = min(screen.workScroll, lines.count - shown)
      isShortened = false
    }
    for (row, line) in lines[start..<start + shown].enumerated() {
      canvas.write(line, at: Point(column: ScreenPainter.margin, row: rows.lowerBound + row))
    }
    let isCovering = screen.scroll > 0 && shown > left
    hidesReward = start > lines.count - rewardCount || start + shown < lines.count
    paintMore(
      isAbove: start > 0 && !isShortened, isBelow: isShortened || start + shown < lines.count,
      hidesGraph: isCovering)
    return isCovering ? rows.upperBound : rows.lowerBound + shown
  }

  /// Says on the rule below the title that the text goes on.
  private mutating func paintMore(isAbove: Bool, isBelow: Bool, hidesGraph: Bool = false) {
    let keys = [isAbove ? "PgUp" : nil, isBelow ? "PgDn" : nil].compactMap { $0 }
    let signs = [
      hidesGraph && !isAbove ? "PgUp: the graph" : nil,
      keys.isEmpty ? nil : "\(keys.joined(separator: " ")): more text",
    ].compactMap { $0 }
    guard !signs.isEmpty else { return }
    let text = " \(signs.joined(separator: "  ")) "
    canvas.write(text, at: Point(column: width - text.columns - 2, row: 1), Style(.key))
  }

  private mutating func paintPrompt(questionRow: Int, promptRow: Int) {
    guard session.assignment != nil || session.isLooking || screen.map != nil else { return }
    let question = screen.question + (keyToExercise.map { " It is out of view: \($0)" } ?? "")
    canvas.write(
      question.truncated(toColumns: width - 2 * ScreenPainter.margin),
      at: Point(column: ScreenPainter.margin, row: questionRow), .plain)
    self.promptRow = promptRow
    screen.prompt.paint(inRow: promptRow, of: &canvas)
  }

  private mutating func paintRemark() {
    let lines = RemarkLines(screen)
    for (row, line) in zip(lines.rows, lines.shown) {
      canvas.write(line, at: Point(column: ScreenPainter.margin, row: row))
    }
    if let sign = lines.sign, let last = lines.rows.last {
      canvas.write(sign, at: Point(column: width - sign.columns - 1, row: last), Style(.key))
    }
  }

  /// The commands that do something now; where room is short the least needed go first.
  private mutating func paintFooter() {
    var commands = Keymap.footer(of: screen)
    var columns = commands.reduce(0) { $0 + $1.footerColumns }
    for dropped in Keymap.footerDropOrder where columns > width - 1 {
      guard let place = commands.firstIndex(where: { $0.action == dropped }) else { continue }
      columns -= commands.remove(at: place).footerColumns
    }
    var column = 1
    for command in commands {
      canvas.write(command.keyName, at: Point(column: column, row: height - 1), Style(.key))
      let label = column + command.keyName.columns + 1
      canvas.write(command.label, at: Point(column: label, row: height - 1), Style(.faint))
      column += command.footerColumns
    }
  }
}
