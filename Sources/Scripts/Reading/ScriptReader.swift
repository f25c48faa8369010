import Expressions
import FullScreen
import Lessons
import Sessions
import Teaching
import TextScreen

/// Reads the lines of a script, and gathers those that cannot be read.
struct ScriptReader {
  private(set) var steps: [Script.Step] = []
  private(set) var errors: [ScriptError] = []
  private var hasScreen = false

  /// What is wrong with a line, and what to do.
  struct Fault: Error {
    var message: String

    init(_ message: String) {
      self.message = message
    }
  }

  /// Reads a line; a blank line or a comment is nothing.
  mutating func read(_ line: String, number: Int) {
    let text = ScriptReader.withoutComment(line.trimmingBlanks)
    guard !text.isEmpty else { return }
    let isNegated = text.hasPrefix("!")
    do throws(Fault) {
      let verb = try verb(isNegated ? String(text.dropFirst()).trimmingBlanks : text)
      if isNegated {
        guard case .expect = verb else {
          throw Fault("'!' stands only before expect, see, cell and picture; take it away")
        }
      }
      steps.append(Script.Step(verb: verb, isNegated: isNegated, line: number, text: text))
    } catch {
      errors.append(ScriptError(error.message, line: number))
    }
  }

  /// A line without the comment that ends it: `#` at its beginning, or between blanks behind something.
  ///
  /// What is typed or pasted is taken as it stands, and a pattern up to its last `/`.
  private static func withoutComment(_ text: String) -> String {
    if text.hasPrefix("#") { return "" }
    let word = text.drop { $0 == "!" || $0 == " " }.prefix { !$0.isWhitespace }
    guard !["type", "paste"].contains(word) else { return text }
    let signs = text.indices.filter { place in
      let next = text.index(after: place)
      return text[place] == "#" && text[text.index(before: place)].isWhitespace
        && (next == text.endIndex || text[next].isWhitespace)
    }
    let hasPattern =
      word == "see" || text.contains(/^!?\s*expect\s+(?:message|hint)\s+\//)
    let comment =
      hasPattern
      ? text.hasSuffix("/") ? nil : signs.last { text[..<$0].trimmingBlanks.hasSuffix("/") }
      : signs.first
    return comment.map { text[..<$0].trimmingBlanks } ?? text
  }

  private mutating func verb(_ text: String) throws(Fault) -> Script.Verb {
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingBlanks
    switch word {
    case "lesson":
      guard !rest.isEmpty else { throw Fault("which lesson? write lesson NAME") }
      return .lesson(rest)
    case "explore":
      let parts = rest.split(separator: ";").map { String($0).trimmingBlanks }
      guard !parts.isEmpty else { throw Fault("explore what? write explore J = w^2; w=3") }
      return .explore(parts)
    case "page":
      guard let number = Int(rest), number > 0 else {
        throw Fault("'\(rest)' is not a page; write page 2")
      }
      return .page(number)
    case "next": return try alone(.next, word, rest)
    case "back": return try alone(.back, word, rest)
    case "undo": return try alone(.undo, word, rest)
    case "redo": return try alone(.redo, word, rest)
    case "restart": return try alone(.restart, word, rest)
    case "hand-in": return try alone(.handIn, word, rest)
    case "exam": return try exam(rest)
    case "fill":
      let (entry, answer) = try assignment(rest, "fill ENTRY = ANSWER")
      return .fill(entry: entry, answer: answer)
    case "answer":
      let (id, answer) = try assignment(rest, "answer ID = ANSWER")
      return .answer(id: id, answer: answer)
    case "seed": return try seed(rest)
    case "hint", "reveal":
      guard !rest.isEmpty else { throw Fault("\(word) what? write \(word) ENTRY") }
      return word == "hint" ? .hint(rest) : .reveal(rest)
    case "step", "rate", "beta", "optimizer":
      guard let request = DescentRequest(text) else {
        throw Fault(
          "cannot read '\(text)'; write step, step 20, rate 0.1, beta 0.9 or optimizer adam")
      }
      return .descend(request)
    case "expect": return .expect(try expectation(rest))
    case "screen":
      // What follows is not told to need a screen, when the size of this one alone is wrong.
      hasScreen = true
      return .screen(try size(rest, word))
    case "key", "type", "paste", "resize", "see", "cell", "picture":
      return try verbOnScreen(word, rest)
    default:
      let meant = Spelling.nearest(to: word, among: Script.verbs)
      throw Fault(
        "unknown verb '\(word)'"
          + (meant.map { "; did you mean '\($0)'?" }
            ?? "; a script knows \(Script.verbs.joined(separator: ", "))"))
    }
  }

  /// Reads `N [draw M]`.
  private func seed(_ text: String) throws(Fault) -> Script.Verb {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let seed = words.first.flatMap({ Int($0) }), Session.seeds.contains(seed),
      words.count == 1 || words.dropFirst().first == "draw"
    else { throw Fault("'\(text)' is not a seed; write seed 3") }
    guard words.count > 1 else { return .seed(seed, .latest) }
    guard words.count == 3, let way = Int(words[2]).flatMap({ FreshNumbers.Draw(rawValue: $0) })
    else { throw Fault("'\(text)' names no draw; write seed \(seed) draw 1, or draw 2") }
    return .seed(seed, way)
  }

  /// Reads `SPEC [SEED]`; a specification may have blanks.
  private func exam(_ text: String) throws(Fault) -> Script.Verb {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw Fault("an exam on what? write exam 2-2-2 7") }
    var seed = 1
    if words.count > 1, let number = words.last.flatMap({ Int($0) }) {
      guard Session.seeds.contains(number), number > 0 else {
        throw Fault("'\(number)' is not a seed of an exam; write exam 2-2-2 7")
      }
      seed = number
      words.removeLast()
    }
    return .exam(words.joined(separator: " "), seed: seed)
  }

  private func verbOnScreen(_ word: String, _ rest: String) throws(Fault) -> Script.Verb {
    guard hasScreen else { throw Fault("'\(word)' needs a screen; write screen 80 24 above it") }
    switch word {
    case "key":
      guard !rest.isEmpty else { throw Fault("which key? write key NAME, such as key Tab") }
      guard let key = Key(named: rest) else {
        throw Fault("no key is called '\(rest)'; \(Key.advice(on: rest))")
      }
      return .key(key)
    case "type":
      guard !rest.isEmpty else { throw Fault("type what? write type TEXT") }
      return .type(rest)
    case "paste":
      guard !rest.isEmpty else {
        throw Fault("paste what? write paste TEXT, with \\n for line ends")
      }
      return .key(.paste(ScriptReader.pasted(rest)))
    case "resize": return .resize(try size(rest, word))
    case "see": return .expect(.row(try pattern(rest, after: word)))
    case "cell": return .expect(try cell(rest))
    default:
      let isName = !rest.isEmpty && rest.count <= 100 && rest.allSatisfy(ScriptReader.isPlain)
      guard isName else {
        throw Fault("'\(rest)' is not a picture name; write letters, digits, '-' and '_'")
      }
      return .expect(.picture(rest))
    }
  }

  /// Whether a character may stand in the name of a file on any system, and leads to no other folder.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }

  /// The text of a paste, in which `\n` is a line end, `\t` a tab and `\\` a backslash; without control characters, as
  /// a terminal gives it.
  private static func pasted(_ text: String) -> String {
    var pasted = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        pasted += ["n": "\n", "t": "\t", "\\": "\\"][character] ?? "\\\(character)"
      } else if character != "\\", !character.isControl {
        pasted.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return isEscaped ? "\(pasted)\\" : pasted
  }

  private func alone(
    _ verb: Script.Verb, _ word: String, _ rest: String
  ) throws(Fault) -> Script.Verb {
    guard rest.isEmpty else {
      throw Fault("'\(word)' takes nothing after it; take '\(rest)' away")
    }
    return verb
  }

  /// Reads `NAME = ANSWER`, whose answer may have `=` in it.
  private func assignment(
    _ text: String, _ form: String
  ) throws(Fault) -> (name: String, answer: String) {
    guard let equals = text.firstIndex(of: "=") else {
      let word = form.prefix { $0 != " " }
      throw Fault("\(word) what with what? write \(form)")
    }
    let answer = text[text.index(after: equals)...]
    return (
      String(text[..<equals]).trimmingBlanks,
      String(answer.first == " " ? answer.dropFirst() : answer)
    )
  }

  private func size(_ text: String, _ word: String) throws(Fault) -> Size {
    let numbers = text.split(whereSeparator: \.isWhitespace).map { Int($0) }
    let limit = Script.largestScreen
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
      (1...limit.width).contains(width), (1...limit.height).contains(height)
    else {
      throw Fault(
        "'\(text)' is not a screen size; write \(word) 80 24, columns up to \(limit.width) and "
          + "rows up to \(limit.height)")
    }
    return Size(width: width, height: height)
  }
}
