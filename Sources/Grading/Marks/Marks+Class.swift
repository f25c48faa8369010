public import Teaching

extension Marks {
  /// What a class did, marked afresh.
  public struct Class: Sendable {
    /// One thing that a lesson asks, over all learners.
    public struct ItemTotal: Sendable {
      public var lesson: String
      public var item: LessonKey.Item
      /// How many attempted it.
      public var learners = 0
      public var attempts = 0
      public var wrong = 0
      public var firstAttempts = 0
      public var rightAtFirst = 0
      public var hints = 0
      /// How many had it shown.
      public var shown = 0
      public var milliseconds = 0
      /// The likeliest wrong rules, the commonest first.
      public var rules: [RuleCount] = []

      public var firstTryRate: Double { Double(rightAtFirst) / Double(max(1, firstAttempts)) }
    }

    /// A wrong rule, over all learners and lessons.
    public struct RuleTotal: Hashable, Sendable {
      public var rule: WrongRule
      public var count: Int
      /// How many met it.
      public var learners: Int
    }

    /// By name.
    public let learners: LearnerList
    public let facts: [String: LessonFacts]
    /// Everything that was touched, lesson by lesson in the order of their names, in the order of the lesson.
    public let items: [ItemTotal]
    /// The commonest first.
    public let rules: [RuleTotal]
    /// The versions of lessons that are not those here, each with how many learners had it.
    public let otherVersions: [(lesson: String, hash: String, learners: Int)]

    public init(_ learners: [Marks.Learner], facts: [String: LessonFacts]) {
      self.init(packed: learners.map(PackedLearner.init), facts: facts)
    }

    public init(packed: [PackedLearner], facts: [String: LessonFacts]) {
      learners = LearnerList(packed)
      self.facts = facts
      var totals = facts.mapValues { facts in
        facts.items.map { ItemTotal(lesson: "", item: $0) }
      }
      var rules: [WrongRule: RuleTotal] = [:]
      var versions: [String: [String: Int]] = [:]
      for learner in packed.lazy.map(\.marks) {
        var met: Set<WrongRule> = []
        for lesson in learner.lessons {
          for hash in lesson.otherHashes {
            versions[lesson.lesson, default: [:]][hash, default: 0] += 1
          }
          for item in lesson.items {
            totals[lesson.lesson]?[item.item].add(item)
            for count in item.rules where count.rule != .followsFromWrong {
              let isNew = met.insert(count.rule).inserted
              rules[count.rule, default: RuleTotal(rule: count.rule, count: 0, learners: 0)]
                .add(count.count, isNew: isNew)
            }
          }
        }
      }
      items = totals.sorted { $0.key < $1.key }.flatMap { lesson, totals in
        totals.filter { $0.learners > 0 }.map { total in
          var total = total
          total.lesson = lesson
          total.rules.sort { ($1.count, $0.rule.rawValue) < ($0.count, $1.rule.rawValue) }
          return total
        }
      }
      otherVersions = versions.sorted { $0.key < $1.key }.flatMap { lesson, hashes in
        hashes.sorted { $0.key < $1.key }.map { (lesson, $0.key, $0.value) }
      }
      self.rules = rules.values.sorted {
        ($1.count, $0.rule.rawValue) < ($0.count, $1.rule.rawValue)
      }
    }
  }
}

extension Marks.Class {
  /// What is asked and fewest have right at the first attempt, the hardest first; what hardly anybody attempted says
  /// nothing of a class.
  public var hardest: [ItemTotal] {
    let most = items.map(\.learners).max() ?? 0
    let tried = items.filter { $0.item.isAsked && $0.firstAttempts > 0 && $0.learners * 10 >= most }
    return tried.enumerated().sorted { one, two in
      let (a, b) = (one.element, two.element)
      if a.firstTryRate != b.firstTryRate { return a.firstTryRate < b.firstTryRate }
      if a.wrong * b.learners != b.wrong * a.learners {
        return a.wrong * b.learners > b.wrong * a.learners
      }
      return one.offset < two.offset
    }.map(\.element)
  }

}

extension Marks.Class.ItemTotal {
  fileprivate mutating func add(_ marks: Marks.Item) {
    if marks.firstAttempts > 0 { learners += 1 }
    attempts += marks.attempts
    wrong += marks.wrong
    firstAttempts += marks.firstAttempts
    rightAtFirst += marks.rightAtFirst
    hints += marks.hints
    shown += marks.isShown ? 1 : 0
    milliseconds += marks.milliseconds
    for count in marks.rules {
      if let place = rules.firstIndex(where: { $0.rule == count.rule }) {
        rules[place].count += count.count
      } else {
        rules.append(count)
      }
    }
  }
}

extension Marks.Class.RuleTotal {
  fileprivate mutating func add(_ count: Int, isNew: Bool) {
    self.count += count
    learners += isNew ? 1 : 0
  }
}
