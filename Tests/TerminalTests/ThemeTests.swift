import Testing

@testable import Terminal

@Suite struct ThemeTests {
  /// Backgrounds that terminals come with, those that are popular, and everything in between.
  private static let backgrounds =
    [
      0x000000, 0x101216, 0x1d1f21, 0x1e1e2e, 0x282828, 0x282a36, 0x2e3440, 0x002b36, 0x300a24,
      0x012456, 0x0000aa, 0x550000, 0xffffff, 0xfdf6e3, 0xfbf1c7, 0xeff1f5, 0xffffdd, 0xd0d0d0,
      0xccffcc, 0xff8800, 0x00aa00, 0x808000,
    ].map { RGB($0) }
    + stride(from: 0, through: 255, by: 5).map { RGB($0 << 16 | $0 << 8 | $0) }

  private static let ranges: [ColorRange] = [.cube, .twelveBits, .direct]

  /// By the contrast ratio of WCAG 2.2 (success criterion 1.4.3).
  @Test(arguments: Theme.allCases, ranges)
  func everyColourOfOursIsReadable(theme: Theme, range: ColorRange) {
    for background in Self.backgrounds {
      for color in Appearance.Color.all {
        let shade = theme.shade(color.hue, isQuiet: color.isQuiet, on: background, cut: range.cut)
        #expect(
          shade.contrast(with: background) >= 4.5, "\(color) is \(shade) on \(background)")
      }
    }
  }

  @Test(arguments: [
    (0x000000, 0xffffff, 21.0), (0x777777, 0xffffff, 4.48), (0x767676, 0xffffff, 4.54),
    (0xff0000, 0xffffff, 4.0), (0x0000ff, 0xffffff, 8.59),
  ])
  func contrastIsThatOfWCAG(one: Int, two: Int, ratio: Double) {
    #expect(abs(RGB(one).contrast(with: RGB(two)) - ratio) < 0.006)
    #expect(RGB(one).contrast(with: RGB(two)) == RGB(two).contrast(with: RGB(one)))
  }

  @Test(arguments: [0x101216, 0x2e3440, 0xffffff, 0xfdf6e3], ranges)
  func whatStepsBackIsNoFurtherFromTheBackground(background: Int, range: ColorRange) {
    let background = RGB(background)
    for theme in [Theme.auto, .contrast, .colourBlind] {
      for hue in Hue.allCases {
        let (quiet, strong) = (true, false)
        let contrasts = [quiet, strong].map {
          theme.shade(hue, isQuiet: $0, on: background, cut: range.cut).contrast(with: background)
        }
        #expect(contrasts[0] <= contrasts[1], "\(theme) \(hue)")
        // The cube has few dark colours.
        let isCoarse = range == .cube && (!background.isDark || theme != .auto)
        #expect(isCoarse || contrasts[0] < contrasts[1], "\(theme) \(hue)")
      }
    }
  }

  @Test(arguments: [0x000000, 0x101216, 0xffffff])
  func theThemeOfContrastHasMoreOfIt(background: Int) {
    for color in Appearance.Color.all {
      let shade = Theme.contrast.shade(
        color.hue, isQuiet: color.isQuiet, on: RGB(background), cut: { $0 })
      #expect(shade.contrast(with: RGB(background)) >= (color.isQuiet ? 7 : 10))
    }
  }

  /// What somebody sees who lacks one kind of cones, after Machado, Oliveira and Fernandes, "A Physiologically-based
  /// Model for Simulation of Color Vision Deficiency" (2009), at full severity, on linear parts of light.
  private static let visions: [(name: String, matrix: [Double])] = [
    ("usual", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
    (
      "protanopia",
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
      ]
    ),
    (
      "deuteranopia",
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    ),
    (
      "tritanopia",
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
      ]
    ),
  ]

  private static func lab(_ color: RGB, seenBy matrix: [Double]) -> [Double] {
    let parts = [color.red, color.green, color.blue].map { part in
      RGB(red: part, green: part, blue: part).luminance
    }
    let seen = (0..<3).map { row in
      min(1, max(0, (0..<3).map { matrix[3 * row + $0] * parts[$0] }.reduce(0, +)))
    }
    let (red, green, blue) = (seen[0], seen[1], seen[2])
    func f(_ t: Double) -> Double {
      guard t > 0.008856 else { return 7.787 * t + 16 / 116 }
      // The cube root by Newton's steps.
      return (0..<40).reduce(1.0) { root, _ in root - (root * root * root - t) / (3 * root * root) }
    }
    let x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    let y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    let z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  /// CIELAB's difference of 1976; from about 2.3 one tells two colours side by side.
  @Test(arguments: [0x101216, 0x2e3440, 0xffffff, 0xfdf6e3], ranges)
  func theThemeForTheColourBlindIsToldApartByAll(background: Int, range: ColorRange) {
    let hues: [Hue] = [.value, .derivative, .wrong]
    for (name, matrix) in Self.visions {
      let colors = hues.map {
        Self.lab(
          Theme.colourBlind.shade($0, isQuiet: false, on: RGB(background), cut: range.cut),
          seenBy: matrix)
      }
      for (one, two) in [(0, 1), (0, 2), (1, 2)] {
        let square = zip(colors[one], colors[two]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
        #expect(square.squareRoot() > 15, "\(hues[one]) and \(hues[two]) with \(name)")
      }
    }
  }

  @Test(arguments: [
    ("15;0", 0x1e1e1e), ("0;15", 0xf4f4f4), ("15;default;0", 0x1e1e1e), ("0;7", 0xf4f4f4),
    ("15;8", 0x1e1e1e), ("0;default;15", 0xf4f4f4),
  ])
  func aVariableNamesTheBackground(variable: String, color: Int) {
    #expect(Background.named(by: variable) == RGB(color))
  }

  @Test(arguments: [nil, "", "default", "15;default", "15;16", "15;-1", "x;y"])
  func aVariableThatSaysNothingIsNone(variable: String?) {
    #expect(Background.named(by: variable) == nil)
  }

  @Test func anAnswerCountsAfterTheQuestionAndOnce() {
    var background = Background(assumed: nil)
    let early = background.hear(RGB(0x101216))
    background.beginAsking()
    let (first, again) = (background.hear(RGB(0x101216)), background.hear(.white))
    #expect([early, first, again] == [false, true, false])
    #expect(background.color == RGB(0x101216))
    #expect(background.left(of: .seconds(100)) == nil)
  }

  @Test func whatWasAssumedAlreadyIsNoOtherBackground() {
    var background = Background(assumed: .white)
    background.beginAsking()
    let isOther = background.hear(.white)
    #expect(!isOther)
  }

  @Test(arguments: [
    (256, ColorRange.cube), (88, .sixteen), (16, .sixteen), (8, .eight), (-1, .none),
    (4112, .twelveBits), (1 << 24, .direct),
  ])
  func theRangeFollowsTheNumberOfColours(colors: Int, range: ColorRange) {
    #expect(ColorRange(colors: colors) == range)
  }

  @Test(arguments: [
    (0x000000, 16), (0xffffff, 231), (0xff0000, 196), (0x5f87af, 67), (0x808080, 244),
    (0x080808, 232), (0xeeeeee, 255),
  ])
  func theCubeNumbersItsColours(color: Int, number: Int) {
    #expect(ColorRange.cube.cut(RGB(color)) == RGB(color))
    #expect(ColorRange.cube.number(of: RGB(color)) == number)
  }

  @Test func theOtherRangesNumberTheirs() {
    #expect(ColorRange.direct.number(of: RGB(0x123456)) == 0x123456)
    #expect(
      ColorRange.twelveBits.number(of: ColorRange.twelveBits.cut(RGB(0x1122ff))) == 16 + 0x12f)
    #expect(ColorRange.twelveBits.cut(RGB(0x1920f7)) == RGB(0x1122ff))
  }
}
