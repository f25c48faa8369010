import Expressions
import Testing

/// Names as notes write them.
@Suite struct IndexedNameTests {
  @Test(
    arguments: [
      ("z₁", ["z_1"], "z_1"), ("z₁", ["z1"], "z1"), ("z_{1}", ["z_1"], "z_1"),
      ("z_{1}", ["z1"], "z1"),
      ("z₁", [], "z_1"), ("z_{1}", [], "z_1"), ("w_{3,1}", [], "w_3_1"), ("w_{3, 1}", [], "w_3_1"),
      ("w_{3,1}", ["w31"], "w31"), ("w₃₁", ["w_3_1"], "w_3_1"), ("z^{[1]}", [], "z1"),
      ("z^{[1]}_3", [], "z1_3"), ("z^{[1]}_{3}", [], "z1_3"), ("z_3^{[1]}", [], "z1_3"),
      ("z^{[1]}₃", [], "z1_3"), ("w^{[1]}_{3,1}", [], "w1_3_1"), ("W^{(2)}", [], "W2"),
      ("W^{(2)}", ["W_2"], "W_2"), ("w⁽²⁾", [], "w2"), ("θ₁", ["θ_1"], "θ_1"),
      ("xₜ", ["x_t"], "x_t"),
      (#"\theta_{1}"#, ["θ_1"], "θ_1"), (#"\alpha"#, ["alpha"], "alpha"), (#"\alpha"#, [], "α"),
      (#"\mathbf{w}"#, ["w"], "w"), ("w_max", ["w_max"], "w_max"), ("π", [], "pi"),
    ] as [(String, Set<String>, String)])
  func anIndexIsAPartOfTheName(text: String, known: Set<String>, name: String) throws {
    let printed = try Formula(text, known: known).expression.text
    #expect(printed == name)
    #expect(try Formula(printed, known: known).expression.text == name)
  }

  @Test(
    arguments: [
      ("w^{2}", "w^2"), ("W^(2)", "W^2"), ("w_1^{2}", "w_1^2"), ("w₁²", "w_1^2"),
      ("w^{2}x", "w^2 x"),
      ("w^{-1}", "w^-1"), ("w^{(2+1)}", "w^(2 + 1)"), ("2w₁x", "2w_1 x"), ("w₁(x)", "w_1 x"),
    ])
  func aPowerStaysOne(text: String, printed: String) throws {
    let names: Set = ["w", "W", "w_1", "x"]
    #expect(try Formula(text, known: names).expression.text == printed)
  }

  @Test(
    arguments: [
      ("z₁", ["z_1", "z1"], ["z_1", "z1"]), ("z_{1}", ["z_1", "z1"], ["z_1", "z1"]),
      ("z^{[1]}", ["z_1", "z1"], ["z1", "z_1"]), ("2 + z₁", ["z_1", "z1"], ["2 + z_1", "2 + z1"]),
      (#"\alpha"#, ["α", "alpha"], ["α", "alpha"]),
    ] as [(String, Set<String>, [String])])
  func ofTwoBoundNamesBothAreNamed(text: String, known: Set<String>, names: [String]) throws {
    let error = try #require(throws: ParseError.self) { try Formula(text, known: known) }
    #expect(error.remedy?.applied(to: text) == names)
    #expect(
      error.message(in: text).hasSuffix(
        "\(names.joined(separator: " or ")) here; write the one you mean"))
  }

  @Test(arguments: ["h_{t-1}", "hₜ₋₁", "h_{}", "w^{[1]}_{a+b}"])
  func anIndexThatIsAFormulaIsNone(text: String) {
    let error = #expect(throws: ParseError.self) { try Formula(text) }
    #expect(error?.message.hasSuffix("an index is letters and digits, as in w_1") ?? false)
  }
}
