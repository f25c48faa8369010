import Drawings
public import Teaching

/// A line of the menu: a lesson, or practice, with where the learner stands in it.
public struct MenuItem: Hashable, Sendable {
  public var name: String
  public var title: String
  /// A line about the lesson.
  public var summary: String
  /// Entries that are right or close, of those that the lesson asks.
  public var accepted: Int
  public var asked: Int
  /// Whether the lesson cannot be opened; the summary says why.
  public var isBroken = false

  /// A lesson; nothing is done in it unless told.
  public init(
    name: String, title: String, summary: String, accepted: Int = 0, asked: Int = 0
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.accepted = accepted
    self.asked = asked
  }

  /// A lesson that cannot be opened, and why.
  public init(broken name: String, because reason: String) {
    self.init(name: name, title: name, summary: reason)
    isBroken = true
  }

  /// Practice, with what is due in it.
  public init(practice mastery: Mastery, on day: Int) {
    let skills = mastery.practisedSkills
    let known = skills.count { mastery[$0].isMastered }
    let next =
      mastery.next(on: day).map { "; next is \($0.skill.title)" } ?? "; enough for today"
    self.init(
      name: "practice", title: "Practice",
      summary: "Problems made for you, the weakest skill first\(next).",
      accepted: known, asked: skills.count)
  }

  /// Where the learner stands.
  public var standing: String {
    if isBroken { return "cannot be read" }
    return progress
  }

  private var progress: String {
    accepted == 0
      ? "" : accepted == asked ? "done \(EntryMark.rightMark)" : "\(accepted)/\(asked)"
  }
}
