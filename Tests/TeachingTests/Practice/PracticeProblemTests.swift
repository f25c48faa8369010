import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

@Suite struct PracticeProblemTests {
  static let seeds = 1...20

  /// A skill with how much is given.
  struct Case: Hashable, CustomTestStringConvertible {
    var skill: Skill
    var support: Support
    var testDescription: String { "\(skill.rawValue), \(support.rawValue)" }

    func problem(_ seed: Int) throws -> PracticeProblem {
      try PracticeProblem(Practice(skill, .weak, support), seed: seed)
    }
  }

  static let cases = Skill.allCases.flatMap { skill in
    Support.allCases.map { Case(skill: skill, support: $0) }
  }

  /// The asked entries of a problem, with other numbers where a seed for them is given.
  func asked(
    _ problem: PracticeProblem, redrawn seed: Int? = nil
  ) throws -> (key: AnswerKey, indices: [Int]) {
    let graph = try #require(problem.lesson.graphs.first)
    let inputs =
      seed.map { FreshNumbers(for: graph, seed: $0, index: 0).inputs } ?? graph.inputs
    let key = try AnswerKey(graph.graph, at: inputs)
    let page = try #require(problem.lesson.pages.first)
    return (key, try key.list.indices(of: page.requests))
  }

  @Test(arguments: cases)
  func everyProblemAsksForItsSkillAndCanBeSolved(practised: Case) throws {
    for seed in PracticeProblemTests.seeds {
      let problem = try practised.problem(seed)
      #expect(problem.lesson.pages.count == 1)
      #expect(problem.lesson.graphs.count == 1)
      let (key, indices) = try asked(problem)
      #expect(indices.contains { key.skills(of: $0).contains(practised.skill) }, "\(problem.text)")
      var sheet = Worksheet(key)
      for index in indices {
        #expect(key.value(of: index).isFinite)
        let typed = key.value(of: index).shortestText
        #expect(sheet.answer(typed, for: index).word == "right", "\(typed) in \(problem.text)")
      }
      #expect(sheet.score(of: indices) == indices.count)
    }
  }

  @Test(arguments: cases)
  func withOtherNumbersAProblemStillAsksForItsSkill(practised: Case) throws {
    for seed in 1...5 {
      let problem = try practised.problem(seed)
      for other in 1...5 {
        let (key, indices) = try asked(problem, redrawn: other)
        #expect(
          indices.contains { key.skills(of: $0).contains(practised.skill) }, "\(problem.text)")
      }
    }
  }

  @Test(arguments: Skill.allCases)
  func aSkillHasThreeGraphsOrMoreThatFitAPerson(skill: Skill) throws {
    var graphs: Set<[String]> = []
    for seed in PracticeProblemTests.seeds {
      let graph = try #require(
        Case(skill: skill, support: .none).problem(seed).lesson.graphs.first)
      graphs.insert(
        graph.graph.nodes.map { "\($0.name) \($0.formula?.expression.text ?? "")" })
      #expect((2...7).contains(graph.graph.nodes.count))
      #expect(graph.graph.operations.count <= 4)
      #expect(graph.notes.isEmpty)
      #expect(graph.inputs.values.allSatisfy { $0 == $0.rounded() && abs($0) < 20 })
      #expect(graph.inputs.keys.allSatisfy { graph.ranges[$0] != nil })
    }
    #expect(graphs.count >= 3)
  }

  @Test(arguments: Skill.allCases)
  func whatIsAskedGrowsAsWhatIsGivenFades(skill: Skill) throws {
    for seed in 1...5 {
      let sets = try Support.allCases.map { support in
        Set(try asked(Case(skill: skill, support: support).problem(seed)).indices)
      }
      let key = try asked(Case(skill: skill, support: .none).problem(seed)).key
      #expect(sets[0].count <= sets[2].count)
      #expect(sets[1].count < sets[2].count)
      #expect(sets[2] == Set(key.list.entries.indices))
      #expect(
        sets[0].allSatisfy { index in
          key.skills(of: index).contains(skill)
            || key.list.entries[index].prerequisites.contains { sets[0].contains($0) }
        })
      // Nothing that is given was worked out from what is asked.
      #expect(
        key.list.entries.indices.allSatisfy { index in
          sets[0].contains(index)
            || key.list.entries[index].prerequisites.allSatisfy { !sets[0].contains($0) }
        })
    }
  }

  @Test func whereMuchIsGivenOnlyTheSkillIsAskedAndItsRuleIsTold() throws {
    let problem = try PracticeProblem(Practice(.chain, .new, .example), seed: 4)
    #expect(
      problem.text
        == """
        # Practice: chain rule

        The skill here is **chain rule**: it has not been asked yet.
        The local derivative of the box, times what comes from the right.

        ```graph
        parameter w = 5 in 2..9
        a = 2 + 3w
        J = a^2
        ```

        ```fill
        dJ/dw
        given a
        given J
        given dJ/da
        given da/dw
        ```

        """.replacing("w = 5", with: "w = \(w(in: problem))"))
    #expect(problem.lesson.title == "Practice: chain rule")
  }

  private func w(in problem: PracticeProblem) -> String {
    problem.lesson.graphs.first?.inputs["w"].map { "\(Int($0))" } ?? ""
  }

  @Test func theOccasionIsTold() throws {
    for occasion in Practice.Occasion.allCases {
      let text = try PracticeProblem(Practice(.sign, occasion, .none), seed: 1).text
      let others = try Practice.Occasion.allCases.filter { $0 != occasion }
        .map { try PracticeProblem(Practice(.sign, $0, .none), seed: 1).text }
      #expect(!others.contains(text))
    }
  }

  @Test func aSeedGivesTheSameProblemAndTheNextOneAnotherGraph() throws {
    let practised = Case(skill: .product, support: .half)
    #expect(try practised.problem(7) == practised.problem(7))
    #expect(
      try practised.problem(7).lesson.graphs[0].graph != practised.problem(8).lesson.graphs[0].graph
    )
    #expect(try Set(PracticeProblemTests.seeds.map { try practised.problem($0).text }).count > 10)
    for seed in [Int.min, -1, 0, .max] { _ = try practised.problem(seed) }
  }

  @Test func reluIsMetOnAndOff() throws {
    #expect(try slopes(of: .relu, after: "relu") == [0, 1])
  }

  @Test func bothOperandsOfAMaximumWin() throws {
    let firsts = try PracticeProblemTests.seeds.map { seed in
      let key = try asked(Case(skill: .maximum, support: .none).problem(seed)).key
      let node = try #require(
        key.graph.operations.first { key.graph.nodes[$0].operands.count == 2 })
      let slopes = [0, 1].map { key.backward.localDerivative(of: node, slot: $0) }
      #expect(slopes.sorted() == [0, 1])
      return slopes[0]
    }
    #expect(firsts.count { $0 == 1 } >= 4)
    #expect(firsts.count { $0 == 0 } >= 4)
  }

  /// For the first operations called by a name, whether they are on.
  private func slopes(of skill: Skill, after name: String) throws -> Set<Double> {
    try PracticeProblemTests.seeds.reduce(into: []) { found, seed in
      let key = try asked(Case(skill: skill, support: .none).problem(seed)).key
      for node in key.graph.operations
      where key.graph.nodes[node].formula?.expression.text.hasPrefix(name) ?? false {
        found.insert(key.backward.localDerivative(of: node, slot: 0) == 0 ? 0 : 1)
      }
    }
  }
}
