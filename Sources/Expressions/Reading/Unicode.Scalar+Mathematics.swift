extension Unicode.Scalar {
  /// Whether it is a minus, as keyboards type it or as a typeset page has it: any dash.
  public var isMinus: Bool {
    switch self {
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{2796}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
      true
    default: false
    }
  }

  /// The digit or sign of a keyboard that it is another shape of: `１` is 1 and `（` is `(`; else itself.
  ///
  /// Letters stay as they are: what they are may be a name's own.
  public var plain: Unicode.Scalar {
    guard value > 0x7F else { return self }
    switch value {
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E, 0xFF10...0xFF19:
      return Unicode.Scalar(value - 0xFEE0) ?? self
    default: break
    }
    guard properties.generalCategory == .decimalNumber, let digit = properties.numericValue else {
      return self
    }
    return Unicode.Scalar(UInt8(digit) + 0x30)
  }

  /// Whether it is a blank, of any width, or ends a line.
  package var isBlank: Bool {
    // The tables of Unicode take as long as all else in reading a formula.
    isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
  }

  /// Whether it shows nothing and means nothing, as a joiner or a mark of direction.
  var isInvisible: Bool {
    guard value > 0x7F else { return false }
    return switch self {
    case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}", "\u{2061}", "\u{2063}",
      "\u{FE00}"..."\u{FE0F}", "\u{FEFF}":
      true
    default: false
    }
  }

  /// What it is on the line where it stands above it.
  var loweredFromSuperscript: Unicode.Scalar? {
    switch self {
    case "¹": return "1"
    case "²": return "2"
    case "³": return "3"
    case "⁰", "⁴"..."⁹": return Unicode.Scalar(value - 0x2070 + 0x30)
    default:
      guard value > 0x7F else { return nil }
      return Unicode.Scalar.superscripts[self]
    }
  }

  /// What it is on the line where it stands below it.
  var raisedFromSubscript: Unicode.Scalar? {
    switch self {
    case "₀"..."₉": return Unicode.Scalar(value - 0x2080 + 0x30)
    default:
      guard value > 0x7F else { return nil }
      return Unicode.Scalar.subscripts[self]
    }
  }

  /// The fraction that it is, as `½` is 1/2.
  var fraction: (numerator: Int, denominator: Int)? {
    switch self {
    case "¼": (1, 4)
    case "½": (1, 2)
    case "¾": (3, 4)
    case "⅐": (1, 7)
    case "⅑": (1, 9)
    case "⅒": (1, 10)
    case "⅓": (1, 3)
    case "⅔": (2, 3)
    case "⅕": (1, 5)
    case "⅖": (2, 5)
    case "⅗": (3, 5)
    case "⅘": (4, 5)
    case "⅙": (1, 6)
    case "⅚": (5, 6)
    case "⅛": (1, 8)
    case "⅜": (3, 8)
    case "⅝": (5, 8)
    case "⅞": (7, 8)
    case "↉": (0, 3)
    default: nil
    }
  }

  private static func table(_ raised: String, _ plain: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(raised.unicodeScalars, plain.unicodeScalars))
  }

  private static let superscripts = table(
    "⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "+-()abcdefghijklmnoprstuvwxyz")

  private static let subscripts = table("₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "+-aehijklmnoprstuvx")
}
