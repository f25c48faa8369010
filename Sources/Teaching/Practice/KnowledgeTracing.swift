/// Bayesian knowledge tracing: how likely a skill is known, from right and wrong first attempts.
///
/// Corbett and Anderson, "Knowledge tracing: Modeling the acquisition of procedural knowledge", User Modeling and
/// User-Adapted Interaction 4 (1995), 253–278. A skill is known or not; each attempt is evidence, by Bayes' theorem,
/// and a chance to learn. Nothing is forgotten here; see `Review` for that.
public struct KnowledgeTracing: Hashable, Sendable {
  /// P(L0), that it is known before the first attempt.
  public let prior: Double
  /// P(T), that it is learned at an attempt.
  public let learn: Double
  /// P(S), that the answer is wrong though it is known.
  public let slip: Double
  /// P(G), that the answer is right though it is not known.
  public let guess: Double

  /// - Precondition: a slip has at most 0.1 and a guess at most 0.3. These bounds, common since Baker, Corbett and
  ///   Aleven, "More accurate student modeling through contextual estimation of slip and guess probabilities"
  ///   (2008), keep the model from degenerating: a right answer then speaks for knowing, a wrong one against it.
  public init(prior: Double, learn: Double, slip: Double, guess: Double) {
    precondition(prior > 0 && prior < 1, "nothing is certain before the first attempt")
    precondition(learn > 0 && learn < 1, "an attempt is a chance to learn")
    precondition(slip > 0 && slip <= 0.1, "slips are possible and rare")
    precondition(guess > 0 && guess <= 0.3, "guesses are possible and rare")
    self.prior = prior
    self.learn = learn
    self.slip = slip
    self.guess = guess
  }

  /// The parameters of every skill; with them three right first attempts are mastery, and two are not.
  ///
  /// Nobody has fitted them to learners of this course. They are values that tutors start from before they have data:
  /// - prior 0.25: between the 0.1 that OATutor gives every skill and an even chance; a course came before practice.
  /// - learn 0.15: OATutor has 0.1; here each attempt is answered with the reason.
  /// - slip 0.1: OATutor's value, and the bound of Baker et al. (2008); it is arithmetic, by hand.
  /// - guess 0.2: below the bound of 0.3. Numbers are typed and not chosen, but 1 is often right by luck.
  ///
  /// OATutor: Pardos et al., "OATutor: An open-source adaptive tutoring system" (2023), its `bktParams`.
  public static let standard = KnowledgeTracing(prior: 0.25, learn: 0.15, slip: 0.1, guess: 0.2)

  /// From here on a skill counts as mastered: Corbett and Anderson (1995).
  public static let masteryThreshold = 0.95

  /// No probability rises above this.
  ///
  /// Rounded to 1 it could never fall again. At 0.99 one miss leads below the threshold, however much was right
  /// before.
  public static let ceiling = 0.99

  /// The probability that a skill is known, in the light of an attempt and before anything is learned from it.
  public func posterior(_ known: Double, observing isCorrect: Bool) -> Double {
    let ifKnown = known * (isCorrect ? 1 - slip : slip)
    let ifNot = (1 - known) * (isCorrect ? guess : 1 - guess)
    return ifKnown / (ifKnown + ifNot)
  }

  /// The probability that a skill is known after an attempt.
  public func probability(_ known: Double, afterObserving isCorrect: Bool) -> Double {
    let posterior = posterior(known, observing: isCorrect)
    return min(posterior + (1 - posterior) * learn, KnowledgeTracing.ceiling)
  }
}
