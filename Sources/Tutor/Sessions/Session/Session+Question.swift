import Lessons
import Teaching

extension Session {
  /// What the entry or exercise in hand asks, on one line; empty on a page that asks nothing.
  public var question: String {
    if map != nil {
      return "type a name to find it; the arrows go along wires and to the next box"
    }
    if let look { return Wording.question(in: look, of: self) }
    if let worksheet, let focus {
      let question = Wording.question(for: focus, in: worksheet.key)
      let isShown = page.isDemonstration && worksheet.states[focus].isOpen
      return isShown ? "\(question) Enter shows it" : question
    }
    return exercise.map { Wording.question(in: $0.exercise, $0.work) } ?? ""
  }
}
