import Drawings
import GraphLayout
package import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// Pages of text, and the rows that they have.
extension Screen {
  /// Whether the text of the page fills the screen, and not the graph with its entries.
  package var isReading: Bool {
    switch mode {
    case .summary: true
    case .look, .map: false
    case .page: session.focus == nil
    }
  }

  /// The rows of the screen that a page of text has.
  package var readingRows: Range<Int> {
    let isBare = session.assignments.isEmpty || showsSummary
    return 2..<max(2, size.height - (isBare ? 2 : 4) - RemarkLines(self).rows.count)
  }

  package var textWidth: Int { size.width - 2 * ScreenPainter.margin }

  /// The text of a page without what it asks.
  package static func prose(of page: Lesson.Page) -> [Prose] {
    page.blocks.compactMap { block in
      if case .prose(let prose) = block { prose } else { nil }
    }
  }

  /// What was made of the lesson so far, or of the work that was handed in.
  var summaryLines: [StyledText] {
    let isReport = session.isHandedIn
    let title = isReport ? "Handed in and marked" : "What you have done"
    let lines =
      isReport
      ? ExamReportRows(ExamReport(of: session), of: session, for: voice).lines(width: textWidth)
      : LessonSummary(of: session).lines(width: textWidth)
    return [StyledText(title, Style(.strong)), StyledText()] + lines
  }

  /// The most lines of the page's text that can be scrolled away.
  private var scrollLimit: Int {
    if showsSummary {
      return max(0, summaryLines.count - readingRows.count)
    }
    if isReading { return max(0, ReadingPage(self).height - readingRows.count) }
    let lines = workText.lines.count
    let graphHeight = view.picture?.layout.size.height ?? 0
    guard lines + graphHeight > graphRoom.height else { return 0 }
    return scrollStep + max(0, lines - graphRoom.height)
  }

  /// The lines by which a key scrolls.
  private var scrollStep: Int { max(1, size.height / 2) }

  /// The text of a page that asks entries.
  ///
  /// Of a page that is done it begins with the table of the graph's nodes, where that has no room beside the graph.
  ///
  /// - Returns: its lines, and how many of the last ones were earned by what the page asks.
  var workText: (lines: [StyledText], rewardCount: Int) {
    let text = WorkText(self)
    guard showsNodeTable, let table = nodeTable else { return (text.lines, 0) }
    let others = text.rewardCount + (view.picture?.layout.size.height ?? 0)
    let isCut = table.lines(rows: max(WorkPanel.height, graphRoom.height + 3 - others)).isCut
    guard isCut else { return (text.lines, text.rewardCount) }
    let gap = text.lines.isEmpty ? [] : [StyledText()]
    return (table.whole + gap + text.lines, text.rewardCount)
  }

  /// The graph's nodes with their numbers.
  var nodeTable: NodeTableLines? {
    session.worksheet.map { worksheet in
      NodeTableLines(
        NodeTable(
          session, on: worksheet, limit: Screen.mostNodesInTable, isASCII: voice.isASCII),
        width: textWidth)
    }
  }

  private static let mostNodesInTable = 100

  /// The first line of that text that is shown where it has the place of the graph: what brings it there does not scroll
  /// it.
  var workScroll: Int { max(0, scroll - scrollStep) }

  /// Scrolls the text of the page, or the list of commands where it lies over it.
  package mutating func scroll(by lines: Int) {
    guard !showsCommands else {
      listScroll = min(max(0, listScroll + lines), CommandList(self).scrollLimit)
      return
    }
    scroll = min(max(0, scroll + lines), scrollLimit)
    followsExercise = false
  }

  /// The most columns by which the graph of a page of text can be moved.
  package var panLimit: Int { max(0, (view.picture?.layout.size.width ?? 0) - textWidth) }

  /// Scrolls the text so that the exercise that the learner works at is in view, its end before its beginning.
  package mutating func showExercise() {
    followsExercise = true
    guard let index = session.assignment?.exercise else { return }
    let page = ReadingPage(self)
    guard let rows = page.rows(ofExercise: index) else { return }
    let room = readingRows.count
    if rows.lowerBound < scroll || rows.upperBound > scroll + room {
      scroll = max(0, min(rows.lowerBound, rows.upperBound - room))
      if rows.count <= room { scroll = max(0, rows.upperBound - room) }
    }
    scroll = min(scroll, max(0, page.height - room))
  }

  /// Scrolls the text of a page that was just done so that what stands below its last exercise is in view: what was
  /// hidden before, and the rule that was found.
  mutating func showReward() {
    guard isReading, let index = session.assignment?.exercise else { return showExercise() }
    // What is shown now follows from the answer.
    derive()
    let page = ReadingPage(self)
    guard let rows = page.rows(ofExercise: index) else { return }
    followsExercise = true
    let end = max(0, page.height - readingRows.count)
    scroll = min(end, max(scroll, rows.lowerBound))
  }

  /// Brings what stands below all that a page of entries asked into view, over the graph where it has no room beside it.
  mutating func showRewardOfWork() {
    derive()
    var painter = ScreenPainter(self)
    _ = painter.painted()
    guard painter.hidesReward else { return }
    let text = workText
    scroll = scrollStep + max(0, text.lines.count - text.rewardCount)
  }

  /// Scrolls what the tutor says by pages, where it goes on there.
  ///
  /// - Returns: whether it did; else the keys scroll the page's text.
  package mutating func scrollRemark(by pages: Int) -> Bool {
    let lines = RemarkLines(self)
    let start = min(remarkScroll, lines.scrollLimit)
    let next = min(max(0, start + pages * lines.rows.count), lines.scrollLimit)
    guard next != start else { return false }
    remarkScroll = next
    return true
  }

  package mutating func openSummary() {
    mode = .summary
    scroll = 0
    prompt.clear()
  }

  package mutating func closeSummary() {
    changing { screen in
      screen.mode = .page
      screen.scroll = 0
      screen.session.comeBack()
      screen.mapRemark = nil
      screen.say()
      screen.showExercise()
    }
  }
}
