import Autodiff
import Expressions
import Foundation
import Lessons
import Teaching
import Testing

/// How different the problems are that somebody is served who practises one skill alone.
///
/// `VARIETY=1 swift test --filter PracticeVarietyTests` prints the table.
@Suite struct PracticeVarietyTests {
  static let prints = ProcessInfo.processInfo.environment["VARIETY"] != nil

  /// Problems one after another, as one learner gets them.
  static func served(_ skill: Skill, count: Int) -> [PracticeProblem] {
    var memory = PracticeMemory()
    return (1...count).compactMap { seed in
      let practice = Practice(skill, .weak, .none)
      guard let problem = try? PracticeProblem(practice, seed: seed, after: memory) else {
        return nil
      }
      memory.note(problem)
      return problem
    }
  }

  /// The first of each skill.
  static let first = Dictionary(
    uniqueKeysWithValues: PracticeProblemTests.skills.map { ($0, served($0, count: 51)) })

  static func graph(of problem: PracticeProblem) throws -> LessonGraph {
    try #require(problem.lesson.graphs.first)
  }

  static func formulas(of problem: PracticeProblem) throws -> [String] {
    try graph(of: problem).graph.nodes.map { "\($0.name) \($0.formula?.expression.text ?? "")" }
      .sorted()
  }

  /// A graph with its numbers.
  static func exact(_ problem: PracticeProblem) throws -> [String] {
    let numbers = try graph(of: problem).inputs.map { "\($0.key) \($0.value)" }.sorted()
    return try formulas(of: problem) + numbers
  }

  @Test(arguments: PracticeProblemTests.skills)
  func aSkillHasADozenGraphsAndNoProblemComesTwiceInFifty(skill: Skill) throws {
    let problems = try #require(PracticeVarietyTests.first[skill])
    #expect(problems.count == 51)
    let graphs = try problems.map { try PracticeVarietyTests.formulas(of: $0) }
    let count = Set(graphs).count
    #expect(count >= 12)
    // All others are served before one comes back.
    for start in 0..<(graphs.count - count) {
      #expect(Set(graphs[start..<(start + count)]).count == count)
    }
    #expect(try Set(problems.map { try PracticeVarietyTests.exact($0) }).count == problems.count)
  }

  /// A neuron multiplies an input with a weight and adds something; a network has two boxes beside each other.
  @Test(arguments: PracticeProblemTests.skills)
  func neuronsAndSmallNetworksAreAmongThem(skill: Skill) throws {
    let graphs = try #require(PracticeVarietyTests.first[skill])
      .map { try PracticeVarietyTests.graph(of: $0).graph }
    func has(_ formula: String) -> Bool {
      graphs.contains { graph in
        graph.nodes.contains { $0.formula?.expression.text == formula }
      }
    }
    #expect(has("w x + b"))
    let isNetwork = has("w1 x1 + w2 x2") || has("v1 h1 + v2 h2") || has("p + q")
    #expect(isNetwork)
  }

  /// However long somebody practises one skill, the numbers do not grow.
  @Test(arguments: [Skill.power, .inner, .chain])
  func answersStayInTheHead(skill: Skill) throws {
    for problem in PracticeVarietyTests.served(skill, count: 100) {
      let graph = try PracticeVarietyTests.graph(of: problem)
      let key = try AnswerKey(graph.graph, at: graph.inputs)
      let largest = key.list.entries.indices.map { abs(key.value(of: $0)) }.max() ?? 0
      #expect(largest <= 500, "\(graph.inputs), \(graph.graph.nodes.map(\.name))")
    }
  }

  @Test(.enabled(if: prints)) func table() throws {
    var rows = [
      ["skill", "graphs", "largest graph", "problems in 200", "asked", "beyond 100", "largest"]
    ]
    for skill in PracticeProblemTests.skills {
      let problems = PracticeVarietyTests.served(skill, count: 200)
      var asked: [Int] = []
      var answers: [Double] = []
      for problem in problems {
        let graph = try PracticeVarietyTests.graph(of: problem)
        let key = try AnswerKey(graph.graph, at: graph.inputs)
        let page = try #require(problem.lesson.pages.first)
        let indices = try key.list.indices(of: page.requests)
        asked.append(indices.count)
        answers += indices.map { abs(key.value(of: $0)) }
      }
      let large = answers.count { $0 > 100 }
      rows.append([
        skill.title,
        "\(try Set(problems.map { try PracticeVarietyTests.formulas(of: $0) }).count)",
        "\(try problems.map { try PracticeVarietyTests.graph(of: $0).graph.nodes.count }.max() ?? 0)",
        "\(try Set(problems.map { try PracticeVarietyTests.exact($0) }).count)",
        "\(asked.min() ?? 0) to \(asked.max() ?? 0)",
        "\(100 * large / max(1, answers.count)) %", "\(Int(answers.max() ?? 0))",
      ])
    }
    print(TextTable(rows).text)
  }
}
