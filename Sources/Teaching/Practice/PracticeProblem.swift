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

  /// Writes a problem, the same for the same seed after the same problems.
  ///
  /// A graph comes back when the skill's others were served, a problem with all its numbers only where nothing else can
  /// be drawn.
  ///
  /// - Parameter memory: what was served before.
  /// - Throws: `LessonFailure` if the lesson cannot be read; no practice and no seed is known to do that.
  public init(
    _ practice: Practice, seed: Int, after memory: PracticeMemory = PracticeMemory()
  ) throws(LessonFailure) {
    let graph = memory.graph(for: practice, seed: seed)
    self.practice = practice
    guard !graph.isOfArrays else {
      text = try PracticeProblem.text(of: practice, graph, seed: seed)
      lesson = try PracticeProblem.read(text)
      return
    }
    let statements = graph.statements
    let draft = try PracticeProblem.read(
      PracticeProblem.text(of: practice, statements, numbers: [:], fill: []))
    let numbers = memory.numbers(for: draft.graphs[0], seed: seed)
    let key: AnswerKey
    do {
      key = try AnswerKey(draft.graphs[0].graph, at: numbers)
    } catch {
      throw LessonFailure([LessonError(error.message, at: draft.graphs[0].position)])
    }
    text = PracticeProblem.text(
      of: practice, statements, numbers: numbers, fill: PracticeProblem.fill(practice, in: key))
    lesson = try PracticeProblem.read(text)
  }

  static func read(_ text: String) throws(LessonFailure) -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: lessonName)
  }

  private static func text(
    of practice: Practice, _ statements: [String], numbers: [String: Double], fill: [String]
  ) -> String {
    page(of: practice, statements.map { line(of: $0, numbers) }, fill: fill)
  }

  /// The lesson with the lines of its graph and of what it asks.
  static func page(of practice: Practice, _ graph: [String], fill: [String]) -> String {
    """
    # Practice: \(practice.skill.title)

    \(introduction(practice))

    ```graph
    \(graph.joined(separator: "\n"))
    ```

    ```fill
    \(fill.joined(separator: "\n"))
    ```

    """
  }

  /// Which skill is asked and why.
  private static func introduction(_ practice: Practice) -> String {
    let skill = practice.skill
    let reason =
      switch practice.occasion {
      case .new: "it has not been asked yet"
      case .weak: "it is not sure yet"
      case .review: "you knew it some days ago, and it is due again so that you keep it"
      case .chosen: "you chose it, though you know it well"
      }
    return "The skill here is **\(skill.title)**: \(reason)."
  }

  /// A statement of the table as a line of a `graph` block; before numbers are drawn at the lower end of its range.
  private static func line(of statement: String, _ numbers: [String: Double]) -> String {
    guard let word = statement.firstRange(of: " in ") else { return statement }
    let range = statement[word.upperBound...]
    let isData = statement.hasPrefix("data ")
    let name = String(statement[..<word.lowerBound].dropFirst(isData ? "data ".count : 0))
    let low = range[..<(range.firstRange(of: "..")?.lowerBound ?? range.endIndex)]
    let number = numbers[name].map(\.shortestText) ?? String(low)
    return "\(isData ? "data" : "parameter") \(name) = \(number) in \(range)"
  }

  /// So many entries are asked at most, so that a network does not take longer than other problems.
  static let askedLimit = 8

  /// The lines of the `fill` block: what is asked and what is given.
  private static func fill(_ practice: Practice, in key: AnswerKey) -> [String] {
    let entries = key.list.entries
    let asked = asked(practice, in: key)
    if asked.count == entries.count { return ["forward", "local", "backward"] }
    return entries.indices.filter(asked.contains).map { entries[$0].name }
      + entries.indices.filter { !asked.contains($0) }.map { "given \(entries[$0].name)" }
  }

  /// The entries that are asked. What follows from one of them is asked as well, or would give it away.
  private static func asked(_ practice: Practice, in key: AnswerKey) -> Set<Int> {
    let entries = key.list.entries
    if practice.skill == .forward { return askedValues(practice, in: key) }
    var asked: Set<Int> = []
    // From the output backwards, so that the fewest entries follow.
    for index in entries.indices.reversed()
    where entries[index].kind != .forward && key.skills(of: index).contains(practice.skill) {
      let more = asked.union(followers(of: index, in: entries))
      if asked.isEmpty || more.count <= askedLimit { asked = more }
    }
    guard practice.support != .example else { return asked }
    for index in entries.indices.reversed() {
      if practice.support == .half, entries[index].kind == .forward { break }
      if asked.count >= askedLimit && !asked.contains(index) { break }
      asked.insert(index)
    }
    return asked
  }

  /// An entry with all that follows from it.
  private static func followers(of index: Int, in entries: [Entry]) -> Set<Int> {
    entries.indices.dropFirst(index).reduce(into: [index]) { found, other in
      if entries[other].prerequisites.contains(where: found.contains) { found.insert(other) }
    }
  }

  /// Values are asked on their own: derivatives that follow from them come when they were found.
  private static func askedValues(_ practice: Practice, in key: AnswerKey) -> Set<Int> {
    let values = key.list.entries.indices.filter { key.list.entries[$0].kind == .forward }
    switch practice.support {
    case .example: return Set(values.suffix(1))
    case .half: return Set(values)
    case .none: break
    }
    return key.list.entries.count <= askedLimit ? Set(key.list.entries.indices) : Set(values)
  }
}
