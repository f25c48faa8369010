import Phrases
import TextScreen

/// The steps of a closer look as far as they are shown.
struct LookPanel {
  private let title: StyledText
  /// The steps that were taken.
  private let steps: ArraySlice<LookSheet.Step>
  private let width: Int
  /// The boxes of numbers that stand in the place of a box, and the one in hand.
  private let grid: (grid: CellGrid, focus: Int)?

  /// Columns behind the title for `   step 10 of 12   Up: more`.
  private static let standing = 27

  init(_ screen: Screen, width: Int) {
    self.width = width
    guard let sheet = screen.sheet, let step = screen.lookStep else {
      (title, steps, grid) = (StyledText(), [], nil)
      return
    }
    var title = StyledText(
      sheet.title.truncated(toColumns: max(0, width - LookPanel.standing)), Style(.strong))
    if sheet.steps.count > 1 {
      title.append("   step \(step + 1) of \(sheet.steps.count)", Style(.faint))
    }
    self.title = title
    grid = sheet.grid.map { ($0, step) }
    // Of boxes of numbers the step in hand is told alone.
    steps = grid == nil ? sheet.steps.prefix(step + 1) : sheet.steps[step...step]
  }

  /// How many lines there are where there is room for all.
  var height: Int {
    1 + steps.reduce(0) { $0 + wrapped($1).count }
      + (grid.map { CellGridLines.height(of: $0.grid) } ?? 0)
  }

  private func wrapped(_ step: LookSheet.Step) -> [StyledText] {
    step.lines.flatMap { $0.shown.wrapped(toColumns: width) }
  }

  /// The heading and the last steps that have room; what is left out of them is said.
  ///
  /// - Parameter rows: two at least.
  func lines(rows: Int) -> [StyledText] {
    let last = steps.last.map { wrapped($0) } ?? []
    if let grid {
      let boxes = CellGridLines(
        grid.grid, focus: grid.focus, rows: rows - 1 - last.count, width: width)
      return Array(([title] + boxes.lines + last).prefix(rows))
    }
    let room = rows - 1
    var shown: [[StyledText]] = []
    var count = 0
    // What is left out is not wrapped.
    for step in steps.reversed() where count <= room {
      shown.append(shown.isEmpty ? last : wrapped(step))
      count += shown[shown.count - 1].count
    }
    guard count > room else { return [title] + shown.reversed().joined() }
    guard last.count > room else {
      // Half a step would read as a whole one.
      while count > room, shown.count > 1 { count -= shown.removeLast().count }
      return [title + StyledText("   Up: more", Style(.faint))] + shown.reversed().joined()
    }
    return [title] + last.prefix(room - 1) + [StyledText("  …", Style(.faint))]
  }
}
