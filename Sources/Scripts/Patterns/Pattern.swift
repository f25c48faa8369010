/// A regular expression that is searched for in time that grows with the text alone, whatever its author wrote.
///
/// It knows `.`, `[…]`, `\d \w \s` and their opposites, `\b`, `^`, `$`, `|`, `(…)`, `(?:…)`, `* + ?` and `{m,n}`.
/// All ways through the pattern are followed at once, after Thompson, "Regular expression search algorithm" (1968):
/// one that goes back to try another, as Swift's own does, takes hours over `/(a+)+$/` in a lesson from a stranger.
struct Pattern: Hashable, Sendable {
  enum Instruction: Hashable, Sendable {
    case take(PatternSet)
    case assert(PatternAssertion)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    case found
  }

  /// The pattern as written.
  let text: String
  private var program: [Instruction] = []

  /// The longest program; `(a{99}){99}` asks for more.
  private static let sizeLimit = 2000

  /// Reads a pattern; nil for a text that is none, that is nested too deeply or counts too far.
  init?(_ text: String) {
    var parser = PatternParser(text)
    guard let node = parser.pattern() else { return nil }
    self.text = text
    emit(node)
    guard program.count < Pattern.sizeLimit else { return nil }
    program.append(.found)
  }

  /// Appends what a part of the pattern does; nothing more once the program is too long.
  private mutating func emit(_ node: PatternNode) {
    guard program.count < Pattern.sizeLimit else { return }
    switch node {
    case .set(let set): program.append(.take(set))
    case .assertion(let assertion): program.append(.assert(assertion))
    case .sequence(let parts): for part in parts { emit(part) }
    case .choice(let first, let second):
      let split = reserve()
      emit(first)
      let jump = reserve()
      program[split] = .split(split + 1, program.count)
      emit(second)
      program[jump] = .jump(program.count)
    case .repeated(let part, let least, let most):
      for _ in 0..<least where program.count < Pattern.sizeLimit { emit(part) }
      guard let most else {
        let split = reserve()
        emit(part)
        program.append(.jump(split))
        program[split] = .split(split + 1, program.count)
        return
      }
      for _ in least..<most where program.count < Pattern.sizeLimit {
        let split = reserve()
        emit(part)
        program[split] = .split(split + 1, program.count)
      }
    }
  }

  private mutating func reserve() -> Int {
    program.append(.found)
    return program.count - 1
  }

  /// Whether the pattern is found anywhere in a text.
  ///
  /// - Complexity: O(n m) in the characters of the text and the length of the pattern.
  func isFound(in text: String) -> Bool {
    let characters = Array(text)
    var places: [Int] = []
    for position in 0...characters.count {
      // The pattern may begin at every character.
      places = reached(from: places + [0], at: position, in: characters)
      if places.contains(where: { program[$0] == .found }) { return true }
      guard position < characters.count else { break }
      places = places.compactMap { place in
        guard case .take(let set) = program[place], set.contains(characters[position]) else {
          return nil
        }
        return place + 1
      }
    }
    return false
  }

  /// The places that take a character or end the search, reached from others without taking one.
  private func reached(from starts: [Int], at position: Int, in text: [Character]) -> [Int] {
    var isVisited = [Bool](repeating: false, count: program.count)
    var stack = starts
    var reached: [Int] = []
    while let place = stack.popLast() {
      guard !isVisited[place] else { continue }
      isVisited[place] = true
      switch program[place] {
      case .take, .found: reached.append(place)
      case .jump(let next): stack.append(next)
      case .split(let first, let second): stack += [first, second]
      case .assert(let assertion):
        if assertion.holds(at: position, in: text) { stack.append(place + 1) }
      }
    }
    return reached
  }

  /// A pattern that finds a text and nothing else; nil where the text is too long for one.
  static func whole(_ text: String) -> Pattern? {
    let escaped = text.map { character in
      if character == "\n" { return #"\n"# }
      return #"\^$.|?*+()[]{}/"#.contains(character) ? "\\\(character)" : String(character)
    }
    return Pattern("^\(escaped.joined())$")
  }
}
