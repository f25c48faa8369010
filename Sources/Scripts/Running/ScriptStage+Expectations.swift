import Autodiff
import Expressions
import FullScreen
import Lessons
import Sessions
import Teaching
import TextScreen

extension ScriptStage {
  /// What a script finds where it expects something else; `nil` if the expectation holds.
  ///
  /// - Throws: `LookupFailure` where it names something that is not there.
  func mismatch(
    _ expectation: Script.Expectation, isNegated: Bool, pictures: [String: String]
  ) throws(LookupFailure) -> ScriptRun.Mismatch? {
    let (holds, mismatch) = try result(of: expectation, pictures)
    guard holds == isNegated else { return nil }
    var told = mismatch
    if isNegated {
      told.expected = mismatch.expected.map { "not \($0)" }
      // What must not hold has no other value that could be written in its place.
      told.update = nil
      told.details = []
    }
    return told
  }

  /// Whether the answer that stands somewhere was not accepted.
  func refuses(_ name: String) -> Bool {
    guard let assignment = try? session.assignment(called: name) else { return false }
    let state = session.progress.state(of: assignment)
    return !state.isAccepted && !state.isAnswered
  }

  /// What the page still asks, behind the score.
  private var open: String {
    let names = session.assignments.filter(session.progress.isOpen).map(session.progress.name)
    guard !names.isEmpty else { return "" }
    let more = names.count - ScriptStage.openLimit
    return "; still open: " + names.prefix(ScriptStage.openLimit).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }

  /// So many of the things that are open are named.
  private static let openLimit = 5

  /// Whether an expectation holds, and what to say if that is not as it should be.
  private func result(
    of expectation: Script.Expectation, _ pictures: [String: String]
  ) throws(LookupFailure) -> (holds: Bool, ScriptRun.Mismatch) {
    switch expectation {
    case .entry(let name, let state, let reason):
      return standing(of: try session.assignment(called: name), name, state, reason)
    case .rule(let name, let state, let reason):
      return standing(ofRuleFor: try session.entry(called: name), name, state, reason)
    case .message(let pattern): return saying(pattern, "message")
    case .hint(let pattern): return saying(pattern, "hint")
    case .score(let accepted, let asked):
      let now = "\(session.score.accepted)/\(session.score.asked)"
      return (
        session.score == (accepted, asked),
        ScriptRun.Mismatch(
          expected: "the score \(accepted)/\(asked)", found: "the score is \(now)",
          update: .line("expect score \(now)"))
      )
    case .done:
      return (
        session.isDone,
        ScriptRun.Mismatch(
          expected: "all that the page asks done",
          found: "the score is \(session.score.accepted)/\(session.score.asked)\(open)")
      )
    case .value(let name, let typed): return try value(of: name, typed)
    case .page(let number):
      return (
        session.pageNumber == number,
        ScriptRun.Mismatch(
          expected: "page \(number)", found: "this is page \(session.pageNumber)",
          update: .line("expect page \(session.pageNumber)"))
      )
    case .row(let pattern):
      let row = canvas.text.firstIndex { pattern.isFound(in: $0) }
      return (
        row != nil,
        ScriptRun.Mismatch(
          expected: "/\(pattern.text)/ in a row of the screen",
          found: row.map { "it is in row \($0 + 1)" } ?? "it is in no row")
      )
    case .cell(let name, let color): return try cell(of: name, color)
    case .picture(let name): return picture(name, stored: pictures[name])
    }
  }

  /// Whether a quantity of the graph is a number, at the digits that are written.
  private func value(
    of name: String, _ typed: String
  ) throws(LookupFailure) -> (holds: Bool, ScriptRun.Mismatch) {
    guard let key = session.shownWorksheet?.key, let array = key.array(called: name) else {
      throw LookupFailure("the page has no graph with a quantity '\(name)'")
    }
    let found = array.text { $0.readable().shortestText }
    return (
      array.isTrue(typed),
      ScriptRun.Mismatch(
        expected: "\(name) = \(typed)", found: "\(name) is \(found)",
        update: .line("expect value \(name) = \(found)"))
    )
  }

  private func standing(
    of assignment: Assignment, _ name: String, _ state: String, _ reason: String?
  ) -> (holds: Bool, ScriptRun.Mismatch) {
    let last = session.progress.lastVerdict(of: assignment)?.word
    let standing = session.progress.state(of: assignment).word
    // What could not be read leaves what was there, so only the last verdict tells of it.
    let isUnreadable = last == "unreadable"
    let isInState = state == "unreadable" ? isUnreadable : standing == state
    let reasons = session.progress.lastVerdict(of: assignment)?.reasonWords ?? []
    var found = "\(name) is \(isUnreadable ? "\(standing), last unreadable" : standing)"
    if let reason, isInState, !reasons.contains(reason) {
      let named =
        reasons.isEmpty ? "there are none" : "there are \(reasons.joined(separator: ", "))"
      found = "\(name) is \(standing), but '\(reason)' is not among its reasons; \(named)"
    }
    if !said.isEmpty { found += "; the tutor said: \(said)" }
    let now = isUnreadable ? "unreadable" : standing
    let newReason = reason == nil ? nil : reasons.first
    return (
      isInState && (reason.map(reasons.contains) ?? true),
      ScriptRun.Mismatch(
        expected: "\(name) \(state)" + (reason.map { " for the reason \($0)" } ?? ""), found: found,
        update: .line("expect \(name) \(now)" + (newReason.map { " \($0)" } ?? "")))
    )
  }

  private func standing(
    ofRuleFor entry: Int, _ name: String, _ state: String, _ reason: String?
  ) -> (holds: Bool, ScriptRun.Mismatch) {
    let verdict = session.worksheet?.rules[entry]?.verdict
    let word = verdict?.word ?? "empty"
    let reasons = verdict?.reasonWords ?? []
    let found =
      verdict == nil
      ? "no rule was typed for \(name)"
      : "the rule for \(name) is \(word)"
        + (reasons.isEmpty ? "" : " for \(reasons.joined(separator: ", "))")
        + "; the tutor said: \(said)"
    let newReason = reason == nil ? nil : reasons.first
    return (
      word == state && (reason.map(reasons.contains) ?? true),
      ScriptRun.Mismatch(
        expected: "the rule for \(name) \(state)" + (reason.map { " for the reason \($0)" } ?? ""),
        found: found,
        update: .line("expect rule \(name) \(word)" + (newReason.map { " \($0)" } ?? "")))
    )
  }

  private func saying(_ pattern: Pattern, _ word: String) -> (holds: Bool, ScriptRun.Mismatch) {
    (
      pattern.isFound(in: said),
      ScriptRun.Mismatch(
        expected: "a \(word) with /\(pattern.text)/",
        found: said.isEmpty ? "the tutor said nothing" : "the tutor said: \(said)",
        update: Pattern.whole(said).map { .line("expect \(word) /\($0.text)/") })
    )
  }

  private func cell(
    of name: String, _ color: Style.Color?
  ) throws(LookupFailure) -> (holds: Bool, ScriptRun.Mismatch) {
    func word(_ color: Style.Color?) -> String { color?.rawValue ?? Script.noColor }
    let expected = "\(name) in \(word(color))"
    guard let place = screen?.place(of: try session.entry(called: name)) else {
      return (
        false,
        ScriptRun.Mismatch(
          expected: expected,
          found: "\(name) is not on the screen; go to it, or make the screen larger")
      )
    }
    let now = canvas[place].style.role.color
    return (
      now == color,
      ScriptRun.Mismatch(
        expected: expected, found: "\(name) is in \(word(now))",
        update: .line("cell \(name) \(word(now))"))
    )
  }

  private func picture(_ name: String, stored: String?) -> (holds: Bool, ScriptRun.Mismatch) {
    let now = canvas.picture
    let update = ScriptRun.Update.picture(name: name, now)
    let expected = "the stored picture '\(name)'"
    guard let stored else {
      return (
        false,
        ScriptRun.Mismatch(
          expected: expected, found: "there is no such picture; --update stores it", update: update)
      )
    }
    guard stored != now else {
      let found = "the screen is the stored picture '\(name)'"
      return (true, ScriptRun.Mismatch(expected: expected, found: found))
    }
    let difference = PictureDifference(stored: stored, now: now, height: canvas.size.height)
    return (
      false,
      ScriptRun.Mismatch(
        expected: expected, found: difference.summary, details: difference.lines, update: update)
    )
  }

  /// The screen as it is painted; an empty one where the script has none.
  private var canvas: Canvas { screen?.canvas() ?? Canvas(size: Size(width: 0, height: 0)) }
}
