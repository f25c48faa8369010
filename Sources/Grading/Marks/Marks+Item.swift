import Sessions
import Teaching

extension Marks {
  /// What became of one thing that the lesson asks, over all numbers that it was asked with.
  public struct Item: Hashable, Sendable {
    /// The item of the lesson's key.
    public var item: Int
    /// Answers that could be read.
    public var attempts = 0
    public var wrong = 0
    public var unreadable = 0
    /// Hints and closer looks.
    public var hints = 0
    public var isShown = false
    /// How it stands in the end, in the words of scripts.
    public var state = "empty"
    /// How often it was attempted with new numbers, and how often it was right then at once, without help.
    public var firstAttempts = 0
    public var rightAtFirst = 0
    public var milliseconds = 0
    /// The likeliest wrong rules, each with how often it was met, in the order of first meeting.
    public var rules: [RuleCount] = []
  }
}

extension Marks.Item {
  /// Whether it is right or close in the end.
  public var isFound: Bool { state == "right" || state == "close" }

  /// Counts an answer.
  mutating func count(_ verdict: Verdict, _ milliseconds: Int) {
    self.milliseconds += milliseconds
    if case .unreadable = verdict {
      unreadable += 1
      return
    }
    attempts += 1
    guard !verdict.isAccepted else { return }
    wrong += 1
    guard let rule = verdict.reasons.first?.rule else { return }
    if let place = rules.firstIndex(where: { $0.rule == rule }) {
      rules[place].count += 1
    } else {
      rules.append(Marks.RuleCount(rule))
    }
  }

  /// Adds what became of the item with certain numbers.
  mutating func add(_ effort: Attempts.Effort) {
    if let isRight = effort.isRightAtFirst {
      firstAttempts += 1
      rightAtFirst += isRight ? 1 : 0
    }
    hints += effort.helps
    isShown = isShown || effort.isShown
  }
}
