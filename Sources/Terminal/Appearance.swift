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
    color = palette == .monochrome ? nil : style.role.color.map { Color($0, on: palette) }
    // Dark blue is hard to read on black; where there is no bright one, bold stands in.
    if color == .blue { attributes.insert(.bold) }
    if style.isFocused {
      attributes.remove(.dim)
      attributes.formUnion(row.focus)
    }
  }

  /// The attributes of a role beside its colour, those that stand alone without colours, and what the focus adds:
  /// entries turn around, so that the focused one is found at a glance.
  private static func row(
    _ role: Style.Role
  ) -> (beside: Attributes, alone: Attributes, focus: Attributes) {
    switch role {
    case .plain: ([], [], .bold)
    case .faint: (.dim, .dim, .bold)
    case .strong: (.bold, .bold, .underline)
    case .code: ([], .bold, .underline)
    case .box: ([], [], .bold)
    case .wire: ([], [], .bold)
    case .placeholder: (.underline, .underline, .reverse)
    case .forward: ([], .bold, .reverse)
    case .derivative: ([], .bold, .reverse)
    case .wrong: ([], [.bold, .underline], .reverse)
    case .revealed: ([], .dim, .reverse)
    case .lit: (.bold, .reverse, .underline)
    case .prompt: ([], [], .bold)
    case .key: (.bold, .bold, .reverse)
    case .success: ([], .bold, .reverse)
    case .notice: ([], .bold, .reverse)
    }
  }
}

extension Appearance.Color {
  init(_ color: Style.Color, on palette: Appearance.Palette) {
    self =
      switch color {
      case .red: .red
      case .green: .green
      case .yellow: .yellow
      case .blue: palette == .sixteenColors ? .brightBlue : .blue
      case .magenta: .magenta
      case .cyan: .cyan
      }
  }
}
