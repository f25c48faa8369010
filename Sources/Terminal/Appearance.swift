import TextScreen

/// How a style looks: a colour of the terminal's own palette, and attributes.
struct Appearance: Hashable, Sendable {
  /// A colour by its number in the palette that every terminal lets its owner choose.
  enum Color: Int16, Hashable, Sendable, CaseIterable {
    case red = 1
    case green = 2
    case yellow = 3
    case blue = 4
    case magenta = 5
    case cyan = 6
    case brightBlue = 12
  }

  struct Attributes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let reverse = Attributes(rawValue: 4)
    static let underline = Attributes(rawValue: 8)
  }

  /// What a terminal has to show meaning with.
  enum Palette: Hashable, Sendable, CaseIterable {
    /// Attributes alone, because the terminal has no colours or its owner wants none.
    case monochrome
    case eightColors
    case sixteenColors

    init(colors: Int) {
      self = colors >= 16 ? .sixteenColors : colors >= 8 ? .eightColors : .monochrome
    }
  }

  var color: Color?
  var attributes: Attributes
}

extension Appearance {
  init(_ style: Style, on palette: Palette) {
    let row = Self.row(style.role)
    attributes = palette == .monochrome ? row.alone : row.beside
    color =
      switch (palette, row.color) {
      case (.monochrome, _): nil
      case (.eightColors, .brightBlue): .blue
      case (_, let color): color
      }
    // Dark blue is hard to read on black; where there is no bright one, bold stands in.
    if color == .blue { attributes.insert(.bold) }
    if style.isFocused {
      attributes.remove(.dim)
      attributes.formUnion(row.focus)
    }
  }

  /// The colour of a role, the attributes beside that colour, those that stand alone without colours,
  /// and what the focus adds: entries turn around, so that the one in hand is found at a glance.
  private static func row(
    _ role: Style.Role
  ) -> (color: Color?, beside: Attributes, alone: Attributes, focus: Attributes) {
    switch role {
    case .plain: (nil, [], [], .bold)
    case .faint: (nil, .dim, .dim, .bold)
    case .strong: (nil, .bold, .bold, .underline)
    case .code: (.cyan, [], .bold, .underline)
    case .box: (nil, [], [], .bold)
    case .wire: (nil, [], [], .bold)
    case .blank: (nil, .underline, .underline, .reverse)
    case .forward: (.brightBlue, [], .bold, .reverse)
    case .derivative: (.green, [], .bold, .reverse)
    case .wrong: (.red, [], [.bold, .underline], .reverse)
    case .revealed: (.magenta, [], .dim, .reverse)
    case .lit: (.yellow, .bold, .reverse, .underline)
    case .prompt: (nil, [], [], .bold)
    case .key: (nil, .bold, .bold, .reverse)
    case .success: (.green, [], .bold, .reverse)
    case .notice: (.yellow, [], .bold, .reverse)
    }
  }
}
