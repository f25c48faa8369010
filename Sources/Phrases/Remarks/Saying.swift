package import Sessions

/// What the tutor says, in words.
package struct Saying: Hashable, Sendable {
  package var text: String
  package var tone: Remark.Tone

  package init(_ text: String, _ tone: Remark.Tone = .neutral) {
    self.text = text
    self.tone = tone
  }
}
