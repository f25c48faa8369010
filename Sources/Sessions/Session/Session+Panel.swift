import Journals
package import Lessons
import Teaching

extension Session {
  /// The panel beside an entry: that of the page, with what hints have brought back and what the learner found of it.
  package func panel(for entry: Int) -> Panel {
    let told = attempts.hintsTold(on: .entry(entry), in: progress)
    let panel = progress.panel.fuller(by: min(told, progress.panelSteps(for: entry)))
    let isFound = worksheet?.rules[entry]?.verdict.isAccepted ?? false
    return isFound ? min(panel, .blanks) : panel
  }

  /// Whether there is a panel to choose.
  package var hasPanel: Bool { focus != nil && !page.isDemonstration }

  /// Shows less of the chain rule, and after the faintest panel as much again as the page does.
  mutating func fadePanel() -> [Effect] {
    guard hasPanel else {
      remark = .noPanel
      return []
    }
    let next = progress.nextChosenPanel ?? lesson.panel(on: page)
    progress.chosenPanel = next
    remark = .panelChosen(next)
    return [record(.panel(next))]
  }
}
