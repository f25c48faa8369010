/// When a mastered skill comes back, in days since 1970.
///
/// After one day, then after 2, 4, 8, 16 … more, as long as each review goes right. Doubling is the usual reading of
/// Leitner's boxes ("So lernt man lernen", 1972). Gaps serve better than cramming (Cepeda et al., "Distributed
/// practice in verbal recall tasks", 2006), and the best gap grows with the time one wants to remember (Cepeda et al.,
/// "Spacing effects in learning: A temporal ridgeline of optimal retention", 2008).
public struct Review: Hashable, Sendable {
  /// The days from the last review to the next.
  public private(set) var interval = 1
  public private(set) var dueDay: Int

  /// No skill is left alone for longer.
  public static let longestInterval = 256

  /// The first review after a skill was mastered.
  public init(masteredOn day: Int) {
    dueDay = day + interval
  }

  /// Notes that the skill was right on a day; before it is due that is no review.
  public mutating func wentRight(on day: Int) {
    guard day >= dueDay else { return }
    interval = min(2 * interval, Review.longestInterval)
    dueDay = day + interval
  }
}
