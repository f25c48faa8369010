import RandomNumbers
import Teaching

/// A learner whose skill is known: how likely each first attempt is right, problem by problem.
struct SimulatedLearner {
  enum Kind: Hashable {
    /// Always as good.
    case steady(Double)
    /// Better from some problem on, counted from 0.
    case rising(from: Double, to: Double, at: Int)

    func probability(atProblem number: Int) -> Double {
      switch self {
      case .steady(let probability): probability
      case .rising(let low, let high, let turn): number < turn ? low : high
      }
    }
  }

  /// How much somebody's attempts at one problem go together.
  enum Entries: Hashable {
    /// A problem asks once for the skill.
    case one
    /// It asks one to four times, and in half of the problems all answers are right or all are wrong.
    case several
  }

  var kind: Kind
  var entries: Entries

  /// What was known of the learner before each problem, and whether it was called mastered by then.
  func standings(problems: Int, _ generator: inout SplitMix64) -> [Mastery.Standing] {
    var mastery = Mastery()
    return (0...problems).map { number in
      let standing = mastery[.chain]
      for observation in observations(atProblem: number, &generator) {
        mastery.observe(observation)
      }
      return standing
    }
  }

  private func observations(
    atProblem number: Int, _ generator: inout SplitMix64
  ) -> [Observation] {
    let probability = kind.probability(atProblem: number)
    func isRight() -> Bool { Double.random(in: 0..<1, using: &generator) < probability }
    let count = entries == .one ? 1 : [1, 1, 2, 3, 4][generator.next(below: 5)]
    let all = generator.next(below: 2) == 0 ? isRight() : nil
    return (0..<count).map { _ in
      Observation(.chain, isCorrect: all ?? isRight(), on: 1, at: [Double(number)])
    }
  }
}
