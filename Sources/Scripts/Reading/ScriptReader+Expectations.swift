import Expressions
import Lessons
import Teaching
import TextScreen

extension ScriptReader {
  /// Reads what stands after `expect`.
  func expectation(_ text: String) throws(Fault) -> Script.Expectation {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first {
    case "done" where words.count == 1: return .done
    case "message": return .message(try pattern(rest(of: text), after: "expect message"))
    case "hint": return .hint(try pattern(rest(of: text), after: "expect hint"))
    case "score":
      let parts = words.count == 2 ? words[1].split(separator: "/").map { Int($0) } : []
      guard parts.count == 2, let accepted = parts[0], let asked = parts[1] else {
        throw Fault("write the score as expect score 3/5")
      }
      return .score(accepted, of: asked)
    case "page" where words.count == 2:
      guard let number = Int(words[1]) else {
        throw Fault("'\(words[1])' is not a page; write expect page 2")
      }
      return .page(number)
    case "value" where words.dropFirst(2).dropLast().contains("="):
      // A cell and an array may have blanks in them.
      let sign = words.firstIndex(of: "=") ?? 2
      return .value(
        words[1..<sign].joined(separator: " "), words[(sign + 1)...].joined(separator: " "))
    case "rule" where words.count > 2:
      let words = Array(words.dropFirst())
      let (name, state, reason) = try standing(words, text)
      return .rule(name, state: state, reason: reason)
    default:
      let (name, state, reason) = try standing(words, text)
      return .entry(name, state: state, reason: reason)
    }
  }

  private func rest(of text: String) -> String {
    String(text.drop { !$0.isWhitespace }).trimmingBlanks
  }

  /// Reads `ENTRY STATE [REASON]`.
  private func standing(
    _ words: [String], _ text: String
  ) throws(Fault) -> (name: String, state: String, reason: String?) {
    // The one word that is a state and a reason may stand twice.
    let isTwice = words.count > 2 && words.suffix(2).allSatisfy { $0 == "unreadable" }
    let last = isTwice ? words.count - 2 : words.lastIndex(where: Script.states.contains)
    guard let place = last, place > 0,
      place + 2 >= words.count
    else {
      throw Fault(
        "cannot read 'expect \(text)'; write expect ENTRY STATE with a state of "
          + Script.states.joined(separator: ", "))
    }
    let reasons = Verdict.allReasonWords
    if let reason = words.dropFirst(place + 1).first, !reasons.contains(reason) {
      let meant = Spelling.nearest(to: reason, among: reasons).map { "did you mean '\($0)'?" }
      throw Fault(
        "unknown reason '\(reason)'; \(meant ?? "there are such as upstream-only, sign and own-operand")"
      )
    }
    return (
      words[..<place].joined(separator: " "), words[place],
      place + 1 < words.count ? words[place + 1] : nil
    )
  }

  /// Reads `ENTRY COLOUR`.
  func cell(_ text: String) throws(Fault) -> Script.Expectation {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let colors = Style.Color.allCases.map(\.rawValue) + [Script.noColor]
    guard words.count > 1, let word = words.last else {
      throw Fault("write the entry and its colour as cell dJ/dw green")
    }
    let name = words.dropLast().joined(separator: " ")
    guard colors.contains(word) else {
      let advice =
        Spelling.nearest(to: word, among: colors).map { "did you mean '\($0)'?" }
        ?? "there are \(colors.joined(separator: ", "))"
      throw Fault("'\(word)' is not a colour of an entry; \(advice)")
    }
    return .cell(name, Style.Color(rawValue: word))
  }

  /// Reads `/REGEX/`.
  func pattern(_ text: String, after words: String) throws(Fault) -> Pattern {
    guard text.count >= 2, text.hasPrefix("/"), text.hasSuffix("/"),
      let pattern = Pattern(String(text.dropFirst().dropLast()))
    else { throw Fault("'\(text)' is not a pattern; write \(words) /REGEX/") }
    return pattern
  }
}
