import Expressions
import Testing

/// What mathematics writes in other ways than a keyboard does.
@Suite struct ReadingTests {
  @Test(
    arguments: [
      ("１２", 12), ("（1-4）", -3), ("１．５", 1.5), ("２＊３", 6), ("２＋３", 5), ("６／４", 1.5), ("２＾３", 8),
      ("٣", 3), ("１２，５００．５", 12500.5),
      ("—3", -3), ("‒3", -3), ("–3", -3), ("―3", -3), ("−3", -3), ("﹣3", -3), ("－3", -3),
      ("‐3", -3),
      ("5—3", 2), ("2e—1", 0.2), ("2^−1", 0.5), ("2\u{200B} + 3", 5), ("2\u{2062}(3)", 6),
    ] as [(String, Double)])
  func otherShapesOfDigitsAndSignsAreThese(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("¼", 0.25), ("½", 0.5), ("¾", 0.75), ("⅓", 1.0 / 3), ("⅔", 2.0 / 3), ("⅛", 0.125),
      ("⅝", 0.625), ("1/½", 2), ("2½", 2.5), ("2 ½", 2.5), ("-2½", -2.5), ("1/2½", 0.4),
      ("2½²", 6.25),
      ("2 1/2", 2.5), ("-2 1/2", -2.5), ("10 3/4", 10.75), ("(2 1/2)", 2.5), ("1 + 2 1/2", 3.5),
      ("2 1/2 - 1", 1.5), ("abs(-2 1/2)", 2.5), ("¹⁄₂", 0.5), ("2⁄5", 0.4), ("1 3⁄4", 1.75),
    ] as [(String, Double)])
  func fractionsAndMixedNumbersAreRead(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("250%", 2.5), ("250 %", 2.5), ("-5%", -0.05), ("3 * 50%", 1.5), ("(50%)", 0.5),
      ("100% - 30%", 0.7),
      ("5:2", 2.5), ("5∶2", 2.5), ("8 : 2 : 2", 2), ("6 ÷ 4", 1.5),
      ("1,234,567", 1_234_567), ("12,500.5", 12500.5), ("-1,234,567.25", -1234567.25),
      ("2 * 1,000,000", 2_000_000), ("max(1, 500)", 500), ("max(1,500)", 500),
      ("max(1,5)", 5), ("max((1,234,567), 2)", 1_234_567),
    ] as [(String, Double)])
  func percentRatiosAndThousandsAreRead(text: String, expected: Double) throws {
    #expect(abs((try value(text) ?? .nan) - expected) <= 1e-15 * abs(expected))
  }

  @Test(
    arguments: [
      ("|3 - 5|", 2), ("2|-3|", 6), ("|-2|^2", 4), ("|1 - |-3||", 2), ("||-3| - 1|", 2),
      ("|-2| + |-3|", 5), ("|-2||-3|", 6), ("√16", 4), ("√(9 + 16)", 5), ("2√9", 6), ("√16/2", 2),
      ("-√4", -2), ("√4 (3)", 6), ("√√16", 2), ("√|-9|", 3), ("√½", 0.5.squareRoot()),
    ] as [(String, Double)])
  func barsAndRootsAreRead(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      (#"\frac{1}{2}"#, 0.5), (#"\frac12"#, 0.5), (#"\dfrac{3}{4}"#, 0.75), (#"\frac 3 4"#, 0.75),
      (#"\frac{1+2}{4-2}"#, 1.5), (#"\frac{\frac12}{2}"#, 0.25), (#"\frac{2}{4}^2"#, 0.25),
      (#"$2$"#, 2), (#"$$\frac{1}{2}$$"#, 0.5), (#"\(2 \cdot 3\)"#, 6), (#"2\times3"#, 6),
      (#"6 \div 4"#, 1.5), (#"2^{3}"#, 8), (#"2^{-1}"#, 0.5), (#"2^{1+2}"#, 8), (#"\sqrt{16}"#, 4),
      (#"\sqrt9"#, 3), (#"\sqrt{9}\sqrt{4}"#, 6), (#"\left(2 + 3\right) \cdot 2"#, 10),
      (#"\left|-3\right|"#, 3), (#"\lvert -3\rvert"#, 3), (#"\sigma(0)"#, 0.5), (#"\exp(0)"#, 1),
      (#"\exp{0}"#, 1), (#"\ln{1}"#, 0), (#"\ln\left(1\right)"#, 0), (#"\max(2, 3)"#, 3),
      (#"e^{0}"#, 1), (#"\mathrm{relu}(-3)"#, 0), (#"\operatorname{sigmoid}(0)"#, 0.5),
      (#"\cos(\pi)"#, -1), (#"2\,\cdot\;3"#, 6), (#"\{2+3\} \cdot 2"#, 10), (#"{2+3}*2"#, 10),
    ] as [(String, Double)])
  func simpleLaTeXIsRead(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      ("wⁿ⁻¹", 4), ("wˣ", 8), ("w⁻ⁿ", 0.125), ("w⁽ⁿ⁻¹⁾", 4), ("2ⁿw", 16), ("w²ⁿ", 64), ("w⁺²", 4),
    ] as [(String, Double)])
  func anExponentAboveTheLineIsAFormula(text: String, expected: Double) throws {
    #expect(try value(text, ["w": 2, "n": 3, "x": 3]) == expected)
  }

  @Test(
    arguments: [
      ("1/2*2e1", ["e1"], 7), ("2e1", ["e1"], 14), ("2E1", ["E1"], 14), ("2e1 + 1", ["e1"], 15),
      ("2.5e1", ["e1"], 17.5), ("2e1^2", ["e1"], 98), ("2e1", [], 20), ("2e3", ["e1"], 2000),
      ("2e10", ["e1"], 2e10), ("2E1", ["e1"], 20), ("2e₁", ["e1"], 14), ("2e12", ["e12"], 14),
      ("2e_1", ["e_1"], 14), ("2e1_2", ["e1_2"], 14), ("2e", ["e"], 14), ("1e-3", ["e3"], 0.001),
    ] as [(String, Set<String>, Double)])
  func aNumberBeforeEMultipliesWhereTheNameIsBound(
    text: String, names: Set<String>, expected: Double
  ) throws {
    #expect(try value(text, Dictionary(uniqueKeysWithValues: names.map { ($0, 7) })) == expected)
  }

  @Test(
    arguments: [
      ("2e-1", ["e"], ["0.2", "2*e - 1"]), ("2e+3", ["e"], ["2000", "2*e + 3"]),
      ("3 + 2E-1", ["E"], ["3 + 0.2", "3 + 2*E - 1"]), ("1e-8", ["e"], ["0.00000001", "1*e - 8"]),
      ("12.5e-1", ["e"], ["1.25", "12.5*e - 1"]), (".5e+1", ["e"], ["5", ".5*e + 1"]),
      ("1e-30", ["e"], ["(1*10^-30)", "1*e - 30"]),
      ("2e-1", ["E"], []), ("2E-1", ["e"], []), ("2e-1", ["e1"], []), ("2 e - 1", ["e"], []),
      ("2e3", ["e"], []),
    ] as [(String, Set<String>, [String])])
  func aSignedPowerOfTenIsDoubtedWhereEIsBound(
    text: String, names: Set<String>, readings: [String]
  ) throws {
    let formula = try Formula(text, known: names)
    #expect(formula.doubts.flatMap { $0.remedy?.applied(to: text) ?? [] } == readings)
  }

  @Test func aDoubtIsANoteOnAFormulaAndAQuestionOnAnAnswer() throws {
    let doubt = try #require(try Formula("w + 2e-1", known: ["w", "e"]).doubts.first)
    #expect(doubt.note(in: "w + 2e-1") == "'2e-1' is the number 0.2; write 2*e - 1 for the product")
    #expect(
      doubt.message(in: "w + 2e-1")
        == "'2e-1' can be read in more than one way; write w + 0.2 or w + 2*e - 1")
  }

  @Test(arguments: ["2 e - 1", "2 e + 3", "3 e1", "2 e^-1", "1e-5 a", "1e+16 a"])
  func whatIsPrintedIsNotAskedBack(text: String) throws {
    let names: Set = ["a", "e1", "e16", "e5"]
    #expect(try Formula(text, known: names).expression.text == text)
  }
}
