import Teaching
import TextScreen
import Tutor

extension Session {
  /// Presses a key and returns what the host has to do then.
  @discardableResult
  mutating func press(_ key: Key) -> [Effect] {
    Keymap.messages(for: key, in: self).flatMap { update($0) }
  }

  /// Presses keys one after another.
  mutating func press(_ keys: Key...) {
    for key in keys { press(key) }
  }

  /// Types a text key by key.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Types some answers, each with Enter.
  mutating func enter(_ answers: String...) {
    for answer in answers {
      type(answer)
      press(.enter)
    }
  }

  /// Does what a learner may do, whatever key or word it is given by.
  @discardableResult
  mutating func act(_ message: Message) -> [Effect] {
    update(message)
  }

  /// Does a slice of a long computation, which is said to take so long.
  @discardableResult
  mutating func workOnce(seconds: Double = 0.03) -> [Effect] {
    update(.work) + update(.worked(seconds: seconds))
  }

  /// Does all that is left of a long computation.
  mutating func finishWork() {
    while isWorking { workOnce() }
  }

  /// The name of the entry in hand.
  var focusedName: String? { focusedEntry?.name }

  /// The word for how an entry of the page's graph stands.
  func state(_ name: String) -> String? {
    worksheet.flatMap { sheet in sheet.key.list.index(of: name).map { sheet.states[$0].word } }
  }
}
