import LessonSolving
import TestSupport
import Testing

/// Every worked number of the course stands on the screen of some page, once that page is solved; of a nudge the digits
/// that tell the difference.
@Suite struct WorkedNumbersTests {
  /// A text that is to be seen, with the page where it is.
  struct Number: CustomTestStringConvertible {
    var text: String
    var page: Int

    init(_ text: String, _ page: Int) {
      self.text = text
      self.page = page
    }

    var testDescription: String { "\(text) on page \(page)" }
  }

  /// The lessons with the course's numbers in them.
  static let numbers: [(lesson: String, numbers: [Number])] = [
    (
      "derivatives-by-nudging",
      [
        Number("9.006001", 1), Number("6.001", 1), Number("6.002", 2), Number("2", 2),
        Number("9.006001", 3), Number("0.499750125", 4), Number("-0.2498750625", 4),
      ]
    ),
    (
      "symbolic-derivatives",
      [
        Number("2w ✓", 1), Number("4 ✓", 2), Number("6 ✓", 2), Number("-6 ✓", 2), Number("2 ✓", 3),
        Number("3w^2 ✓", 4), Number("8.012006", 4), Number("12.006001", 4),
        Number("-1/w^2 ✓", 5), Number("-2/w^3 ✓", 6), Number("0.0624687617", 6),
        Number("-0.03123828516", 6),
      ]
    ),
    (
      "two-nodes",
      [
        Number("11 ✓", 7), Number("121 ✓", 7), Number("dJ/da 22 ✓", 7), Number("da/dw 3 ✓", 7),
        Number("dJ/dw 66 ✓", 7), Number("121.022001", 3), Number("22.001", 3),
        Number("2a ✓", 3), Number("11.003", 4), Number("11.003      3", 5),
        Number("121.066009", 5), Number("66.009", 5),
        Number("w up ε ──× 3──▶ a up 3ε ──× 22──▶ J up 66ε", 5),
      ]
    ),
    (
      "one-unit",
      [
        Number("-4 ✓", 6), Number("4 ✓", 6), Number("2 ✓", 6), Number("dc/dw -2 ✓", 6),
        Number("dJ/dw -4 ✓", 6), Number("from 2 to 2.001", 3), Number("2.002", 3),
        Number("from 4 to 4.001", 3), Number("-3.999", 4), Number("4.001", 4), Number("-4.002", 4),
        Number("1.996002", 7),
      ]
    ),
    (
      "simple-network",
      [
        Number("-4 ✓", 6), Number("4 ✓", 6), Number("3 ✓", 6), Number("4.5 ✓", 6),
        Number("dc/dw 2 ✓", 6), Number("dJ/dw 6 ✓", 6), Number("4.5030005", 3),
        Number("3.0005", 3), Number("d ✓", 3), Number("3.001", 4),
        Number("3.001      1", 4), Number("4.5030005", 4),
        Number("3.0005", 4), Number("4.506002", 7), Number("6.002", 7),
      ]
    ),
    (
      "why-right-to-left",
      [
        Number("23", 6), Number("132", 6), Number("110,000", 7), Number("1,000,000,000", 7),
        Number("10,000", 7), Number("100,000", 7),
      ]
    ),
    (
      "two-layer-relu",
      [
        Number("7 ✓", 2), Number("6 ✓", 2), Number("2 ✓", 2), Number("dJ/dw1 6 ✓", 3),
        Number("dJ/dw2 4 ✓", 3), Number("dJ/db1 6 ✓", 3), Number("dJ/db2 2 ✓", 3),
        Number("2.001", 4), Number("7.003", 4), Number("2.0060045", 4),
      ]
    ),
    ("paths", [Number("9.000000006", 9), Number("6.000000496", 9)]),
  ]

  @Test(arguments: numbers.map(\.lesson))
  func theNumbersOfTheCourseAreSeen(lesson: String) throws {
    var solver = try LessonSolver(lesson)
    while solver.solvePage() {}
    let numbers = try #require(WorkedNumbersTests.numbers.first { $0.lesson == lesson }).numbers
    for number in numbers {
      try #require(solver.screens.indices.contains(number.page - 1))
      #expect(solver.screens[number.page - 1].contains(number.text), "\(number.testDescription)")
    }
  }
}
