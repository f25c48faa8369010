public import Teaching

extension Marks {
  /// What a learner did in one lesson.
  public struct Lesson: Sendable {
    public var lesson: String
    /// The hashes of other versions of the lesson's file that the learner had.
    public var otherHashes: [String] = []
    /// What is right or close in the end, and how much the lesson asks.
    public var right = 0
    public var asked = 0
    public var milliseconds = 0
    /// What was touched, in the order of the lesson.
    public var items: [Marks.Item] = []
    /// The seed of the learner's numbers; 0 for those in the file.
    public var seed = 0
    /// How these were drawn.
    public var draw = FreshNumbers.Draw.latest
    /// What is right with these numbers, and what was typed; empty unless it was asked for.
    public var answers: [Marks.Answer] = []

    func total(_ count: (Marks.Item) -> Int) -> Int {
      items.reduce(0) { $0 + count($1) }
    }

    /// Notes another version of the lesson; what the journal calls its hash is anybody's text.
    mutating func note(otherHash text: String) {
      // Most records name a version that was noted before.
      guard !otherHashes.contains(text) else { return }
      let hash = String(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(16))
      if !otherHashes.contains(hash), otherHashes.count < Marks.Lesson.hashLimit {
        otherHashes.append(hash)
      }
    }

    /// Nobody has more versions of one lesson, unless they are made up.
    private static let hashLimit = 8
  }
}
