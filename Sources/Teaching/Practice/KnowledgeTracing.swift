import Glibc

/// Traces how good somebody is at a skill, from first attempts at one problem after another.
///
/// Knowledge tracing (Corbett and Anderson, "Knowledge tracing: Modeling the acquisition of procedural knowledge",
/// 1995) has two levels, known or not. Whoever is right three times in five is at neither, and a few right answers in a
/// row call the skill known for certain. Here there are twenty levels, each a share of first attempts that are right,
/// and a chance to rise with each problem: between the two of knowledge tracing and the continuum of logistic models, as
/// in Pelánek, "Conceptual issues in mastery criteria: Differentiating uncertainty and degrees of knowledge" (2018).
/// Days do not count here; see `Review` for that.
public struct KnowledgeTracing: Hashable, Sendable {
  /// What is known of somebody's level: how likely each is.
  public struct Belief: Hashable, Sendable {
    fileprivate var likelihoods: [Double]

    /// How likely the next first attempt is right.
    public var probability: Double {
      zip(likelihoods, KnowledgeTracing.levels).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// - Parameter weights: of each level, none negative and not all 0.
    fileprivate init(weights: [Double]) {
      let sum = weights.reduce(0, +)
      likelihoods = weights.map { $0 / sum }
    }
  }

  /// The shares of first attempts that may be right. Nobody is taken for never or always right, so that whatever was
  /// done before, what comes next can show otherwise.
  public static let levels = (0..<20).map { (Double($0) + 0.5) / 20 }

  /// What is believed before the first attempt.
  public let prior: Belief
  /// How likely somebody rises with a problem.
  public let learn: Double
  /// How likely all is otherwise from one problem to the next, for better or worse, so that no past outweighs the present.
  public let change: Double

  /// - Parameters:
  ///   - tilt: before the first attempt a level is as likely as its share to this power; 0 makes all equally likely.
  ///   - learn: how likely somebody rises with a problem.
  ///   - change: how likely all is otherwise.
  /// - Precondition: `tilt` is not negative, `learn` and `change` are more than 0 and together less than 1.
  public init(tilt: Double, learn: Double, change: Double) {
    precondition(tilt >= 0, "to be good at something is no less likely than not to be")
    precondition(learn > 0 && change > 0 && learn + change < 1, "problems change something")
    prior = Belief(weights: KnowledgeTracing.levels.map { pow($0, tilt) })
    self.learn = learn
    self.change = change
  }

  /// The parameters of every skill.
  ///
  /// They are fitted to simulated learners: half of them steadily right with 30, 45, 60, 75, 90 or 97 %, half rising from
  /// one of the lower of these to 90 or 97 % after 4, 9 or 14 problems, with one entry a problem or with one to four,
  /// which go together as often as not. Of the tilts 0 to 1.5, the chances to rise 0.02 to 0.06 and to change 0 to
  /// 0.02 these were taken: each tenth of what is shown is within 10 points of what is true, steady learners see their
  /// own share within 10 points (within 11 with 30 % after 8 problems), and no more than one in thirty of those who stay
  /// at 60 % is ever called sure within 30 problems. `CalibrationTests` holds all this of
  /// other learners of these kinds, to whom nothing was fitted, and prints the tables; there what
  /// is shown below 30 % is up to 12 points too low.
  public static let standard = KnowledgeTracing(tilt: 0.8, learn: 0.02, change: 0.02)

  /// From here on a skill counts as mastered: nine of ten first attempts right, as far as can be told.
  ///
  /// Where the threshold lies matters more than the model: Pelánek and Řihák, "Analysis and design of mastery learning
  /// criteria" (2018). Eight problems in a row without a miss reach it from nothing.
  public static let masteryThreshold = 0.9

  /// What is believed in the light of a problem.
  ///
  /// The attempts at one problem go together, so that all of them are one observation, and the share of those that were
  /// right is its outcome.
  public func belief(_ belief: Belief, observing share: Double) -> Belief {
    Belief(
      weights: zip(belief.likelihoods, KnowledgeTracing.levels).map { likelihood, level in
        likelihood * pow(level, share) * pow(1 - level, 1 - share)
      })
  }

  /// What is believed before the next problem, when something may have changed since the last.
  ///
  /// Who rises is at a level as likely as it was before the first attempt, among those that are not lower.
  public func belief(afterProblem belief: Belief) -> Belief {
    var weights: [Double] = []
    // How likely no lower level was before the first attempt.
    var notBelow = 1.0
    // How likely somebody rises from one of the levels so far, for each unit of the prior.
    var rising = 0.0
    for (likelihood, prior) in zip(belief.likelihoods, prior.likelihoods) {
      rising += learn * likelihood / notBelow
      weights.append((1 - learn - change) * likelihood + (rising + change) * prior)
      notBelow -= prior
    }
    return Belief(weights: weights)
  }
}
