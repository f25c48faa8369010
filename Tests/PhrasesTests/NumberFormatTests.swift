import Expressions
import Teaching
import TestSupport
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (-0.125, 5, "-0.13"), (-0.125, 6, "-0.125"), (0.0078125, 5, "0.008"),
      (0.0078125, 6, "0.0078"),
      (0.0078125, 7, "0.00781"), (1_234_567, 7, "1234567"), (1_234_567, 6, "1.23e6"),
      (1234.5, 5, "1235"), (123_456.7, 5, "1.2e5"), (-1.23456e-10, 9, "-1.23e-10"), (0, 1, "0"),
      (2.5, 1, "3"), (-12, 2, "…"), (1e15, 6, "1e15"),
    ] as [(Double, Int, String)])
  func aNumberIsAsItIsWhereItFits(number: Double, columns: Int, text: String) {
    #expect(number.text(columns: columns) == text)
  }

  @Test(
    arguments: [
      (3.0, 1), (-0.125, 6), (0.015625, 6), (0.0078125, 7), (-1.0 / 3, 6), (1_234_567, 7),
      (-7_654_321, 7), (-1.23456e-10, 9), (123_456_789_012, 7), (1234.5678, 4),
    ] as [(Double, Int)])
  func aNumberHasRoomForThreeDigitsOrForAllOfAFew(number: Double, columns: Int) {
    #expect(number.leastColumns == columns)
    #expect(number.text(columns: number.leastColumns) != "…")
  }

  @Test(arguments: [
    (7.389056, 7.38905609893065, "7.389056", "7.3890561"), (2.0, 3.0, "2", "3"),
    (0.1 + 0.2, 0.3, "0.30000000000000004", "0.3"), (1 / 3.0, 1 / 3.0, "0.333333", "0.333333"),
  ])
  func twoNumbersThatDifferAreToldApart(a: Double, b: Double, first: String, second: String) {
    #expect(a.text(apartFrom: b) == first)
    #expect(b.text(apartFrom: a) == second)
  }
}
