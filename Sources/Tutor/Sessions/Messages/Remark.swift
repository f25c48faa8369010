/// What the tutor says.
public struct Remark: Hashable, Sendable {
  public enum Tone: Hashable, Sendable {
    case neutral
    /// An answer was accepted.
    case success
    /// An answer was wrong.
    case wrong
    /// Something is to be noticed, and is no verdict of wrong.
    case notice
  }

  public var tone: Tone
  public var text: String

  public init(_ text: String, _ tone: Tone = .neutral) {
    self.text = text
    self.tone = tone
  }
}
