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
    /// How many points this is, of so many.
    public var points = 0.0
    public var possible = 0.0
    /// When something was done last that counts, in ISO 8601; empty where nothing was.
    public var lastTime = ""
    /// Answers that came after the deadline, and do not count.
    public var late = 0
    /// Seeds that are not of the learner's name, each with how many answers were typed to its numbers.
    public var foreignSeeds: [Int: Int] = [:]
    /// What was done, step by step; empty unless it was asked for.
    public var steps: [Marks.Step] = []
    /// What was touched, in the order of the lesson.
    public var items: [Marks.Item] = []
    /// The seed of the learner's numbers; 0 for those in the file.
    public var seed = 0
    /// How these were drawn.
    public var draw = FreshNumbers.Draw.latest
    /// What is right with these numbers, and what was typed; empty unless it was asked for.
    public var answers: [Marks.Answer] = []

    /// What is asked or was touched, in the order of the lesson.
    func allItems(of facts: LessonFacts) -> [Marks.Item] {
      let touched = Dictionary(items.map { ($0.item, $0) }) { one, _ in one }
      return facts.items.indices.compactMap { place in
        touched[place] ?? (facts.items[place].isAsked ? Marks.Item(item: place) : nil)
      }
    }

    /// Adds what was done under another spelling of the learner's name; what counts is the better of the two.
    mutating func add(_ other: Self) {
      var best = other.right > right ? other : self
      best.milliseconds = milliseconds + other.milliseconds
      best.late = late + other.late
      best.lastTime = max(lastTime, other.lastTime)
      best.steps = steps + other.steps
      best.foreignSeeds = foreignSeeds.merging(other.foreignSeeds, uniquingKeysWith: +)
      for hash in otherHashes + other.otherHashes { best.note(otherHash: hash) }
      self = best
    }

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
