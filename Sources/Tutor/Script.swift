import Expressions
import Lessons
import Teaching

/// A scripted lesson test: one verb a line.
public struct Script: Hashable, Sendable {
  /// Something that a script does or expects.
  enum Verb: Hashable, Sendable {
    case lesson(String)
    case explore([String])
    case page(Int)
    case next, back, undo, redo, restart
    case seed(Int)
    case fill(entry: String, answer: String)
    case answer(id: String, answer: String)
    case hint(String)
    case reveal(String)
    case expectEntry(String, state: String, reason: String?)
    case expectMessage(Pattern)
    case expectHint(Pattern)
    case expectScore(Int, of: Int)
    case expectDone
    case expectPage(Int)
  }

  struct Step: Hashable, Sendable {
    var verb: Verb
    /// Whether the expectation must not hold.
    var isNegated: Bool
    var line: Int
    var text: String
  }

  let steps: [Step]

  /// Reads a script.
  ///
  /// - Parameters:
  ///   - lines: the lines of the script, without line ends.
  ///   - firstLine: the number of the first line in its file.
  /// - Throws: `ScriptFailure` with every line that cannot be read.
  public init(lines: [String], firstLine: Int = 1) throws(ScriptFailure) {
    var steps: [Step] = []
    var errors: [ScriptError] = []
    for (index, line) in lines.enumerated() {
      do {
        if let step = try Script.step(line.trimmingBlanks, line: firstLine + index) {
          steps.append(step)
        }
      } catch {
        errors.append(error)
      }
    }
    if steps.isEmpty, errors.isEmpty {
      errors.append(
        ScriptError("there is nothing in this script; write a verb a line", line: firstLine))
    }
    guard errors.isEmpty else { throw ScriptFailure(errors: errors) }
    self.steps = steps
  }

  /// Reads a line; nothing for a blank line or a comment.
  private static func step(_ line: String, line number: Int) throws(ScriptError) -> Step? {
    guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
    let isNegated = line.hasPrefix("!")
    let text = isNegated ? String(line.dropFirst()).trimmingBlanks : line
    let verb = try verb(text, line: number)
    if isNegated, !text.hasPrefix("expect") {
      throw ScriptError("'!' stands only before 'expect'; take it away", line: number)
    }
    return Step(verb: verb, isNegated: isNegated, line: number, text: line)
  }

  private static let verbs = [
    "lesson", "explore", "page", "next", "back", "seed", "undo", "redo", "restart", "fill",
    "answer",
    "hint", "reveal", "expect",
  ]

  private static func verb(_ text: String, line: Int) throws(ScriptError) -> Verb {
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingBlanks
    func alone(_ verb: Verb) throws(ScriptError) -> Verb {
      guard rest.isEmpty else {
        throw ScriptError("'\(word)' takes nothing after it; take '\(rest)' away", line: line)
      }
      return verb
    }
    func number() throws(ScriptError) -> Int {
      guard let number = Int(rest), number > 0 else {
        throw ScriptError("'\(rest)' is no page; write page 2", line: line)
      }
      return number
    }
    switch word {
    case "lesson":
      guard !rest.isEmpty else { throw ScriptError("which lesson? write lesson NAME", line: line) }
      return .lesson(rest)
    case "explore":
      let parts = rest.split(separator: ";").map { String($0).trimmingBlanks }
      guard !parts.isEmpty else {
        throw ScriptError("explore what? write explore J = w^2; w=3", line: line)
      }
      return .explore(parts)
    case "page": return .page(try number())
    case "next": return try alone(.next)
    case "back": return try alone(.back)
    case "undo": return try alone(.undo)
    case "redo": return try alone(.redo)
    case "restart": return try alone(.restart)
    case "fill":
      let (entry, answer) = try assignment(rest, "fill ENTRY = ANSWER", line: line)
      return .fill(entry: entry, answer: answer)
    case "answer":
      let (id, answer) = try assignment(rest, "answer ID = ANSWER", line: line)
      return .answer(id: id, answer: answer)
    case "seed":
      guard let seed = Int(rest), seed >= 0 else {
        throw ScriptError("'\(rest)' is no seed; write seed 3", line: line)
      }
      return .seed(seed)
    case "hint", "reveal":
      guard !rest.isEmpty else {
        throw ScriptError("\(word) what? write \(word) ENTRY", line: line)
      }
      return word == "hint" ? .hint(rest) : .reveal(rest)
    case "expect": return try expectation(rest, line: line)
    default:
      let meant = Spelling.nearest(to: word, among: verbs)
      throw ScriptError(
        "unknown verb '\(word)'"
          + (meant.map { "; did you mean '\($0)'?" }
            ?? "; a script knows \(verbs.joined(separator: ", "))"),
        line: line)
    }
  }

  /// Reads `NAME = ANSWER`, whose answer may have `=` in it.
  private static func assignment(
    _ text: String, _ form: String, line: Int
  ) throws(ScriptError) -> (name: String, answer: String) {
    guard let equals = text.firstIndex(of: "=") else {
      let word = form.prefix { $0 != " " }
      throw ScriptError("\(word) what with what? write \(form)", line: line)
    }
    let answer = text[text.index(after: equals)...]
    return (
      String(text[..<equals]).trimmingBlanks,
      String(answer.first == " " ? answer.dropFirst() : answer)
    )
  }

  private static let states = ["empty", "right", "close", "wrong", "unreadable", "revealed"]

  private static func expectation(_ text: String, line: Int) throws(ScriptError) -> Verb {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first {
    case "done" where words.count == 1: return .expectDone
    case "message", "hint":
      let word = words[0]
      let written = String(text.dropFirst(word.count)).trimmingBlanks
      guard written.count >= 2, written.hasPrefix("/"), written.hasSuffix("/"),
        let pattern = Pattern(String(written.dropFirst().dropLast()))
      else {
        throw ScriptError("'\(written)' is no pattern; write expect \(word) /REGEX/", line: line)
      }
      return word == "hint" ? .expectHint(pattern) : .expectMessage(pattern)
    case "score":
      let parts = words.count == 2 ? words[1].split(separator: "/").map { Int($0) } : []
      guard parts.count == 2, let accepted = parts[0], let asked = parts[1] else {
        throw ScriptError("write the score as expect score 3/5", line: line)
      }
      return .expectScore(accepted, of: asked)
    case "page" where words.count == 2:
      guard let number = Int(words[1]) else {
        throw ScriptError("'\(words[1])' is no page; write expect page 2", line: line)
      }
      return .expectPage(number)
    default: break
    }
    guard let place = words.lastIndex(where: states.contains), place > 0, place + 2 >= words.count
    else {
      throw ScriptError(
        "cannot read 'expect \(text)'; write expect ENTRY STATE with a state of "
          + states.joined(separator: ", "), line: line)
    }
    let reasons = Verdict.allReasonWords
    if let reason = words.dropFirst(place + 1).first, !reasons.contains(reason) {
      let meant = Spelling.nearest(to: reason, among: reasons).map { "did you mean '\($0)'?" }
      throw ScriptError(
        "unknown reason '\(reason)'; \(meant ?? "there are such as upstream-only, sign and own-operand")",
        line: line)
    }
    return .expectEntry(
      words[..<place].joined(separator: " "), state: words[place],
      reason: place + 1 < words.count ? words[place + 1] : nil)
  }
}
