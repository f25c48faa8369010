import Phrases
import Sessions
import TextScreen

/// Closer looks on the screen: one step after another.
extension Screen {
  /// The step of the closer look that is shown last, if one is open.
  package var lookStep: Int? {
    if case .look(let step) = mode { step } else { nil }
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
