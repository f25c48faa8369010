import Drawings
public import Teaching

/// A line of the menu: a lesson, or practice, with where the learner stands in it.
public struct MenuItem: Hashable, Sendable {
  /// What a line of the menu opens.
  public enum Kind: Hashable, Sendable {
    case lesson
    /// A lesson that cannot be opened; the summary says why.
    case brokenLesson
    case practice
  }

  public var kind = Kind.lesson
  public var name: String
  public var title: String
  /// A line about the lesson.
  public var summary: String
  /// Entries that are right or close, of those that the lesson asks; of practice the skills that are known.
  public var accepted: Int
  public var asked: Int
  /// Entries that were shown and not earned back.
  public var shown: Int
  /// Whether the learner was in the lesson, whatever they answered.
  public var isBegun: Bool
  /// About how many minutes all that is left takes; `nil` where nobody knows.
  public var minutes: Int?
  /// How many skills are due for review today: all of them for practice, else those that the lesson exercises.
  public var dueCount: Int

  /// A lesson; nothing is done in it unless told.
  public init(
    name: String, title: String, summary: String, accepted: Int = 0, asked: Int = 0,
    shown: Int = 0, isBegun: Bool? = nil, minutes: Int? = nil, dueCount: Int = 0
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.accepted = accepted
    self.asked = asked
    self.shown = shown
    self.isBegun = isBegun ?? (accepted > 0)
    self.minutes = minutes
    self.dueCount = dueCount
  }

  /// A lesson that cannot be opened, and why.
  public init(broken name: String, because reason: String) {
    self.init(name: name, title: name, summary: reason)
    kind = .brokenLesson
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
      accepted: known, asked: skills.count,
      dueCount: skills.count { mastery[$0].isDue(on: day) })
    kind = .practice
  }

  public var isBroken: Bool { kind == .brokenLesson }

  /// Whether nothing of the lesson is open.
  public var isDone: Bool { kind == .lesson && asked > 0 && accepted + shown >= asked }

  /// Where the learner stands, in a word or two.
  public var standing: String {
    switch kind {
    case .brokenLesson: return "cannot be read"
    case .practice: return joined(asked == 0 ? "" : "\(accepted) of \(asked) known")
    case .lesson: break
    }
    if isDone {
      return joined(shown == 0 ? "done \(EntryMark.rightMark)" : "done, \(shown) shown")
    }
    if isBegun { return joined(asked > 0 ? "begun \(accepted) of \(asked)" : "begun") }
    return joined("new")
  }

  /// The same in a sentence; empty of what nothing is known.
  public var sentence: String {
    let due = dueCount == 0 ? "" : " \(MenuItem.dueSkills(dueCount).capitalised) due for review."
    let time = minutes.map { ", about \($0) minutes" } ?? ""
    switch kind {
    case .brokenLesson: return "Cannot be read; \(summary.ended)"
    case .practice: return asked == 0 ? "" : "\(accepted) of \(asked) skills are known.\(due)"
    case .lesson where isDone:
      return (shown == 0 ? "Done." : "Done, \(shown) shown.") + due
    case .lesson where isBegun:
      return
        "Begun, \(accepted) of \(asked) done\(minutes.map { "; about \($0) minutes left" } ?? "").\(due)"
    case .lesson: return "New\(time)."
    }
  }

  private func joined(_ words: String) -> String {
    dueCount == 0 ? words : words.isEmpty ? "\(dueCount) due" : "\(words), \(dueCount) due"
  }

  static func dueSkills(_ count: Int) -> String {
    count == 1 ? "1 skill is" : "\(count) skills are"
  }
}
