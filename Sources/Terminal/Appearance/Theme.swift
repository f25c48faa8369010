/// Which colours meanings have on a screen, whatever background it has.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// The usual colours on the background that the terminal says it has; its owner's own colours until it has said so.
  case auto
  /// The usual colours on a dark background, or on a light one, which the terminal is not asked about.
  case dark, light
  /// Brighter on dark, darker on light.
  case contrast
  /// Blue, yellow and a red of its own, which are told apart with any kind of colour vision.
  case colourBlind = "colour-blind"
  /// The colours that the terminal's owner chose for it.
  case terminal

  /// What is assumed of the background before the terminal has said it; `nil` if nothing is.
  var assumedBackground: RGB? {
    switch self {
    case .auto, .terminal: nil
    case .dark, .contrast, .colourBlind: RGB(0x1e1e1e)
    case .light: RGB(0xf4f4f4)
    }
  }

  /// Whether the colours follow the background that the terminal says it has.
  var asksForBackground: Bool {
    switch self {
    case .auto, .contrast, .colourBlind: true
    case .dark, .light, .terminal: false
    }
  }

  /// The least contrast of what stands out, and of what steps back.
  var contrasts: (strong: Double, quiet: Double) {
    switch self {
    case .contrast: (10, 7)
    case .auto, .dark, .light, .colourBlind, .terminal: (5.5, 4.5)
    }
  }
}

/// A colour by its meaning.
enum Hue: Int, Hashable, Sendable, CaseIterable {
  case value, derivative, wrong, revealed, lit, code
  /// What is in no way coloured but steps back: frames, wires, text of second rank.
  case grey
}

extension Theme {
  /// The colour of a hue on a dark background and on a light one, and in a palette of sixteen colours; there is no
  /// grey that is readable in every such palette.
  func row(_ hue: Hue) -> (onDark: RGB, onLight: RGB, palette: Int?) {
    switch (self, hue) {
    // Blue and yellow stay apart without red or green cones, light and dark ones without those for blue; what is wrong
    // is a third lightness, and bold.
    case (.colourBlind, .value): (RGB(0x5fafff), RGB(0x005faf), 12)
    case (.colourBlind, .derivative): (RGB(0xffd75f), RGB(0x875f00), 3)
    case (.colourBlind, .wrong): (RGB(0xff875f), RGB(0xaf005f), 1)
    case (.colourBlind, .revealed): (RGB(0xafafd7), RGB(0x5f5f87), 5)
    case (.colourBlind, .lit): (.white, .black, nil)
    // All of them are in the cube of 256 colours.
    case (_, .value): (RGB(0x5fafff), RGB(0x005faf), 12)
    case (_, .derivative): (RGB(0x5fd787), RGB(0x005f00), 2)
    case (_, .wrong): (RGB(0xff8787), RGB(0xaf0000), 1)
    case (_, .revealed): (RGB(0xd787ff), RGB(0x8700af), 5)
    case (_, .lit): (RGB(0xd7af5f), RGB(0x875f00), 3)
    case (_, .code): (RGB(0x5fd7d7), RGB(0x005f87), 6)
    case (_, .grey): (RGB(0xbcbcbc), RGB(0x444444), nil)
    }
  }

  /// The colour of a hue on a background, as near to its own as the contrast allows.
  ///
  /// - Parameters:
  ///   - isQuiet: whether it steps back towards the background.
  ///   - cut: the nearest colour that the terminal has.
  func shade(_ hue: Hue, isQuiet: Bool, on background: RGB, cut: (RGB) -> RGB) -> RGB {
    let (row, isDark) = (row(hue), background.isDark)
    let (own, end) = isDark ? (row.onDark, RGB.white) : (row.onLight, .black)
    let least = isQuiet ? contrasts.quiet : contrasts.strong
    // Of what steps back the way begins far enough from the background to keep its hue.
    let before = isQuiet ? (5..<16).map { background.mixed($0, of: own) } : []
    let way = (before + (0...16).map { own.mixed($0, of: end) }).map(cut)
    return way.first { $0.contrast(with: background) >= least } ?? way.max {
      $0.contrast(with: background) < $1.contrast(with: background)
    } ?? end
  }
}
