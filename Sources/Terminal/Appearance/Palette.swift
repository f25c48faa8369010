/// What a terminal has to show meaning with.
enum Palette: Hashable, Sendable, CaseIterable {
  /// Attributes alone, because the terminal has no colours or its owner wants none.
  case monochrome
  /// The colours that the terminal's owner chose.
  case eightColors, sixteenColors
  /// Colours of ours, on a background that is known.
  case ownColors
}

/// The colours that a terminal takes, and their numbers.
enum ColorRange: Hashable, Sendable {
  case none, eight, sixteen
  /// Beyond the first sixteen a cube of six shades of red, green and blue each, and 24 greys.
  case cube
  /// All colours, each four bits of a part, after the sixteen of the palette; see `TrueColorEntry`.
  case twelveBits
  /// All colours, by their own numbers.
  case direct

  init(colors: Int) {
    self =
      switch colors {
      case (1 << 24)...: .direct
      case TrueColorEntry.colors: .twelveBits
      case 256...: .cube
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
  }

  /// What there is to show meaning with on a background, if it is known.
  func palette(isBackgroundKnown: Bool) -> Palette {
    switch self {
    case .none: .monochrome
    case .eight: .eightColors
    case .sixteen: .sixteenColors
    case .cube, .twelveBits, .direct: isBackgroundKnown ? .ownColors : .sixteenColors
    }
  }

  /// Whether colours of ours can be shown.
  var hasOwnColors: Bool { palette(isBackgroundKnown: true) == .ownColors }

  /// The shades of a part of a colour in the cube, from xterm's source.
  private static let cubeSteps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The nearest colour that there is.
  func cut(_ color: RGB) -> RGB {
    switch self {
    case .none, .eight, .sixteen, .direct: return color
    case .twelveBits:
      func cut(_ part: UInt8) -> UInt8 { UInt8((Int(part) + 8) / 17 * 17) }
      return RGB(red: cut(color.red), green: cut(color.green), blue: cut(color.blue))
    case .cube:
      func step(_ part: UInt8) -> UInt8 { ColorRange.cubeSteps[ColorRange.cubeStep(part)] }
      let inCube = RGB(red: step(color.red), green: step(color.green), blue: step(color.blue))
      let level = UInt8(8 + 10 * ColorRange.greyStep(color))
      let grey = RGB(red: level, green: level, blue: level)
      // What has a hue keeps it.
      let parts = [color.red, color.green, color.blue]
      let isGrey = (parts.max() ?? 0) - (parts.min() ?? 0) <= 12
      return isGrey && grey.distance(to: color) < inCube.distance(to: color) ? grey : inCube
    }
  }

  /// The number by which the terminal knows a colour that `cut` gave.
  func number(of color: RGB) -> Int {
    let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
    switch self {
    case .none, .eight, .sixteen: return 0
    case .direct: return red << 16 | green << 8 | blue
    case .twelveBits: return 16 + 256 * (red / 17) + 16 * (green / 17) + blue / 17
    case .cube:
      let isInCube = [color.red, color.green, color.blue].allSatisfy(ColorRange.cubeSteps.contains)
      guard isInCube else { return 232 + ColorRange.greyStep(color) }
      let steps = [color.red, color.green, color.blue].map(ColorRange.cubeStep)
      return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
    }
  }

  private static func cubeStep(_ part: UInt8) -> Int {
    part < 48 ? 0 : part < 115 ? 1 : (Int(part) - 35) / 40
  }

  private static func greyStep(_ color: RGB) -> Int {
    let level = (Int(color.red) + Int(color.green) + Int(color.blue)) / 3
    return max(0, min(23, (level - 3) / 10))
  }
}
