import Phrases
import Sessions
import TextScreen

/// Closer looks on the screen: one step after another.
extension Screen {
  /// The step of the closer look that is shown last, if one is open.
  package var lookStep: Int? {
    if case .look(let step) = mode { step } else { nil }
  }

  /// Whether a box is shown in boxes of numbers.
  package var showsCells: Bool { lookStep != nil && sheet?.grid != nil }

  /// The step with which a closer look begins.
  var firstLookStep: Int {
    if case .cells(_, let first)? = session.look { first } else { 0 }
  }

  /// Goes up or down by rows of the boxes of numbers, where there is one.
  package mutating func stepLook(byRows rows: Int) {
    guard let step = lookStep, let sheet, let grid = sheet.grid else { return }
    let next = step + rows * grid.width
    if sheet.steps.indices.contains(next) { mode = .look(step: next) }
  }

  package mutating func closeLook() {
    session.closeLook()
    mode = .page
    prompt.clear()
    mapRemark = nil
    say()
  }

  /// Takes a step forward or back; behind the last the look closes.
  package mutating func stepLook(by count: Int) {
    guard let step = lookStep, let sheet else { return }
    guard step + count < sheet.steps.count else {
      closeLook()
      return
    }
    mode = .look(step: max(0, step + count))
  }

  /// What Enter does while a look is open: another step, or another thing to look at.
  ///
  /// - Returns: whether it did; else what is typed is an answer.
  package mutating func submitToLook() -> Bool {
    guard session.isLooking else { return false }
    let typed = prompt.text
    return changing { screen in
      guard !typed.allSatisfy(\.isWhitespace), !screen.prompt.isSelected else {
        screen.stepLook(by: 1)
        return true
      }
      guard screen.session.lookElsewhere(typed) else { return false }
      if screen.session.remark == .nothing {
        screen.mode = .look(step: 0)
        screen.prompt.clear()
      } else {
        screen.prompt = LineEditor(selecting: typed)
      }
      screen.mapRemark = nil
      screen.say()
      return true
    }
  }
}
