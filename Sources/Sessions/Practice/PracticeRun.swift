public import Lessons
public import Teaching

/// Problems one after another, the weakest skill first, until it is enough.
public struct PracticeRun: Sendable {
  public private(set) var mastery: Mastery
  /// Today, in days since 1970.
  private let day: Int
  /// The skills that the learner wants to practise; `nil` for those of the course and all that were met.
  private let skills: [Skill]?
  /// The number of the next problem, from which its graph and its numbers follow.
  private var number: Int
  private var served: [Skill] = []
  private var memory: PracticeMemory
  /// Whether the learner goes on though it is enough.
  private var isWaived = false

  /// - Parameters:
  ///   - observations: what the journal says of the learner's first attempts.
  ///   - memory: the problems that were served before, which do not come back soon.
  ///   - number: the number of the first problem, for one that is to be repeated whatever was served before; else it
  ///     goes on from what was done.
  public init(
    _ observations: [Observation], on day: Int, among skills: [Skill]? = nil,
    after memory: PracticeMemory = PracticeMemory(), from number: Int? = nil
  ) {
    self.memory = number == nil ? memory : PracticeMemory()
    mastery = Mastery(observations)
    self.day = day
    self.skills = skills
    self.number = number ?? observations.count + 1
  }

  /// Whether every skill that is practised here is known, for today.
  public var isEnough: Bool { mastery.isEnough(on: day, among: skills) }

  /// The next problem; where it is enough, one only if the learner has said to go on all the same.
  ///
  /// - Throws: `LessonFailure` where a problem cannot be opened; none is known that cannot.
  public mutating func next() throws(LessonFailure) -> Session? {
    guard let practice = mastery.next(on: day, among: skills, after: served) ?? chosen else {
      return nil
    }
    let problem = try PracticeProblem(practice, seed: number, after: memory)
    memory.note(problem)
    var session = try Session(practising: problem, number: number)
    session.today = day
    served.append(practice.skill)
    number += 1
    return session
  }

  /// Serves what was asked for by name even where it is known well.
  private var chosen: Practice? {
    guard isWaived || skills != nil && served.isEmpty else { return nil }
    let all = skills ?? mastery.practisedSkills
    return all.min { served.count(of: $0) < served.count(of: $1) }
      .map { mastery.practice(of: $0, on: day) }
  }

  /// How many problems were served.
  public var problemCount: Int { served.count }

  /// Problems between two looks at how the learner stands.
  private static let problemsBetweenOverviews = 5

  /// Whether it is time to show how the learner stands: at the beginning, after some problems, and when it is enough.
  public var isOverviewDue: Bool {
    isEnough || problemCount.isMultiple(of: PracticeRun.problemsBetweenOverviews)
  }

  /// Goes on though it is enough.
  public mutating func waive() { isWaived = true }

  /// Takes in what first attempts in a session say.
  public mutating func finish(_ session: Session) {
    for observation in session.attempts.observations { mastery.observe(observation) }
  }

  /// How the learner stands with each skill, and what comes next.
  package var standing: PracticeOverview {
    PracticeOverview(
      mastery, on: day, among: skills ?? mastery.practisedSkills, after: served)
  }
}

extension [Skill] {
  fileprivate func count(of skill: Skill) -> Int { count { $0 == skill } }
}
