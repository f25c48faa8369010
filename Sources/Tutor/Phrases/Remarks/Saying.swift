/// What the tutor says, in words.
struct Saying: Hashable, Sendable {
  var text: String
  var tone: Remark.Tone

  init(_ text: String, _ tone: Remark.Tone = .neutral) {
    self.text = text
    self.tone = tone
  }
}
