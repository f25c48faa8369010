import Testing
import TextScreen

@Suite struct SparklineTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], 8, ["  ⡠⠊", "⡠⠊"]),
      ([7, 6, 5, 4, 3, 2, 1, 0], 8, ["⠑⢄", "  ⠑⢄"]),
      ([5, 5, 5, 5], 8, ["", "⣀⣀"]), ([3], 8, ["", "⡀"]), ([], 8, ["", ""]),
      ([1, 2], 0, ["", ""]),
      ([9, 9, 0, 1, 2, 3, 4, 5, 6, 7], 4, ["  ⡠⠊", "⡠⠊"]), ([.nan, 1], 8, ["", "⢀"]),
    ] as [([Double], Int, [String])])
  func aRunOfNumbersIsACurveOfTwoLines(values: [Double], width: Int, lines: [String]) {
    #expect(Sparkline(values).lines(width: width).map(\.text) == lines)
  }

  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 20, "0123456789"), ([10, 0, 5], 2, "09"), ([2, 2], 5, "00"),
      ([1, .infinity, 2], 5, "0 9"), ([], 5, ""),
    ] as [([Double], Int, String)])
  func inASCIIItIsDigits(values: [Double], width: Int, line: String) {
    #expect(Sparkline(values).lines(width: width, isASCII: true).map(\.text) == ["", line])
  }
}
