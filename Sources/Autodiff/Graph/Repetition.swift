import Expressions

/// A line that stands for a node of each step: `h_t = tanh(w x_t + u h_{t-1}) for t = 1..3`.
///
/// Only the index below the line changes: `_t`, `_{t-1}`, `ₜ`, and the t of `x[t - 1]`.
struct Repetition {
  /// No more nodes than these are written out.
  static let nodeLimit = 1000

  let index: String
  let range: ClosedRange<Int>
  /// What is repeated.
  let text: String

  /// - Returns: `nil` where a text does not end in `for t = 1..3`.
  /// - Throws: `RepetitionError` where it does and cannot be unfolded.
  init?(_ text: String) throws(RepetitionError) {
    guard let (body, index, bounds) = Repetition.parts(of: text[...]) else { return nil }
    let ends = bounds.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 3, ends[1].isEmpty, let first = Int(ends[0].trimmingBlanks),
      let last = Int(ends[2].trimmingBlanks)
    else { throw .bounds(bounds.trimmingBlanks) }
    guard first <= last else { throw .empty(first, last) }
    guard last - first < Repetition.nodeLimit else { throw .tooMany(last - first + 1) }
    self.index = index
    range = first...last
    self.text = body
    if let wrong = misplaced(in: body) { throw .misplacedIndex(wrong.typed, wrong.meant) }
  }

  /// What stands before ` for t = 1..3`, the t, and its bounds.
  private static func parts(of text: Substring) -> (body: String, index: String, bounds: String)? {
    guard let word = text.lastRange(of: " for ") else { return nil }
    let tail = text[word.upperBound...]
    guard let equals = tail.firstIndex(of: "=") else { return nil }
    let index = String(tail[..<equals]).trimmingBlanks
    guard index.count == 1, index.first?.isLetter ?? false else { return nil }
    return (
      String(text[..<word.lowerBound]), index, String(tail[tail.index(after: equals)...])
    )
  }

  /// The lines, one for each step.
  var lines: [String] { range.map { Repetition.replacing(index, by: $0, in: text) } }

  /// The text with `sum(… for t = 1..3)` written out.
  static func writingSums(in text: String) throws(RepetitionError) -> String {
    guard text.contains(" for "), let open = text.range(ofCall: "sum"),
      let close = text.closing(of: open.upperBound)
    else { return text }
    let inner = String(text[open.upperBound..<close])
    guard let repetition = try Repetition(inner) else { return text }
    let terms = repetition.lines.map { "(\($0.trimmingBlanks))" }.joined(separator: " + ")
    let rest = String(text[text.index(after: close)...])
    return "\(text[..<open.lowerBound])(\(terms))\(try writingSums(in: rest))"
  }

  /// `h_t-1`, which is not `h_{t-1}`.
  private func misplaced(in text: String) -> (typed: String, meant: String)? {
    let characters = Array(text)
    for place in characters.indices.dropLast(3)
    where characters[place] == "_" && String(characters[place + 1]) == index
      && "+-".contains(characters[place + 2]) && characters[place + 3].isNumber
    {
      let start =
        characters[..<place].lastIndex { !$0.isLetter && !$0.isNumber }.map { $0 + 1 } ?? 0
      let name = String(characters[start..<place])
      let tail = String(characters[(place + 2)...].prefix { "+-".contains($0) || $0.isNumber })
      return ("\(name)_\(index)\(tail)", "\(name)_{\(index)\(tail)}")
    }
    return nil
  }

  /// The text with a number for an index.
  private static func replacing(_ index: String, by number: Int, in text: String) -> String {
    let characters = Array(text)
    var result = ""
    var place = 0
    var depth = 0
    func isName(_ at: Int) -> Bool {
      characters.indices.contains(at)
        && (characters[at].isLetter || characters[at].isNumber || characters[at] == "_")
    }
    while place < characters.count {
      let character = characters[place]
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == "_", let (step, end) = offset(characters, place + 1, index) {
        result += "_\(number + step)"
        place = end
      } else if character == "ₜ", index == "t" {
        let (step, end) = lowered(characters, place + 1)
        result += "_\(number + step)"
        place = end
      } else if depth > 0, String(character) == index, !isName(place - 1), !isName(place + 1) {
        result += String(number)
        place += 1
      } else {
        result.append(character)
        place += 1
      }
    }
    return result
  }

  /// What `t` or `{t-1}` behind a `_` adds to the step, and where it ends.
  private static func offset(
    _ characters: [Character], _ start: Int, _ index: String
  ) -> (step: Int, end: Int)? {
    guard start < characters.count else { return nil }
    if String(characters[start]) == index {
      let next = start + 1
      let goesOn =
        next < characters.count
        && (characters[next].isLetter || characters[next].isNumber || characters[next] == "_")
      return goesOn ? nil : (0, next)
    }
    guard characters[start] == "{",
      let close = characters[start...].firstIndex(of: "}")
    else { return nil }
    let inner = String(characters[start + 1..<close].filter { !$0.isWhitespace })
    guard inner.hasPrefix(index) else { return nil }
    let rest = inner.dropFirst(index.count)
    if rest.isEmpty { return (0, close + 1) }
    return Int(rest).map { ($0, close + 1) }
  }

  /// What `₋₁` behind a `ₜ` adds to the step, and where it ends.
  private static func lowered(_ characters: [Character], _ start: Int) -> (step: Int, end: Int) {
    let digits: [Character: Character] = [
      "₋": "-", "₊": "+", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6",
      "₇": "7", "₈": "8", "₉": "9",
    ]
    var end = start
    var text = ""
    while end < characters.count, let digit = digits[characters[end]] {
      text.append(digit)
      end += 1
    }
    return Int(text).map { ($0, end) } ?? (0, start)
  }
}

/// Why a line cannot be repeated.
public enum RepetitionError: Error, Hashable, Sendable {
  case bounds(String)
  case empty(Int, Int)
  case tooMany(Int)
  /// `h_t-1`, and what was meant by it.
  case misplacedIndex(String, String)

  /// What is wrong and what to do, on one line.
  public var message: String {
    switch self {
    case .bounds(let text): "'\(text)' is not a range of steps; write for t = 1..3"
    case .empty(let first, let last):
      "there is no step from \(first) to \(last); write the smaller number first"
    case .tooMany(let count):
      "\(count) steps are too many; a line is repeated \(Repetition.nodeLimit) times at most"
    case .misplacedIndex(let typed, let meant): "'\(typed)' is a difference; did you mean \(meant)?"
    }
  }
}

extension String {
  /// Where a call of a function begins, its parenthesis included.
  fileprivate func range(ofCall name: String) -> Range<Index>? {
    var start = startIndex
    while let range = self[start...].firstRange(of: "\(name)(") {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      if !(before?.isLetter ?? false) && before != "." && before != "_",
        let close = closing(of: range.upperBound), self[range.upperBound..<close].contains(" for ")
      {
        return range
      }
      start = range.upperBound
    }
    return nil
  }

  /// The parenthesis that closes the one before a place.
  fileprivate func closing(of start: Index) -> Index? {
    var depth = 1
    for place in indices[start...] {
      if self[place] == "(" { depth += 1 }
      if self[place] == ")" { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }
}

extension Substring {
  fileprivate func lastRange(of word: String) -> Range<Index>? {
    ranges(of: word).last
  }
}
