import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

/// Problems of matrices that practise a skill.
@Suite struct ArrayPracticeTests {
  static let skills = Skill.allCases.filter(\.isOfArrays)

  private func asked(
    _ problem: PracticeProblem
  ) throws -> (key: ArraySheetKey, indices: [Int]) {
    let graph = try #require(problem.lesson.graphs.first)
    let key = try ArraySheetKey(try #require(graph.arrays))
    let page = try #require(problem.lesson.pages.first)
    return (key, try key.list.indices(of: page.requests))
  }

  @Test(arguments: skills, Support.allCases)
  func everyProblemAsksForItsSkillAndCanBeSolved(skill: Skill, support: Support) throws {
    for seed in [1, 2, 3, 4, 5, 6, -7, 0, .max, .min] {
      let problem = try PracticeProblem(Practice(skill, .weak, support), seed: seed)
      let (key, indices) = try asked(problem)
      #expect(!indices.isEmpty)
      #expect(indices.count <= 8)
      #expect(indices.contains { key.skills(of: $0).contains(skill) }, "\(problem.text)")
      var sheet = Worksheet(.arrays(key))
      for index in indices {
        #expect(
          sheet.answer(GraphKey.arrays(key).answer(to: index), for: index).word == "right",
          "\(key.list.entries[index].name) in \(problem.text)")
      }
      #expect(!problem.text.contains(skill.rule))
    }
  }

  @Test(arguments: skills)
  func aSkillHasADozenGraphsAndAllOthersComeBeforeOneComesBack(skill: Skill) throws {
    var memory = PracticeMemory()
    var graphs: [[String]] = []
    for seed in 1...26 {
      let problem = try PracticeProblem(Practice(skill, .weak, .none), seed: seed, after: memory)
      memory.note(problem)
      let graph = try #require(problem.lesson.graphs.first).graph
      graphs.append(
        graph.nodes.compactMap { node in
          node.formula.map { "\(node.name) = \($0.expression.text)" }
        }.map { $0.filter { !$0.isNumber } })
    }
    let count = Set(graphs).count
    #expect(count >= 10)
  }

  @Test func aProblemIsTheSameForASeed() throws {
    let practice = Practice(.weights, .new, .example)
    let text = try PracticeProblem(practice, seed: 3).text
    #expect(
      text
        == """
        # Practice: weights of a layer

        The skill here is **weights of a layer**: it has not been asked yet.

        ```graph
        data X = [[3, 2, -2, 2], [3, -2, -2, -3], [2, -3, 3, 3]] in -3..3
        parameter W = [[2, 3, 2], [-2, 3, 3]] in -3..3
        Z = W X
        A = tanh(Z)
        data Y = [[3, -2, -3, 3], [2, -2, 2, -3]] in -3..3
        E = A - Y
        J = 1/2 sum(E^2)
        ```

        ```fill
        dJ/dW
        ```

        """)
    #expect(
      try Set((1...20).map { try PracticeProblem(practice, seed: $0).text }).count > 15)
  }
}
