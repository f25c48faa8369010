import Glibc
import RandomNumbers
import Testing
import TextScreen

@Suite struct PlotLawsTests {
  @Test(arguments: [Plot.Scale.linear, .logarithmic], 1...20)
  func eachPointStandsInTheCellNearestToIt(scale: Plot.Scale, seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let range = scale == .linear ? -7.0...5 : 0.125...8
    // The same law on both scales: where a point stands between the ends, from 0 to 1.
    let shares = (0..<12).map { _ in
      (
        x: Double.random(in: -0.2...1.2, using: &random),
        y: Double.random(in: 0...1, using: &random)
      )
    }
    let points = shares.map {
      Plot.Point(x: number($0.x, scale, range), y: number($0.y, scale, range))
    }
    let size = Size(
      width: Int.random(in: 12...80, using: &random), height: Int.random(in: 6...24, using: &random)
    )
    let plot = Plot(
      [Plot.Series("", points)], x: Plot.Axis("", scale, range: range),
      y: Plot.Axis("", scale, range: range))
    let rows = plot.lines(size: size).map { Array($0.text) }
    let area = Area(rows, size)
    var marks: [(column: Double, row: Double)] = []
    for (row, line) in rows.enumerated() {
      for (column, sign) in line.enumerated() where sign == "●" {
        marks.append((Double(column), Double(row)))
      }
    }
    let places = shares.map {
      (
        column: Double(area.left) + $0.x * Double(size.width - 1 - area.left),
        row: Double(area.bottom) * (1 - $0.y)
      )
    }
    func isNear(_ a: (column: Double, row: Double), _ b: (column: Double, row: Double)) -> Bool {
      abs(a.column - b.column) <= 0.5 + 1e-6 && abs(a.row - b.row) <= 0.5 + 1e-6
    }
    for (place, share) in zip(places, shares) where (0...1).contains(share.x) {
      #expect(marks.contains { isNear($0, place) })
    }
    for mark in marks { #expect(places.contains { isNear($0, mark) }) }
  }

  /// One line between two places by chance, on axes from 0 to 40.
  private static func line(seed: Int) -> (Plot, ends: [Plot.Point]) {
    var random = SplitMix64(seed: UInt64(seed))
    let ends = (0..<2).map { _ in
      Plot.Point(
        x: Double(Int.random(in: 0...40, using: &random)),
        y: Double(Int.random(in: 0...40, using: &random)))
    }
    let plot = Plot(
      [Plot.Series("", ends, mark: " ", isJoined: true)], x: Plot.Axis("", range: 0...40),
      y: Plot.Axis("", range: 0...40))
    return (plot, ends)
  }

  @Test(arguments: 1...40)
  func aLineTakesOneCellInEachColumnOrInEachRow(seed: Int) {
    let (plot, ends) = Self.line(seed: seed)
    let size = Size(width: 44, height: 43)
    let rows = plot.lines(size: size, isASCII: true).map { Array($0.text) }
    let area = Area(rows, size)
    let signs = rows[...area.bottom].flatMap { $0.dropFirst(area.left) }.filter { $0 != " " }
    let extent = max(abs(ends[0].x - ends[1].x), abs(ends[0].y - ends[1].y))
    #expect(signs.count == Int(extent) + 1)
  }

  /// A cell is two dots wide and four high.
  @Test(arguments: 1...40)
  func aLineTakesOneDotInEachColumnOrInEachRowOfDots(seed: Int) {
    let (plot, ends) = Self.line(seed: seed)
    let signs = plot.lines(size: Size(width: 44, height: 43)).map(\.text).joined().unicodeScalars
    let dots = signs.filter { (0x2800...0x28FF).contains($0.value) }
      .reduce(0) { $0 + ($1.value - 0x2800).nonzeroBitCount }
    let (width, height) = (2 * abs(ends[0].x - ends[1].x), 4 * abs(ends[0].y - ends[1].y))
    #expect(dots == Int(max(width, height)) + 1)
  }

  @Test(arguments: 1...60)
  func whateverThePointsAreThePlotKeepsToItsSize(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let odd: [Double] = [
      0, -1, 1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 1 + .ulpOfOne, 1e-300,
    ]
    func number() -> Double {
      Bool.random(using: &random)
        ? odd[Int.random(in: 0..<odd.count, using: &random)]
        : Double.random(in: -10...10, using: &random)
    }
    func axis() -> Plot.Axis {
      let (a, b) = (number(), number())
      let range = a <= b && Bool.random(using: &random) ? a...b : nil
      return Plot.Axis(
        Bool.random(using: &random) ? "語ab" : "",
        Bool.random(using: &random) ? .linear : .logarithmic,
        range: range)
    }
    let series = (0..<Int.random(in: 0...3, using: &random)).map { index in
      Plot.Series(
        "語語\(index)", (0..<5).map { _ in Plot.Point(x: number(), y: number()) },
        mark: ["●", "語", "\u{1B}", " "].randomElement(using: &random) ?? "●",
        isJoined: Bool.random(using: &random))
    }
    let plot = Plot(series, x: axis(), y: axis())
    for width in [-1, 0, 1, 2, 3, 9, 20, 80] {
      for height in [-1, 0, 1, 2, 3, 4, 5, 6, 9, 24] {
        for isASCII in [false, true] {
          let lines = plot.lines(size: Size(width: width, height: height), isASCII: isASCII)
          #expect(lines.count == max(0, height))
          #expect(lines.allSatisfy { $0.columns <= max(0, width) })
        }
      }
    }
  }

  /// The number at a share of a range, as drawn on a scale; the logarithmic one from 1/8 to 8.
  private func number(
    _ share: Double, _ scale: Plot.Scale, _ range: ClosedRange<Double>
  ) -> Double {
    switch scale {
    case .linear: range.lowerBound + share * (range.upperBound - range.lowerBound)
    case .logarithmic: pow(2, share * 6 - 3)
    }
  }
}

/// Where the points of a plot with an x axis and without labels stand.
private struct Area {
  let left: Int
  let bottom: Int

  init(_ rows: [[Character]], _ size: Size) {
    bottom = size.height - 3
    left = (rows[bottom + 1].firstIndex(of: "└") ?? 0) + 1
  }
}
