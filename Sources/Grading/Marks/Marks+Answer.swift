extension Marks {
  /// Something that the lesson gives or asks, with the number that is right with the learner's own numbers.
  public struct Answer: Hashable, Sendable {
    /// The page that has it first, from 1.
    public var page: Int
    /// The name of an input, an entry or an exercise.
    public var name: String
    /// The input's number, or what is right; several steps are parted by semicolons.
    public var right: String
    /// What was typed last of what could be read.
    public var typed: String?
    /// How it stands, in the words of scripts; `given` for an input.
    public var standing: String
  }
}
