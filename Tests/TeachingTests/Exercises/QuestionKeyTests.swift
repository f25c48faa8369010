import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

@Suite struct QuestionKeyTests {
  func key(
    _ answer: Question.Answer, feedback: [(String, String)] = []
  ) -> QuestionKey {
    let words = feedback.map { Question.Feedback(PlacedText($0.0, line: 1, column: 1), $0.1) }
    return QuestionKey(Question([], answer: answer, feedback: words), in: nil)
  }

  func formula(_ text: String) throws -> QuestionKey {
    key(.formula(try Formula(text)))
  }

  @Test(arguments: [
    ("2w", "w + w"), ("2w", "w*2"), ("2w", "2 w"), ("3w^2", "3 w w"), ("-1/w^2", "-(w^-2)"),
    ("1/2 (a - y)^2", "(y - a)^2/2"), ("d", "d"), ("2", "1 + 1"), ("w x", "x w"),
  ])
  func anyEquivalentFormulaIsRight(right: String, typed: String) throws {
    #expect(try formula(right).check(typed).word == "right")
  }

  @Test func aWrongFormulaDiffersAtAPointThatCanBeFollowed() throws {
    guard case .wrong(.differs(let difference)) = try formula("2w").check("w^2 + 1") else {
      Issue.record("w^2 + 1 is not 2w")
      return
    }
    #expect(difference.point.map(\.name) == ["w"])
    #expect(difference.point.map(\.value) == [2])
    #expect(difference.found == 5)
    #expect(difference.expected == 4)
  }

  @Test func aFormulaThatAgreesAtTwoIsStillTold() throws {
    // w^2 and 2w are both 4 at 2.
    guard case .wrong(.differs(let difference)) = try formula("2w").check("w^2") else {
      Issue.record("w^2 is not 2w")
      return
    }
    #expect(difference.point.map(\.value) == [3])
  }

  @Test(arguments: ["2w +", "q", "2v", "", "w w)", "nan"])
  func whatIsNoFormulaIsUnreadable(typed: String) throws {
    #expect(try formula("2w").check(typed).word == "unreadable")
  }

  @Test(arguments: [
    ("6", "right"), ("6.0", "right"), ("12/2", "right"), ("6.001", "wrong"), ("6.02", "wrong"),
    ("5", "wrong"), ("six", "unreadable"), ("6,0", "unreadable"),
  ])
  func aNumberIsCheckedAsEntriesAre(typed: String, word: String) throws {
    #expect(key(.number(try Formula("6"), within: nil)).check(typed).word == word)
  }

  @Test func anAuthorsDistanceTakesThePlaceOfTheUsualOne() throws {
    let narrow = key(.number(try Formula("2.006"), within: 1e-7))
    #expect(narrow.check("2.0060045").word == "wrong")
    #expect(narrow.check("2.006").word == "right")
    let wide = key(.number(try Formula("6"), within: 0.5))
    #expect(wide.check("6.4").word == "right")
    #expect(wide.check("6.6").word == "wrong")
  }

  @Test func aNumberIsComputedFromTheGraph() throws {
    let reading = try ComputationGraph.read([Statement("w = 3"), Statement("J = w^2")])
    let forward = try ForwardPass(reading.graph, at: reading.inputs)
    let question = Question([], answer: .number(try Formula("2J - w"), within: nil))
    #expect(QuestionKey(question, in: forward).exact == "15")
    #expect(QuestionKey(question, in: forward).check("15").word == "right")
  }

  @Test(arguments: [
    ("2", "right"), ("b", "right"), ("B", "right"), (" 2 ", "right"), ("1", "wrong"),
    ("c", "wrong"),
    ("4", "unreadable"), ("0", "unreadable"), ("second", "unreadable"), ("-2", "unreadable"),
  ])
  func aChoiceIsANumberOrALetter(typed: String, word: String) {
    let choices = [false, true, false].map { Question.Choice([], isRight: $0) }
    #expect(key(.choice(choices)).check(typed).word == word)
  }

  @Test func feedbackIsFoundHoweverTheAnswerIsWritten() throws {
    let number = key(.number(try Formula("6"), within: nil), feedback: [("9", "J itself")])
    #expect(number.feedback(on: "9.0") == "J itself")
    #expect(number.feedback(on: "18/2") == "J itself")
    #expect(number.feedback(on: "8") == nil)
    let formula = key(.formula(try Formula("2w")), feedback: [("w^2", "that is J")])
    #expect(formula.feedback(on: "w w") == "that is J")
    #expect(formula.feedback(on: "w + 2") == nil)
  }
}
