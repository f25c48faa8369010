import Teaching
import TextScreen

/// A scripted lesson test: one verb a line.
public struct Script: Hashable, Sendable {
  /// Something that a script does or expects.
  enum Verb: Hashable, Sendable {
    case lesson(String)
    case explore([String])
    case page(Int)
    case next, back, undo, redo, restart, handIn
    /// An exam on a network or a lesson, with the seed of its numbers.
    case exam(String, seed: Int)
    /// Other numbers, and how they are drawn.
    case seed(Int, FreshNumbers.Draw)
    case fill(entry: String, answer: String)
    case answer(id: String, answer: String)
    case hint(String)
    case reveal(String)
    /// Makes steps with what was found, or says how they are to be made.
    case descend(DescentRequest)
    /// Gives the script a screen and a keyboard.
    case screen(Size)
    case resize(Size)
    case key(Key)
    case type(String)
    case expect(Expectation)
  }

  /// Something that holds or does not hold.
  enum Expectation: Hashable, Sendable {
    case entry(String, state: String, reason: String?)
    /// A rule that was typed before the number of an entry.
    case rule(String, state: String, reason: String?)
    case message(Pattern)
    case hint(Pattern)
    case score(Int, of: Int)
    case done
    /// A quantity of the graph has a number, after the steps that were made.
    case value(String, String)
    case page(Int)
    /// Something is found in a row of the screen.
    case row(Pattern)
    /// An entry stands on the screen in a colour; none is the terminal's own.
    case cell(String, Style.Color?)
    /// The screen is the stored one of a name.
    case picture(String)
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
    var reader = ScriptReader()
    for (index, line) in lines.enumerated() { reader.read(line, number: firstLine + index) }
    if reader.steps.isEmpty, reader.errors.isEmpty {
      let message = "there is nothing in this script; write a verb a line"
      throw ScriptFailure(errors: [ScriptError(message, line: firstLine)])
    }
    guard reader.errors.isEmpty else { throw ScriptFailure(errors: reader.errors) }
    steps = reader.steps
  }

  /// The names of the stored screens that the script compares with, each once.
  public var pictureNames: Set<String> {
    Set(
      steps.compactMap { step in
        if case .expect(.picture(let name)) = step.verb { name } else { nil }
      })
  }

  /// Every word that a line can begin with.
  public static let verbs = [
    "lesson", "explore", "page", "next", "back", "seed", "undo", "redo", "restart",
    "hand-in", "exam", "fill", "answer", "hint", "reveal", "expect", "screen", "key", "type",
    "paste", "resize", "see",
    "cell", "picture", "step", "rate", "beta", "optimizer",
  ]

  /// The words for how an entry stands.
  static let states = ["empty", "answered", "right", "close", "wrong", "unreadable", "revealed"]

  /// The word for an entry that has no colour of its own.
  static let noColor = "plain"

  /// The largest screen; a script from a stranger shall not fill the memory.
  static let largestScreen = Size(width: 500, height: 200)
}
