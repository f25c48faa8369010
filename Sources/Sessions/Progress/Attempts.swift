public import Teaching

/// What a learner made of everything that was asked, from the first attempt on. Undo takes nothing of it back.
public struct Attempts: Hashable, Sendable {
  /// Something asked with certain numbers; the same with other numbers is another one.
  package enum Item: Hashable, Sendable {
    case entry(graph: Int, Numbers, Int)
    case exercise(Numbers, Int)
  }

  /// Which numbers the graph of something asked has.
  package enum Numbers: Hashable, Sendable {
    /// Those in the file.
    case given
    case drawn(seed: Int, FreshNumbers.Draw)
  }

  /// What became of one item.
  package struct Effort: Hashable {
    /// Whether the first attempt was right; a hint before it counts as a miss. None before any.
    package var isRightAtFirst: Bool?
    package var wrong = 0
    package var helps = 0
    package var isShown = false
    package var isAccepted = false
    /// Whether a wrong rule was typed before the first attempt.
    package var hasMissedRule = false
  }

  /// What a first attempt says of a skill, and when it was made, in ISO 8601; empty for one of this very session.
  package struct Evidence: Hashable {
    package var observation: Observation
    package var time: String
  }

  package private(set) var efforts: [Item: Effort] = [:]
  package private(set) var evidence: [Evidence] = []
  /// How many hints were told on each item.
  package private(set) var hints: [Item: Int] = [:]
  /// How often each wrong rule was the likeliest reason.
  private(set) var wrongRules: [WrongRule: Int] = [:]

  package init() {}

  /// What first attempts said of skills, in their order.
  public var observations: [Observation] { evidence.map(\.observation) }

  /// Notes an answer.
  ///
  /// - Parameter observe: what it says of skills as a first attempt.
  package mutating func note(
    _ verdict: Verdict, at item: Item, _ time: String, observe: (FirstAttempt) -> [Observation]
  ) {
    if case .unreadable = verdict { return }
    var effort = efforts[item] ?? Effort()
    if effort.isRightAtFirst == nil {
      effort.isRightAtFirst = verdict.isAccepted
      // An estimate is accepted, and shows another skill than the one asked.
      if verdict.closeness != .nudgeEstimate, !effort.hasMissedRule {
        add(observe(.answered(verdict)), time)
      }
    }
    if verdict.isAccepted {
      effort.isAccepted = true
    } else {
      effort.wrong += 1
      if let rule = verdict.reasons.first?.rule, rule != .followsFromWrong {
        wrongRules[rule, default: 0] += 1
      }
    }
    efforts[item] = effort
  }

  /// Notes a rule that was typed before a number; a wrong one tells of the skill, and the number then tells no more.
  mutating func note(
    rule verdict: Verdict, at item: Item, _ time: String, observe: (FirstAttempt) -> [Observation]
  ) {
    guard case .wrong = verdict else { return }
    var effort = efforts[item] ?? Effort()
    guard effort.isRightAtFirst == nil, !effort.hasMissedRule else { return }
    effort.hasMissedRule = true
    add(observe(.answered(verdict)), time)
    efforts[item] = effort
  }

  /// Counts a hint, so that the next one is another.
  mutating func noteHint(at item: Item) { hints[item, default: 0] += 1 }

  /// Notes a hint, a closer look or a shown answer.
  mutating func noteHelp(
    at item: Item, isShown: Bool, _ time: String, observe: (FirstAttempt) -> [Observation]
  ) {
    var effort = efforts[item] ?? Effort()
    guard !effort.isAccepted else { return }
    if effort.isRightAtFirst == nil {
      effort.isRightAtFirst = false
      add(observe(.helped), time)
    }
    if isShown { effort.isShown = true } else { effort.helps += 1 }
    efforts[item] = effort
  }

  private mutating func add(_ observations: [Observation], _ time: String) {
    evidence += observations.map { Evidence(observation: $0, time: time) }
  }
}
