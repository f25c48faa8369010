import Autodiff
import Teaching
import Testing

@Suite struct CheckingTests {
  func word(_ typed: String, for name: String, in key: AnswerKey) throws -> String {
    key.check(typed, for: try #require(key.list.index(of: name))).word
  }

  @Test(arguments: [
    ("a", "11"), ("a", " 11"), ("a", "11.0"), ("a", "22/2"), ("a", "+11"), ("a", "1.1e1"),
    ("a", "(2 + 9)"), ("dJ/dw", "3*22"), ("dJ/dw", "66.01e0 - .01"), ("dJ/da", "2a"),
    ("dJ/da", "a + a"), ("dJ/da", "a*2"), ("da/dw", "3"), ("dJ/da", "2 × 11"), ("J", "11²"),
  ])
  func theseAreRight(entry: String, typed: String) throws {
    #expect(try word(typed, for: entry, in: twoNodes()) == "right")
  }

  @Test(arguments: [
    ("dJ/dw", "66.009"), ("dJ/dw", "66.0090"), ("dJ/dw", "66.01"), ("dJ/da", "22.001"),
    ("dJ/dw", "66.0090000000082"),
  ])
  func aFiniteDifferenceIsClose(entry: String, typed: String) throws {
    let key = try twoNodes()
    let index = try #require(key.list.index(of: entry))
    guard case .close(_, .nudgeEstimate) = key.check(typed, for: index) else {
      Issue.record("\(typed) is the nudge's estimate")
      return
    }
  }

  @Test(arguments: [
    ("a", "12"), ("a", "10"), ("a", "-11"), ("a", "0"), ("J", "122"), ("J", "120"), ("dJ/da", "11"),
    ("da/dw", "5"), ("dJ/dw", "22"), ("dJ/dw", "3"), ("dJ/dw", "67"), ("dJ/da", "a"),
    ("dJ/da", "3a"), ("J", "1.3e2"), ("a", "11.5"), ("dJ/dw", "65.96"), ("dJ/dw", "66.02"),
  ])
  func theseAreWrong(entry: String, typed: String) throws {
    #expect(try word(typed, for: entry, in: twoNodes()) == "wrong")
  }

  @Test(arguments: [
    "11abc", "abc", "nan", "inf", "1e400", "11,0", "", "   ", "11 11", "1/0", "(11", "11)", "é",
    "\u{1B}[A", "0x1p3", "sin x", "2a", "1..2", "-", "1e999", "11\u{7}", "🙂",
    String(repeating: "1", count: 1001), String(repeating: "(", count: 900),
  ])
  func nonsenseIsUnreadableAndNeverWrong(typed: String) throws {
    let key = try twoNodes()
    for name in ["a", "J", "dJ/dw"] {
      #expect(try word(typed, for: name, in: key) == "unreadable", "\(name)")
    }
  }

  @Test func theMinusOfATypesetPageIsAMinus() throws {
    #expect(try word("−4", for: "c", in: simpleNetwork()) == "right")
  }

  @Test func aPointMayComeFirst() throws {
    let key = try key("a = w/2", "J = a^2", "w = 1")
    #expect(try word(".5", for: "a", in: key) == "right")
  }

  @Test func aFormulaThatIsRightHereAloneIsWrong() throws {
    let key = try twoNodes()
    let index = try #require(key.list.index(of: "da/dw"))
    guard case .wrong(.onlyHere("w", let reasons)) = key.check("w", for: index) else {
      Issue.record("w is 3, as da/dw is")
      return
    }
    #expect(reasons.map(\.rule) == [.ownOperand, .forwardValue])
  }

  @Test func aFormulaMayNameTheOperandsOfItsNodeAlone() throws {
    let key = try twoNodes()
    #expect(
      key.check("2w", for: try #require(key.list.index(of: "dJ/da")))
        == .unreadable(.nameInNumber("w")))
    #expect(
      key.check("6a", for: try #require(key.list.index(of: "dJ/dw")))
        == .unreadable(.nameInNumber("a")))
  }

  @Test(arguments: [
    ("0.333", "right"), ("0.3333", "right"), ("1/3", "right"), (".333", "right"),
    ("0.33", "unreadable"), ("0.3", "unreadable"), ("0.334", "wrong"), ("0.3335", "right"),
    ("0.34", "wrong"), ("0", "wrong"), ("3.33e-1", "right"),
  ])
  func aRoundedNumberNeedsThreeDigits(typed: String, expected: String) throws {
    #expect(try word(typed, for: "a", in: key("a = w/3", "J = a^2", "w = 1")) == expected)
  }

  @Test func twoIntegersAreEqualOrNot() throws {
    let key = try key("a = 1000w", "J = a^2", "w = 1")
    #expect(try word("1001", for: "a", in: key) == "wrong")
    #expect(try word("1000.5", for: "a", in: key) == "wrong")
    #expect(try word("1000000", for: "J", in: key) == "right")
    #expect(try word("1000001", for: "J", in: key) == "wrong")
  }

  @Test func aZeroThatIsNoRoundingIsAskedExactly() throws {
    let key = try key("a = w - w", "J = a + w", "w = 1")
    #expect(try word("0", for: "a", in: key) == "right")
    #expect(try word("0.0000000005", for: "a", in: key) == "wrong")
    #expect(try word("0.00001", for: "a", in: key) == "wrong")
  }

  @Test func whatFollowsFromOnesOwnRoundingIsClose() throws {
    var sheet = Worksheet(try key("a = w/3", "J = 1000a^2", "w = 1"))
    #expect(sheet.answer("0.333", for: 0).word == "right")
    #expect(sheet.answer("1.1e2", for: 1) == sheet.answer("110", for: 1))
    #expect(sheet.answer("110.889", for: 1) == .close(typed: 110.889, .roundedEarlier))
    #expect(sheet.answer("111.111", for: 1).word == "right")
    #expect(sheet.answer("110.5", for: 1).word == "wrong")
  }

  @Test func everyKeyIsRightInFourSpellings() throws {
    for key in [try twoNodes(), try simpleNetwork()] {
      for index in key.list.entries.indices {
        let value = key.value(of: index)
        for typed in ["\(value)", " \(value) ", "(\(value))", "2 * \(value) / 2"] {
          #expect(key.check(typed, for: index).word == "right", "\(typed)")
        }
      }
    }
  }

  @Test func arithmeticCountsAsItsResult() throws {
    #expect(try word("100+21", for: "a", in: key("a = 120.6w", "J = a^2", "w = 1")) == "right")
    #expect(try word("100+22", for: "a", in: key("a = 120.6w", "J = a^2", "w = 1")) == "wrong")
    #expect(try word("3-2", for: "a", in: key("a = 0.5w", "J = a^2", "w = 1")) == "wrong")
    #expect(try word("1e\u{2212}1", for: "a", in: key("a = 0.1w", "J = a^2", "w = 1")) == "right")
  }

  @Test func roundingIsFollowedThroughEveryKindOfEntry() throws {
    var sheet = Worksheet(try key("a = w/3", "b = a^3", "J = b a^2", "w = 1"))
    func index(_ name: String) throws -> Int { try #require(sheet.key.list.index(of: name)) }
    func answer(_ typed: String, _ name: String) throws -> String {
      sheet.answer(typed, for: try index(name)).word
    }
    #expect(try answer("0.333", "a") == "right")
    #expect(try answer("0.036926", "b") == "close")
    #expect(try answer("0.332667", "db/da") == "close")
    #expect(try answer("0.110889", "dJ/db") == "close")
    #expect(try answer("0.0368891", "dJ/da via b") == "close")
    #expect(try answer("0.0245927", "dJ/da via J") == "close")
    #expect(try answer("0.0614818", "dJ/da") == "close")
  }

  @Test func manyRoundedValuesAreFollowedTogether() throws {
    var sheet = Worksheet(
      try key(
        "a = w/3", "b = w/3", "c = w/3", "d = w/3", "f = w/3", "J = 1000 a b c d f", "w = 1"))
    for entry in 0..<5 { #expect(sheet.answer("0.333", for: entry).word == "right") }
    #expect(sheet.answer("4.09469", for: 5).word == "close")
  }

  @Test func dataMayHaveADerivativeThatNobodyCouldCompute() throws {
    let key = try key("J = x^n", "x = -2", "n = 2", data: ["n"])
    #expect(key.list.entries.map(\.name) == ["J", "dJ/dx"])
    #expect(key.value(of: 1) == -4)
  }

  @Test func atAKinkTheNudgeIsNoEstimate() throws {
    let relu = try key("a = relu(w)", "J = 2a", "w = 0")
    #expect(try word("1", for: "da/dw", in: relu) == "wrong")
    #expect(try word("0", for: "da/dw", in: relu) == "right")
    let step = try key("a = step(w)", "J = 2a", "w = 0")
    #expect(try word("1000", for: "da/dw", in: step) == "wrong")
    let tie = try key("J = max(x, y)", "x = 1", "y = 1")
    #expect(try word("1", for: "dJ/dy", in: tie) == "wrong")
  }
}
