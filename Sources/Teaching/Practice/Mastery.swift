/// How well a learner knows each skill, from first attempts in the order in which they were made.
public struct Mastery: Hashable, Sendable {
  /// How a learner stands with one skill.
  public struct Standing: Hashable, Sendable {
    /// What is believed of the level, in the light of all attempts.
    fileprivate var belief: KnowledgeTracing.Belief
    /// The problem of the last attempt.
    fileprivate var problem: Problem?
    /// How many problems were attempted; each counts once, however much of it asked for the skill.
    public fileprivate(set) var problems = 0
    public fileprivate(set) var attempts = 0
    public fileprivate(set) var right = 0
    public fileprivate(set) var lastDay: Int?
    /// When it comes back; `nil` unless it is mastered.
    public fileprivate(set) var review: Review?

    fileprivate init(_ belief: KnowledgeTracing.Belief) { self.belief = belief }

    /// How likely the next first attempt is right.
    public var probability: Double { belief.probability }
    public var isMastered: Bool { probability >= KnowledgeTracing.masteryThreshold }
    public var wasMet: Bool { attempts > 0 }
    public var support: Support { Support(atProbability: probability, after: problems) }

    public func isDue(on day: Int) -> Bool { review.map { day >= $0.dueDay } ?? false }
  }

  /// What was made of the problem of the last attempt so far.
  fileprivate struct Problem: Hashable {
    var values: [Double]
    /// What was believed before it.
    var belief: KnowledgeTracing.Belief
    var attempts = 0
    var right = 0
  }

  public let tracing: KnowledgeTracing
  private var standings: [Skill: Standing] = [:]

  public init(
    _ observations: some Sequence<Observation> = [], tracing: KnowledgeTracing = .standard
  ) {
    self.tracing = tracing
    for observation in observations { observe(observation) }
  }

  /// How the learner stands with a skill.
  public subscript(skill: Skill) -> Standing { standings[skill] ?? Standing(tracing.prior) }

  /// Takes in a first attempt; attempts in a row on the same graph with the same numbers are one problem.
  public mutating func observe(_ observation: Observation) {
    var standing = self[observation.skill]
    standing.observe(observation, tracing)
    standings[observation.skill] = standing
  }

  /// The skills that practice serves unasked: those of the course, and others once they were met.
  public var practisedSkills: [Skill] {
    Skill.allCases.filter { $0.isCore || self[$0].wasMet }
  }

  /// What to practise now, the weakest first and among equals the earlier in the course; `nil` when it is enough.
  ///
  /// A skill that was just practised waits for some others where there are any: mixed problems are remembered better
  /// than the same one over and over (Rohrer and Taylor, "The shuffling of mathematics problems improves learning",
  /// 2007), and nobody is held at what does not come yet.
  ///
  /// - Parameters:
  ///   - day: today, in days since 1970.
  ///   - skills: those to choose from; `nil` for `practisedSkills`.
  ///   - recent: what was practised before, the last at the end.
  public func next(
    on day: Int, among skills: [Skill]? = nil, after recent: [Skill] = []
  ) -> Practice? {
    let wanted = Set(skills ?? practisedSkills)
    let open = Skill.allCases.filter {
      wanted.contains($0) && (!self[$0].isMastered || self[$0].isDue(on: day))
    }
    let rested = open.filter { !recent.suffix(Mastery.rest).contains($0) }
    var weakest: Skill?
    for skill in rested.isEmpty ? open : rested {
      if let other = weakest, self[other].probability <= self[skill].probability { continue }
      weakest = skill
    }
    return weakest.map { practice(of: $0, on: day) }
  }

  /// For how many problems a skill waits after it was practised.
  static let rest = 2

  /// Whether nothing is left to practise on a day.
  public func isEnough(on day: Int, among skills: [Skill]? = nil) -> Bool {
    next(on: day, among: skills) == nil
  }

  /// The day on which the first mastered skill comes back.
  public func nextDueDay(among skills: [Skill]? = nil) -> Int? {
    (skills ?? practisedSkills).compactMap { self[$0].review?.dueDay }.min()
  }

  /// How a skill is practised now, whether or not that is needed.
  public func practice(of skill: Skill, on day: Int) -> Practice {
    let standing = self[skill]
    let occasion: Practice.Occasion =
      !standing.wasMet
      ? .new : !standing.isMastered ? .weak : standing.isDue(on: day) ? .review : .chosen
    return Practice(skill, occasion, standing.support)
  }
}

extension Mastery.Standing {
  fileprivate mutating func observe(_ observation: Observation, _ tracing: KnowledgeTracing) {
    attempts += 1
    if observation.isCorrect { right += 1 }
    lastDay = max(lastDay ?? observation.day, observation.day)
    believe(observation, tracing)
    if observation.isCorrect {
      review?.wentRight(on: observation.day)
    } else {
      review = nil
    }
    if !isMastered {
      review = nil
    } else if review == nil {
      review = Review(masteredOn: observation.day)
    }
  }

  private mutating func believe(_ observation: Observation, _ tracing: KnowledgeTracing) {
    var current: Mastery.Problem
    if let problem, !observation.values.isEmpty, problem.values == observation.values {
      current = problem
    } else {
      current = Mastery.Problem(
        values: observation.values,
        belief: problem == nil ? belief : tracing.belief(afterProblem: belief))
      problems += 1
    }
    current.attempts += 1
    if observation.isCorrect { current.right += 1 }
    problem = current
    belief = tracing.belief(
      current.belief, observing: Double(current.right) / Double(current.attempts))
  }
}
