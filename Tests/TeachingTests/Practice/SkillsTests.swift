import Autodiff
import Expressions
import Teaching
import Testing

@Suite struct SkillsTests {
  func skills(of name: String, in key: AnswerKey) throws -> [Skill] {
    key.skills(of: try #require(key.list.index(of: name)))
  }

  func missed(_ typed: String, for name: String, in key: AnswerKey) throws -> [Skill] {
    let index = try #require(key.list.index(of: name))
    return key.skills(missedIn: key.check(typed, for: index), at: index)
  }

  @Test func theFirstGraphExercisesItsRulesAndTheChain() throws {
    let key = try twoNodes()
    #expect(
      key.list.entries.indices.map { key.skills(of: $0) } == [
        [.forward], [.forward], [.power], [.constantFactor, .sum], [.chain],
      ])
  }

  @Test func theSimpleNetworkExercisesProductsSumsDifferencesAndSigns() throws {
    let key = try simpleNetwork()
    #expect(try skills(of: "c", in: key) == [.forward, .sign])
    #expect(try skills(of: "d", in: key) == [.forward])
    #expect(try skills(of: "dJ/dd", in: key) == [.power, .constantFactor])
    #expect(try skills(of: "dd/da", in: key) == [.difference])
    #expect(try skills(of: "da/db", in: key) == [.sum])
    #expect(try skills(of: "dc/dw", in: key) == [.product])
    #expect(try skills(of: "dJ/dw", in: key) == [.chain])
  }

  @Test func whatStandsInsideIsASkillOfItsOwn() throws {
    let square = try key("J = (2 + 3w)^2", "w = 3")
    #expect(try skills(of: "dJ/dw", in: square) == [.power, .constantFactor, .sum, .inner])
    let sine = try key("J = sin(2w)", "w = 3")
    #expect(try skills(of: "dJ/dw", in: sine).contains(.inner))
    #expect(try !skills(of: "dJ/dw", in: key("J = sin(w)", "w = 1")).contains(.inner))
  }

  @Test func onlyTheRulesOnTheWayToTheOperandCount() throws {
    let key = try key("J = w^2 + 3b", "w = 3", "b = 4")
    #expect(try skills(of: "dJ/dw", in: key) == [.power, .sum])
    #expect(try skills(of: "dJ/db", in: key) == [.constantFactor, .sum])
  }

  @Test func aFanOutExercisesPathsAndEachPathTheChain() throws {
    let key = try key("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    #expect(try skills(of: "df/da via d", in: key) == [.chain])
    #expect(try skills(of: "df/da", in: key) == [.paths])
  }

  @Test func aPathThatEndsAtTheOutputExercisesItsRule() throws {
    let key = try key("b = 2a", "J = a b", "a = 3")
    #expect(try skills(of: "dJ/da via J", in: key) == [.product])
  }

  @Test func aValueExercisesReLUWhereThereIsOne() throws {
    let off = try key("h = relu(z)", "J = 2h", "z = -3")
    #expect(try skills(of: "h", in: off) == [.forward, .relu])
    #expect(try skills(of: "dh/dz", in: off) == [.relu])
  }

  @Test func aMinusThatGoesInExercisesSigns() throws {
    #expect(
      try skills(of: "dJ/da", in: key("J = a - y", "a = 5", "y = 3")) == [.difference])
    #expect(
      try skills(of: "dJ/dy", in: key("J = a - y", "a = 5", "y = 3")) == [.difference, .sign])
    // Two that are gone in the end.
    #expect(try skills(of: "dJ/dw", in: key("J = w^3", "w = -2")) == [.power, .sign])
    let two = try key("a = 4 - 3w", "J = a^2", "w = 3")
    #expect(try skills(of: "dJ/dw", in: two) == [.chain, .sign])
    let path = try key("p = 5w", "q = 2 - w", "J = p + q", "w = 3")
    #expect(try skills(of: "dJ/dw", in: path) == [.sign, .paths])
  }

  @Test(arguments: Operation.allCases)
  func everyOperationLeadsToASkill(operation: Operation) throws {
    let formulas: [String]
    switch operation {
    case .negate: formulas = ["-w"]
    case .add: formulas = ["w + 2", "2 + w"]
    case .subtract: formulas = ["w - 2", "2 - w"]
    case .multiply: formulas = ["2w", "w v"]
    case .divide: formulas = ["w/2", "2/w", "w/v"]
    case .power: formulas = ["w^2", "2^w", "w^v"]
    default:
      let name = try #require(operation.functionName)
      formulas = [operation.arity == 2 ? "\(name)(w, v)" : "\(name)(w)"]
    }
    for formula in formulas {
      let key = try key("J = \(formula) + 0v", "w = 2", "v = 3")
      let skills = try skills(of: "dJ/dw", in: key).filter { ![.sum, .sign].contains($0) }
      #expect(skills.count == (operation == .add ? 0 : 1), "\(formula): \(skills)")
      #expect(try skills.count + (self.skills(of: "dJ/dw", in: key).contains(.sum) ? 1 : 0) > 0)
    }
  }

  @Test func everySkillOfARuleIsReachedByAnOperation() throws {
    let formulas = [
      "w + v", "w - v", "w v", "3w", "w/v", "w^2", "exp(w)", "sqrt(w)", "sin(w)", "tanh(w)",
      "sigmoid(w)", "relu(w)", "max(w, v)", "(2 + w)^2",
    ]
    let reached = try formulas.reduce(into: Set<Skill>()) { reached, formula in
      let key = try key("J = \(formula)", "w = 3", "v = 2")
      reached.formUnion(try skills(of: "dJ/dw", in: key))
    }
    #expect(
      Set(PracticeProblemTests.skills).subtracting(reached) == [.forward, .chain, .paths])
  }

  @Test func aWrongRuleBlamesItsSkill() throws {
    let network = try simpleNetwork()
    #expect(try missed("-2", for: "dc/dw", in: network) == [.product])
    #expect(try missed("2", for: "dJ/dw", in: network) == [.chain])
    #expect(try missed("-8.5", for: "dJ/da", in: network) == [.chain])
    let square = try key("J = (2 + 3w)^2", "w = 3")
    #expect(try missed("22", for: "dJ/dw", in: square) == [.inner])
    let paths = try key("p = 2w", "q = 7w", "J = p q", "w = 3")
    #expect(try missed("42", for: "dJ/dw", in: paths) == [.paths])
    let minus = try key("a = 4 - 3w", "J = a^2", "w = 3")
    #expect(try missed("10", for: "dJ/da", in: minus) == [.sign])
  }

  @Test func aRuleOfTheNodeIsBlamedWhereItsDerivativeIsChained() throws {
    // -2 is w in place of x; times 5 from the right.
    let key = try key("c = w x", "J = 5c", "w = -2", "x = 3", data: ["x"])
    #expect(try skills(of: "dJ/dw", in: key) == [.chain])
    #expect(try missed("-10", for: "dJ/dw", in: key) == [.product])
  }

  @Test func withoutARuleEverySkillButTheSignIsInDoubt() throws {
    let key = try key("J = (4 - 3w)^2", "w = 3")
    #expect(
      try missed("1234", for: "dJ/dw", in: key) == [.power, .constantFactor, .inner, .difference])
  }

  @Test func whatFollowsFromAnEarlierMistakeBlamesNothing() throws {
    var sheet = Worksheet(try twoNodes())
    _ = sheet.answer("12", for: 0)
    let verdict = sheet.answer("24", for: 2)
    #expect(verdict.reasons.first?.rule == .followsFromWrong)
    #expect(sheet.key.skills(missedIn: verdict, at: 2) == [])
    #expect(sheet.key.observations(of: .answered(verdict), at: 2, on: 1) == [])
  }

  @Test func aFirstAttemptIsObserved() throws {
    let key = try twoNodes()
    func observed(_ attempt: FirstAttempt) -> [Observation] {
      key.observations(of: attempt, at: 3, on: 20_000)
    }
    let both = [Skill.constantFactor, .sum]
    #expect(
      observed(.answered(key.check("3", for: 3)))
        == both.map { Observation($0, isCorrect: true, on: 20_000, at: [3, 11, 121]) })
    #expect(
      observed(.helped)
        == both.map { Observation($0, isCorrect: false, on: 20_000, at: [3, 11, 121]) })
    #expect(
      observed(.answered(key.check("5", for: 3)))
        == [Observation(.sum, isCorrect: false, on: 20_000, at: [3, 11, 121])])
    #expect(observed(.answered(key.check("3abc", for: 3))) == [])
  }

  @Test(arguments: WrongRule.allCases)
  func everyWrongRuleTellsOfASkillUnlessItTellsOfNoOne(rule: WrongRule) {
    let general: [WrongRule] = [
      .followsFromWrong, .forwardValue, .nudgedChange, .nudgedValue, .unitChange, .wrongPoint,
      .updateStep, .powerOfTen, .otherEntry, .targetForgotten, .otherFunction, .calculatorKey,
      .coarseNudge, .arithmetic, .otherConvention,
    ]
    #expect(
      (rule.skill == nil) == (general.contains(rule) || WrongRule.ofSteps.contains(rule)))
  }

  @Test func skillsHaveNamesOfTheirOwn() {
    #expect(Set(Skill.allCases.map(\.title)).count == Skill.allCases.count)
    #expect(
      Skill.allCases.allSatisfy { skill in
        skill.rawValue.allSatisfy { $0 == "-" || ($0.isLowercase && $0.isASCII) }
      })
    // Those of the course come first.
    #expect(Skill.allCases.prefix { $0.isCore }.count == Skill.allCases.count { $0.isCore })
  }
}
