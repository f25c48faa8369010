import TextScreen

/// How a style looks: a colour and attributes.
struct Appearance: Hashable, Sendable {
  /// A colour of a theme, in one of its two strengths; a terminal has a pair of colours for each.
  struct Color: Hashable, Sendable {
    var hue: Hue
    /// Whether it steps back.
    var isQuiet: Bool

    static let all = Hue.allCases.flatMap { hue in
      [false, true].map { Color(hue: hue, isQuiet: $0) }
    }

    /// The number of the pair, from 1.
    var pair: Int { 2 * hue.rawValue + (isQuiet ? 2 : 1) }
  }

  struct Attributes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let reverse = Attributes(rawValue: 4)
    static let underline = Attributes(rawValue: 8)
  }

  var color: Color?
  var attributes: Attributes
}

extension Appearance {
  init(_ style: Style, on palette: Palette, _ theme: Theme) {
    let (role, isFocused) = (style.role, style.isFocused)
    let row = Self.row(role)
    attributes = palette == .monochrome ? row.alone : row.beside
    color = row.color
    if isFocused {
      // What is in hand steps forward: in its colour's full strength, and grey no more.
      color?.isQuiet = false
      if color?.hue == .grey { color = nil }
      attributes.remove(.dim)
      attributes.formUnion(row.focus)
    }
    switch palette {
    case .monochrome: color = nil
    case .eightColors, .sixteenColors:
      if let hue = color?.hue {
        let number = theme.row(hue).palette
        // Dark blue text is hard to read on black; where there is no bright one, bold stands in.
        if palette == .eightColors, number == 12, role != .forwardWire {
          attributes = attributes.union(.bold).subtracting(.dim)
        }
        if number == nil { color = nil }
      }
    case .ownColors:
      // A colour of ours steps back by itself.
      attributes.remove(.dim)
    }
    if theme == .colourBlind, role == .wrong { attributes.insert(.bold) }
  }

  /// The colour of a role, its attributes beside the colour, those that stand alone without colours, and what the
  /// focus adds: entries turn around, so that the focused one is found at a glance.
  private static func row(
    _ role: Style.Role
  ) -> (color: Color?, beside: Attributes, alone: Attributes, focus: Attributes) {
    func strong(_ hue: Hue) -> Color { Color(hue: hue, isQuiet: false) }
    func quiet(_ hue: Hue) -> Color { Color(hue: hue, isQuiet: true) }
    return switch role {
    case .plain: (nil, [], [], .bold)
    case .faint: (quiet(.grey), .dim, .dim, .bold)
    case .strong: (nil, .bold, .bold, .underline)
    case .code: (strong(.code), [], .bold, .underline)
    case .box: (quiet(.grey), .dim, [], .bold)
    case .wire: (quiet(.grey), .dim, [], .bold)
    case .forwardWire: (strong(.value), [], [], .bold)
    case .derivativeWire: (strong(.derivative), [], [], .bold)
    case .placeholder: (nil, .underline, .underline, .reverse)
    case .openForward: (quiet(.value), [.dim, .underline], .underline, .reverse)
    case .openDerivative: (quiet(.derivative), [.dim, .underline], .underline, .reverse)
    case .forward: (strong(.value), [], .bold, .reverse)
    case .derivative: (strong(.derivative), [], .bold, .reverse)
    case .wrong: (strong(.wrong), [], [.bold, .underline], .reverse)
    case .revealed: (strong(.revealed), [], .dim, .reverse)
    case .lit: (strong(.lit), [], .reverse, .bold)
    case .prompt: (nil, [], [], .bold)
    case .key: (nil, .bold, .bold, .reverse)
    case .success: (strong(.derivative), [], .bold, .reverse)
    case .notice: (strong(.lit), [], .bold, .reverse)
    }
  }
}
