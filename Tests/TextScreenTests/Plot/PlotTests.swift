import Testing
import TextScreen

@Suite struct PlotTests {
  @Test func aParabolaWithMarksOnIt() {
    let curve = stride(from: -3, through: 3, by: 0.125).map { Plot.Point(x: $0, y: $0 * $0) }
    let descent = [3, 2.1, 1.5, 1, 0.7].map { Plot.Point(x: $0, y: $0 * $0) }
    let plot = Plot(
      [Plot.Series("w²", curve, mark: " ", isJoined: true), Plot.Series("steps", descent)],
      x: Plot.Axis("w", range: -3...3), y: Plot.Axis("J"))
    expect(
      plot, 56, 15,
      """
      J                                         ─ w²   ● steps
      10┤
        │╲                                                   ●
       8┤ ╲─                                               ─╱
        │   ╲                                             ╱
       6┤    ╲─                                         ─╱
        │      ╲─                                     ─╱
       4┤        ╲─                                 ─●
        │          ╲──                           ──╱
       2┤             ╲──                     ──●
        │                ╲───             ──●╱
       0┤                    ╲───────────●
        └┬────────┬───────┬────────┬────────┬───────┬────────┬
        -3       -2      -1        0        1       2        3
                                   w
      """)
  }

  @Test func theErrorOfANudgeFallsAndRisesAgain() {
    var epsilon = 1.0
    var points: [Plot.Point] = []
    for _ in 0...16 {
      let estimate = ((3 + epsilon) * (3 + epsilon) - 9) / epsilon
      points.append(Plot.Point(x: epsilon, y: abs(estimate - 6)))
      epsilon /= 10
    }
    let plot = Plot(
      [Plot.Series("error", points, isJoined: true)], x: Plot.Axis("epsilon", .logarithmic),
      y: Plot.Axis("|error|", .logarithmic))
    expect(
      plot, 64, 15,
      """
      |error|
          │●
         1┤ ╲──●                                                    ─●
          │     ╲─●─                                             ●─╱
      1e-2┤         ╲─                                        ●─╱
          │           ●──                                 ●──╱
          │              ╲●                            ──╱
      1e-4┤                ╲                        ──╱●
          │                 ╲                    ──●
      1e-6┤                  ●───●──●─        ─●╱
          │                           ╲─●───●╱
      1e-8┤
          └────┬─────────────────┬─────────────────┬─────────────────┬
             1e-15             1e-10             1e-5                1
                                     epsilon
      """)
  }

  @Test func threeDescentsOfWhichOneLeavesThePlot() {
    expect(
      descents, 60, 16,
      """
      J                                    ○ 0.02   ● 0.3   + 1.02
        │                        ─+╱
        │                    +─+╱
      15┤                ─+─╱
        │           +──+╱
        │      ──+──╱
      10┤+──+─╱+
        ││╲─○──○
        │ ╲     ╲○──○──○─
       5┤  ╲             ╲○──○─○──○──
        │  │                         ○──○──○─○──○──○──
        │   ●─                                        ○──○─○──○──○
       0┤     ╲●─●──●──●──●──●─●──●──●──●──●─●──●──●──●──●─●──●──●
        └┬─────────────┬─────────────┬─────────────┬─────────────┬
         0             5            10            15            20
                                   step
      """)
  }

  @Test func whereThereIsLittleRoomTheTextsGoFirst() {
    expect(
      descents, 24, 6,
      """
        │       ++++
      10┤+++++++
        ││○○○○○○○○○○○○○
       0┤ ●●●●●●●●●●●●●●●●●●●●
        └┬─────────┬─────────┬
         0        10        20
      """)
    expect(
      descents, 12, 3,
      """
      ┤++++++++
      ┤ ●●●●●●●●●●
      └┬────┬────┬
      """)
    expect(
      descents, 4, 2,
      """
      +++
      ●●●●
      """)
  }

  @Test func aLegendThatIsTooLongSaysThatItWasCut() {
    expect(
      descents, 20, 8,
      """
      ○ 0.02   ● 0.3   + …
      J
        │      +++
      10┤++++++
        ││○○○○○○○○○○
       0┤ ●●●●●●●●●●●●●●●●
        └┬───────┬───────┬
         0      10      20
      """)
    #expect(descents.lines(size: Size(width: 9, height: 8))[0].text == "  ○ 0.02…")
  }

  @Test func ofNumbersThatWouldTouchOnlyOneIsWritten() {
    let plot = Plot([], x: Plot.Axis("", range: 100000.2...100001), y: Plot.Axis(""))
    expect(
      plot, 36, 5,
      """
        1┤
      0.5┤
        0┤
         └┬───────┬───────┬──────┬───────┬
      100000.2        100000.6      100001
      """)
  }

  @Test func numbersAsLargeAsTheyComeHaveTheirPlaces() {
    let points = [-1.7e308, 0, 1.7e308].map { Plot.Point(x: $0, y: $0) }
    expect(
      Plot([Plot.Series("", points, isJoined: true)], x: Plot.Axis(""), y: Plot.Axis("")), 30, 7,
      """
      │                         ───●
      │                  ──────╱
      │           ───●──╱
      │    ──────╱
      │●──╱
      └─────────────────────────────

      """)
  }

  @Test func withoutPointsThereAreTheAxesAlone() {
    expect(
      Plot([], x: Plot.Axis("step"), y: Plot.Axis("J", .logarithmic)), 30, 8,
      """
      J
       10┤
        1┤
         │
      0.1┤
         └┬────────────┬───────────┬
          0           0.5          1
                     step
      """)
  }

  @Test(arguments: [4, 4.0.nextUp])
  func pointsThatAreEqualUpToRoundingStandInTheMiddle(x: Double) {
    let points = [Plot.Point(x: 4, y: 100), Plot.Point(x: x, y: 100)]
    expect(
      Plot([Plot.Series("", points)], x: Plot.Axis(""), y: Plot.Axis("", .logarithmic)), 30, 7,
      """
      1000┤
          │
       100┤            ●
          │
        10┤
          └┬───────────┬───────────┬
           2           4           6
      """)
  }

  @Test func aPointWithoutAPlaceBreaksTheLine() {
    let heights: [Double] = [1, 10, 0, 100, .nan, 10, 1, -1, 1, .infinity, 100]
    let points = heights.enumerated().map { Plot.Point(x: Double($0), y: $1) }
    expect(
      Plot(
        [Plot.Series("", points, isJoined: true)], x: Plot.Axis(""), y: Plot.Axis("", .logarithmic)),
      36, 7,
      """
      100┤         ●                     ●
         │
       10┤   ●            ●
         │ ─╱              ╲
        1┤●                 ╲●     ●
         └┬───────────────┬──────────────┬
          0               5             10
      """)
  }

  @Test func marksStandAboveLinesAndLaterSeriesAboveEarlierOnes() {
    let points = [Plot.Point(x: 0, y: 1), Plot.Point(x: 1, y: 1)]
    let middle = [Plot.Point(x: 0.5, y: 1), Plot.Point(x: 1, y: 1)]
    let plot = Plot(
      [
        Plot.Series("", middle, mark: "○", style: Style(.forward)),
        Plot.Series("", points, mark: "+", style: Style(.derivative), isJoined: true),
      ], x: Plot.Axis(""), y: Plot.Axis("", range: 0...1))
    #expect(
      plot.lines(size: Size(width: 7, height: 1), isASCII: true).map(\.runs) == [
        [
          StyledText.Run("+──", Style(.derivative)), StyledText.Run("○", Style(.forward)),
          StyledText.Run("──+", Style(.derivative)),
        ]
      ])
  }

  @Test(arguments: [
    (Plot.Scale.linear, 0.0...1, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    (.linear, -3...4, ["-2", "0", "2", "4"]),
    (.linear, 0...0.3, ["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3"]),
    (.linear, 0...2_500_000, ["0", "500000", "1e6", "1.5e6", "2e6", "2.5e6"]),
    (.linear, -2.5e-7...0, ["-2.5e-7", "-2e-7", "-1.5e-7", "-1e-7", "-5e-8", "0"]),
    (.linear, 100...100.5, ["100", "100.1", "100.2", "100.3", "100.4", "100.5"]),
    (.logarithmic, 0.01...1000, ["0.01", "0.1", "1", "10", "100", "1000"]),
    (.logarithmic, 1e-16...1, ["1e-15", "1e-10", "1e-5", "1"]),
    (.logarithmic, 2...5, ["2", "2.5", "3", "3.5", "4", "4.5", "5"]),
  ])
  func theNumbersOfAnAxisAreRound(
    scale: Plot.Scale, range: ClosedRange<Double>, expected: [String]
  ) {
    let plot = Plot([], x: Plot.Axis(""), y: Plot.Axis("", scale, range: range))
    let lines = plot.lines(size: Size(width: 40, height: 14)).dropLast(2)
    let texts = lines.map(\.text).filter { $0.contains("┤") }.map { line in
      String(line.prefix { $0 != "┤" }.drop { $0 == " " })
    }
    #expect(texts.reversed() == expected)
  }

  /// Gradient descent on w² at three learning rates.
  private var descents: Plot {
    let rates: [(text: String, rate: Double, mark: Character)] = [
      ("0.02", 0.02, "○"), ("0.3", 0.3, "●"), ("1.02", 1.02, "+"),
    ]
    let series = rates.map { row in
      var w = 3.0
      let points = (0...20).map { step in
        defer { w -= row.rate * 2 * w }
        return Plot.Point(x: Double(step), y: w * w)
      }
      return Plot.Series(row.text, points, mark: row.mark, isJoined: true)
    }
    return Plot(series, x: Plot.Axis("step"), y: Plot.Axis("J", range: 0...18))
  }

  private func expect(
    _ plot: Plot, _ width: Int, _ height: Int, _ picture: String, isASCII: Bool = true,
    at location: SourceLocation = #_sourceLocation
  ) {
    let lines = plot.lines(size: Size(width: width, height: height), isASCII: isASCII).map(\.text)
    #expect("\n" + lines.joined(separator: "\n") == "\n" + picture, sourceLocation: location)
  }
}
