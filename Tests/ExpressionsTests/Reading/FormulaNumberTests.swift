import RandomNumbers
import Testing

@testable import Expressions

@Suite struct FormulaNumberTests {
  @Test(arguments: [
    "3", " 3", "-3", "0.3", "-0.25", "007", "-0", "1.", ".5", "-.5",
    "123456789012345678901234567890",
    "0.1000000000000000055511151231257827", "4.35", "0.000001",
  ])
  func aPlainNumberIsWhatItsFormulaGives(text: String) throws {
    let number = try #require(Formula.number(text))
    let value = try Formula(text).expression.value(at: [Double]())
    #expect(number.bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    "", " ", "-", ".", "--3", "+3", "3 4", "3 ", "1e3", "2^3", "1/2", "3.4.5", "w", "- 3", "½",
    "3,5",
    "(3)", "−3", "٣", String(repeating: "9", count: 400),
  ])
  func whatIsMoreThanAPlainNumberIsReadAsAFormula(text: String) {
    #expect(Formula.number(text) == nil)
  }

  @Test func seededNumbersAreWhatTheirFormulasGive() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let text = Double.random(in: -1000...1000, using: &generator).shortestText
      let value = try Formula(text).expression.value(at: [Double]())
      #expect(Formula.number(text).map { $0 == value } ?? text.contains("e"))
    }
  }
}
