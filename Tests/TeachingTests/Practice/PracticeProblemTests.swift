import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

@Suite struct PracticeProblemTests {
  static let seeds = 1...6
  /// The skills of graphs of numbers.
  static let skills = Skill.allCases.filter { !$0.isOfArrays }

  /// A skill with how much is given.
  struct Case: Hashable, CustomTestStringConvertible {
    var skill: Skill
    var support: Support
    var testDescription: String { "\(skill.rawValue), \(support.rawValue)" }

    func problem(_ seed: Int) throws -> PracticeProblem {
      try PracticeProblem(Practice(skill, .weak, support), seed: seed)
    }
  }

  static let cases = skills.flatMap { skill in
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
    let problems =
      practised.support == .none
      ? try #require(PracticeVarietyTests.first[practised.skill])
      : try PracticeProblemTests.seeds.map { try practised.problem($0) }
    for problem in problems {
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
    for seed in 1...2 {
      let problem = try practised.problem(seed)
      for other in 1...2 {
        let (key, indices) = try asked(problem, redrawn: other)
        #expect(
          indices.contains { key.skills(of: $0).contains(practised.skill) }, "\(problem.text)")
      }
    }
  }

  @Test(arguments: skills)
  func problemsFitAPerson(skill: Skill) throws {
    for problem in try #require(PracticeVarietyTests.first[skill]) {
      let graph = try #require(problem.lesson.graphs.first)
      #expect((2...16).contains(graph.graph.nodes.count))
      #expect(graph.graph.operations.count <= 7)
      #expect(graph.notes.isEmpty)
      #expect(graph.inputs.values.allSatisfy { $0 * 10 == ($0 * 10).rounded() && abs($0) <= 120 })
      #expect(graph.inputs.keys.allSatisfy { graph.ranges[$0] != nil })
    }
  }

  @Test(arguments: skills)
  func whatIsAskedGrowsAsWhatIsGivenFades(skill: Skill) throws {
    for seed in 1...4 {
      // Each has a graph of its own; a new skill one of the smaller ones.
      for support in Support.allCases {
        let (key, indices) = try asked(Case(skill: skill, support: support).problem(seed))
        let entries = key.list.entries
        let asked = Set(indices)
        #expect(asked.count <= 8 || asked.allSatisfy { entries[$0].kind != .forward })
        #expect(support == .example || asked.count >= min(3, entries.count - 1))
        let values = entries.indices.filter { entries[$0].kind == .forward }
        if skill == .forward {
          #expect(
            support == .example ? asked == Set(values.suffix(1)) : asked.isSuperset(of: values))
          continue
        }
        if support != .none { #expect(asked.isDisjoint(with: values)) }
        // Nothing that is given was worked out from what is asked.
        #expect(
          entries.indices.allSatisfy { index in
            asked.contains(index) || asked.isDisjoint(with: entries[index].prerequisites)
          })
        if support == .example {
          #expect(
            asked.allSatisfy { index in
              key.skills(of: index).contains(skill)
                || !asked.isDisjoint(with: entries[index].prerequisites)
            })
        }
      }
    }
  }

  @Test func whereMuchIsGivenOnlyTheSkillIsAskedAndItsRuleIsNotTold() throws {
    let problem = try PracticeProblem(Practice(.chain, .new, .example), seed: 4)
    let inputs = problem.lesson.graphs.first?.inputs ?? [:]
    func number(_ name: String) -> String { "\(Int(inputs[name] ?? 0))" }
    #expect(
      problem.text
        == """
        # Practice: chain rule

        The skill here is **chain rule**: it has not been asked yet.

        ```graph
        parameter w1 = \(number("w1")) in 2..3
        data x1 = \(number("x1")) in 2..4
        parameter w2 = \(number("w2")) in -3..-2
        data x2 = \(number("x2")) in 2..4
        z = w1 x1 + w2 x2
        a = 4 - 3z
        J = 5a
        ```

        ```fill
        dJ/dz
        dJ/dw1
        dJ/dw2
        given z
        given a
        given J
        given dJ/da
        given da/dz
        given dz/dw1
        given dz/dw2
        ```

        """)
    #expect(problem.lesson.title == "Practice: chain rule")
  }

  @Test(arguments: cases)
  func noProblemTellsTheRule(practised: Case) throws {
    for occasion in Practice.Occasion.allCases {
      let practice = Practice(practised.skill, occasion, practised.support)
      #expect(!(try PracticeProblem(practice, seed: 1).text.contains(practised.skill.rule)))
    }
  }

  @Test func theOccasionIsTold() throws {
    for occasion in Practice.Occasion.allCases {
      let text = try PracticeProblem(Practice(.sign, occasion, .none), seed: 1).text
      let others = try Practice.Occasion.allCases.filter { $0 != occasion }
        .map { try PracticeProblem(Practice(.sign, $0, .none), seed: 1).text }
      #expect(!others.contains(text))
    }
  }

  @Test func aSeedGivesTheSameProblemAndOthersGiveOthers() throws {
    let practised = Case(skill: .product, support: .half)
    #expect(try practised.problem(7) == practised.problem(7))
    #expect(try Set((1...20).map { try practised.problem($0).text }).count > 15)
    for seed in [Int.min, -1, 0, .max] { _ = try practised.problem(seed) }
  }

  @Test func reluIsMetOnAndOff() throws {
    let slopes = try #require(PracticeVarietyTests.first[.relu]).map { problem in
      let key = try asked(problem).key
      let node = try #require(
        key.graph.operations.first { node in
          key.graph.nodes[node].formula?.expression.text.hasPrefix("relu") ?? false
        })
      return key.backward.localDerivative(of: node, slot: 0)
    }
    #expect(Set(slopes) == [0, 1])
  }

  @Test func bothOperandsOfAMaximumWin() throws {
    let firsts = try #require(PracticeVarietyTests.first[.maximum]).map { problem in
      let key = try asked(problem).key
      let node = try #require(
        key.graph.operations.first { node in
          let text = key.graph.nodes[node].formula?.expression.text ?? ""
          return text.hasPrefix("max") || text.hasPrefix("min")
        })
      let slopes = [0, 1].map { key.backward.localDerivative(of: node, slot: $0) }
      #expect(slopes.sorted() == [0, 1])
      return slopes[0]
    }
    #expect(firsts.count { $0 == 1 } >= 8)
    #expect(firsts.count { $0 == 0 } >= 8)
  }
}
