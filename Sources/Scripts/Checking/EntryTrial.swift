import Expressions
import FullScreen
import Lessons
import Phrases
import Teaching

/// What has to hold of any entry, whatever its graph and its numbers.
struct EntryTrial {
  private(set) var findings: [LessonTrial.Finding] = []

  private let index: Int
  private let key: AnswerKey
  private var name: String { key.list.entries[index].name }

  init(of index: Int, in key: AnswerKey) {
    self.index = index
    self.key = key
    checkSpellings()
    checkTolerance()
    checkWrongRules()
    checkNonsense()
    checkLastHint()
  }

  private mutating func require(
    _ holds: Bool, _ typed: String, _ expected: String, _ verdict: Verdict
  ) {
    guard !holds else { return }
    let reasons =
      verdict.reasonWords.isEmpty ? "" : " " + verdict.reasonWords.joined(separator: ", ")
    findings.append(
      LessonTrial.Finding(
        what: "\(name) = \(typed)", expected: expected, found: verdict.word + reasons))
  }

  /// However it is written, the key is right.
  private mutating func checkSpellings() {
    for typed in EntryTrial.spellings(of: key.value(of: index)) {
      let verdict = key.check(typed, for: index)
      require(verdict.word == "right", typed, "right, since it is the key", verdict)
    }
  }

  /// A number as its shortest digits, with a power of ten, as a fraction, and as typed with a word processor.
  static func spellings(of number: Double) -> [String] {
    let text = number.shortestText
    let doubled = number + number
    return [
      text, text.contains("e") ? text.uppercased() : "\(text)e0",
      doubled.isFinite ? "\(doubled.shortestText)/2" : "(\(text))/1",
      text.hasPrefix("-") ? " −\(text.dropFirst()) " : " +\(text) ",
    ]
  }

  /// What is off by ten times what an answer may be off is not right; only a nudge may be so far from the key.
  private mutating func checkTolerance() {
    let right = key.value(of: index)
    let shift = max(abs(right) * 0.01, 1e-8)
    for moved in [right + shift, right - shift] where moved.isFinite {
      let typed = moved.shortestText
      let verdict = key.check(typed, for: index)
      require(
        !verdict.isAccepted || verdict.closeness == .nudgeEstimate, typed,
        "not right, since the key is \(right.shortestText)", verdict)
    }
  }

  /// A wrong rule whose number is nobody else's is named first.
  private mutating func checkWrongRules() {
    for (rule, value) in key.distinctMistakes(at: index) {
      // Arithmetic counts as exact, so that no other rule's number is met by rounding.
      let typed = "1*\(value.shortestText)"
      let verdict = key.check(typed, for: index)
      require(
        verdict.word == "wrong" && verdict.reasons.first?.rule == rule, typed,
        "wrong \(rule.rawValue)", verdict)
    }
  }

  /// What no name makes a formula is unreadable, and never wrong.
  private mutating func checkNonsense() {
    for typed in ["(", "1..2", "3 4", "?!"] {
      let verdict = key.check(typed, for: index)
      require(verdict.word == "unreadable", typed, "unreadable", verdict)
    }
  }

  /// The last hint shows a computation, and who computes it is right.
  private mutating func checkLastHint() {
    guard let hint = Wording.hints(for: index, in: key, voice: .fullScreen(isASCII: false)).last
    else {
      findings.append(
        LessonTrial.Finding(what: name, expected: "a hint", found: "there is none"))
      return
    }
    let left = hint.computation.flatMap { hint.text.contains($0) ? $0 : nil }
    let verdict = left.map { key.check($0, for: index) }
    guard verdict?.isAccepted != true else { return }
    findings.append(
      LessonTrial.Finding(
        what: "the last hint on \(name)", expected: "a hint that leads to it",
        found: "'\(hint.text)', and \(left ?? "nothing") is \(verdict?.word ?? "left")"))
  }
}
