import Teaching
import TextScreen

/// What a learner made of a lesson: how many first attempts were right, what went well, which wrong rule came up most,
/// and what to practise.
struct LessonSummary {
  private let attempts: Attempts
  private let score: (accepted: Int, asked: Int)

  /// - Parameter session: a session with all that was done in it, in earlier runs of the program too.
  init(of session: Session) {
    attempts = session.attempts
    score = session.wholeScore
  }

  /// How many first attempts at something that exercises a skill were right.
  private struct Tally {
    var skill: Skill
    var right = 0
    var all = 0
  }

  private var tallies: [Tally] {
    Skill.allCases.compactMap { skill in
      let own = attempts.observations.filter { $0.skill == skill }
      guard !own.isEmpty else { return nil }
      return Tally(skill: skill, right: own.count(where: \.isCorrect), all: own.count)
    }
  }

  /// The skills that were missed, the most often missed first.
  private var missed: [Tally] {
    tallies.enumerated().filter { $0.element.right < $0.element.all }
      .sorted {
        let (first, second) = ($0.element, $1.element)
        return (second.all - second.right, $0.offset) < (first.all - first.right, $1.offset)
      }
      .map(\.element)
  }

  /// The likeliest wrong rule of the most answers; none where no rule was recognised.
  private var commonest: (rule: WrongRule, count: Int)? {
    WrongRule.allCases.compactMap { rule in attempts.wrongRules[rule].map { (rule, $0) } }
      .max { $0.1 < $1.1 }
  }

  /// The summary, from the whole to what comes next.
  func lines(width: Int) -> [StyledText] {
    rows("/").flatMap { LessonSummary.lines($0.head, $0.text, width: width) }
  }

  /// The same in sentences.
  var sentences: [String] {
    var head = ""
    return rows(" of ").map { row in
      if !row.head.isEmpty { head = row.head.capitalised }
      return "\(head): \(row.text.text)".ended
    }
  }

  /// What is summed up, each with a heading, or none where it belongs to the one before.
  ///
  /// - Parameter outOf: what stands between a number and all that there are.
  private func rows(_ outOf: String) -> [(head: String, text: StyledText)] {
    let efforts = attempts.efforts.values
    let attempted = efforts.count { $0.isRightAtFirst != nil }
    let atFirst = efforts.count { $0.isRightAtFirst == true }
    let shown = efforts.count(where: \.isShown)
    var rows: [(head: String, text: StyledText)] = [
      ("right now", StyledText("\(score.accepted) of \(score.asked)")),
      (
        "at first",
        StyledText("\(atFirst) of \(attempted)", Style(.success))
          + StyledText(" first attempts were right; a hint counts as a miss")
          + StyledText(shown == 0 ? "" : "; \(shown) \(shown == 1 ? "was" : "were") shown")
      ),
    ]
    let well = tallies.filter { $0.right == $0.all }.map {
      "\($0.skill.title) \($0.right)\(outOf)\($0.all)"
    }
    if !well.isEmpty {
      rows.append(("went well", StyledText(well.joined(separator: ", "))))
    }
    if let (rule, count) = commonest {
      let times = count == 1 ? "once" : "\(count) times"
      rows.append(("most often", StyledText(rule.title, Style(.wrong)) + StyledText(", \(times)")))
    }
    for tally in missed.prefix(2) {
      let head = rows.contains { $0.head == "to practise" } ? "" : "to practise"
      rows.append(
        (
          head,
          StyledText(tally.skill.title, Style(.strong))
            + StyledText(" \(tally.right)\(outOf)\(tally.all): \(tally.skill.rule)")
        ))
    }
    if let skill = missed.first?.skill {
      rows.append(("", StyledText("backprop practice \(skill.rawValue)", Style(.code))))
    } else if atFirst == attempted {
      rows.append(("to practise", StyledText("nothing of this; it went well at the first attempt")))
    }
    return rows
  }

  /// A heading, and its text beside it.
  private static func lines(_ head: String, _ text: StyledText, width: Int) -> [StyledText] {
    let indent = 13
    return text.wrapped(toColumns: max(10, width - indent)).enumerated().map { row, line in
      let first = row == 0 ? head : ""
      let blanks = String(repeating: " ", count: max(0, indent - first.columns))
      return StyledText(first + blanks, Style(.faint)) + line
    }
  }
}
