import Autodiff
import Expressions
public import Lessons

/// A lesson of one page that practises a skill.
public struct PracticeProblem: Hashable, Sendable {
  public let practice: Practice
  /// The lesson as an author would have written it.
  public let text: String
  public let lesson: Lesson

  /// The name by which the lesson is called.
  public static let lessonName = "practice"

  /// Writes a problem, the same for the same seed; seeds in a row go through the skill's graphs in turn.
  ///
  /// - Throws: `LessonFailure` if the lesson cannot be read; no practice and no seed is known to do that.
  public init(_ practice: Practice, seed: Int) throws(LessonFailure) {
    let graphs = practice.skill.practiceGraphs
    let statements = graphs[Int(UInt(bitPattern: seed) % UInt(graphs.count))]
      .split(separator: ";").map { String($0).trimmingBlanks }
    let draft = try PracticeProblem.read(
      PracticeProblem.text(of: practice, statements, numbers: [:], fill: []))
    let numbers = FreshNumbers(for: draft.graphs[0], seed: seed, index: 0).inputs
    let key: AnswerKey
    do {
      key = try AnswerKey(draft.graphs[0].graph, at: numbers)
    } catch {
      throw LessonFailure([LessonError(error.message, at: draft.graphs[0].position)])
    }
    text = PracticeProblem.text(
      of: practice, statements, numbers: numbers, fill: PracticeProblem.fill(practice, in: key))
    lesson = try PracticeProblem.read(text)
    self.practice = practice
  }

  private static func read(_ text: String) throws(LessonFailure) -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: lessonName)
  }

  private static func text(
    of practice: Practice, _ statements: [String], numbers: [String: Double], fill: [String]
  ) -> String {
    let graph = statements.map { line(of: $0, numbers) }.joined(separator: "\n")
    return """
      # Practice: \(practice.skill.title)

      \(introduction(practice))

      ```graph
      \(graph)
      ```

      ```fill
      \(fill.joined(separator: "\n"))
      ```

      """
  }

  /// Which skill is asked and why; while much is given, also the rule.
  private static func introduction(_ practice: Practice) -> String {
    let skill = practice.skill
    let reason =
      switch practice.occasion {
      case .new: "it has not been asked yet"
      case .weak: "it is not sure yet"
      case .review: "you knew it some days ago, and it is due again so that you keep it"
      case .chosen: "you chose it, though you know it well"
      }
    let opening = "The skill here is **\(skill.title)**: \(reason)."
    return practice.support == .example ? "\(opening)\n\(skill.rule)" : opening
  }

  /// A statement of the table as a line of a `graph` block; before numbers are drawn at the lower end of its range.
  private static func line(of statement: String, _ numbers: [String: Double]) -> String {
    guard let word = statement.firstRange(of: " in ") else { return statement }
    let range = statement[word.upperBound...]
    let isData = statement.hasPrefix("data ")
    let name = String(statement[..<word.lowerBound].dropFirst(isData ? "data ".count : 0))
    let low = String(range.prefix { $0 == "-" || $0.isNumber })
    let number = numbers[name].map(\.shortestText) ?? low
    return "\(isData ? "data" : "parameter") \(name) = \(number) in \(range)"
  }

  /// The lines of the `fill` block: what is asked and what is given.
  private static func fill(_ practice: Practice, in key: AnswerKey) -> [String] {
    let isForward = practice.skill == .forward
    switch practice.support {
    case .example:
      var asked: Set<Int> = []
      let names = key.list.entries.indices.map { index in
        let entry = key.list.entries[index]
        // What follows from an answer would give it away.
        let isAsked =
          isForward
          ? index == key.list.forward(of: key.graph.output)
          : entry.kind != .forward
            && (key.skills(of: index).contains(practice.skill)
              || entry.prerequisites.contains { asked.contains($0) })
        if isAsked { asked.insert(index) }
        return (isAsked ? "" : "given ") + entry.name
      }
      return names.filter { !$0.hasPrefix("given ") } + names.filter { $0.hasPrefix("given ") }
    case .half: return isForward ? ["given local", "given backward"] : ["given forward"]
    case .none: return ["forward", "local", "backward"]
    }
  }
}
