import CNcurses
import Glibc
import TextScreen

extension Terminal {
  /// How each style looks, by its role and its focus.
  struct Looks {
    private var looks: [(attributes: attr_t, color: Int16)]

    init(on palette: Palette, _ theme: Theme) {
      looks = Style.Role.allCases.flatMap { role in
        [false, true].map { isFocused in
          let appearance = Appearance(Style(role, isFocused: isFocused), on: palette, theme)
          return (appearance.attributes.cursesAttributes, Int16(appearance.color?.pair ?? 0))
        }
      }
    }

    subscript(style: Style) -> (attributes: attr_t, color: Int16) {
      looks[2 * Int(style.role.rawValue) + (style.isFocused ? 1 : 0)]
    }
  }

  /// Prepares colours; returns those that the terminal takes.
  static func openColors() -> ColorRange {
    guard Environment.value("NO_COLOR") == nil, has_colors(), start_color() == OK,
      use_default_colors() == OK
    else { return .none }
    return ColorRange(colors: Int(cn_colors()))
  }

  /// Gives meanings their colours on the background as it is known now.
  static func setColors(_ range: ColorRange, _ theme: Theme, on background: RGB?) -> Looks {
    let background = theme == .terminal ? nil : background
    let palette = range.palette(isBackgroundKnown: background != nil)
    for color in Appearance.Color.all where palette != .monochrome {
      let number: Int?
      if palette == .ownColors, let background {
        let shade = theme.shade(color.hue, isQuiet: color.isQuiet, on: background, cut: range.cut)
        number = range.number(of: shade)
      } else {
        let own = theme.row(color.hue).palette
        number = own.map { palette == .eightColors ? $0 % 8 : $0 }
      }
      if let number { init_extended_pair(CInt(color.pair), CInt(number), -1) }
    }
    return Looks(on: palette, theme)
  }

  /// What asks the terminal for its background, once, after the first picture, and where the answer makes a difference.
  ///
  /// It goes out with the end of the picture: whoever has seen that need not expect another write.
  func questionAfterPicture() -> [UInt8] {
    guard !background.isAsked, theme.asksForBackground, range.hasOwnColors, terminfo.isStandard
    else { return [] }
    background.beginAsking()
    return Background.question
  }

  /// Takes in what the terminal said of its background, and shows the picture in other colours if it said so.
  func heedBackground() {
    guard let color = decoder.takeBackground(), background.hear(color) else { return }
    looks = Terminal.setColors(range, theme, on: background.color)
    let canvas = shown
    shown = Canvas(size: Size(width: 0, height: 0))
    show(canvas)
  }

  /// Waits for an answer that is under way, lest the shell takes it for keys.
  ///
  /// A terminal beside the program answers while it draws the first picture; one that is silent keeps nobody waiting.
  func awaitBackground() {
    let time = Duration.milliseconds(isSlow ? 500 : 30)
    while let left = background.left(of: time), cn_wait_for_input(STDIN_FILENO, left) > 0 {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else { return }
      for byte in bytes.prefix(count) { _ = decoder.feed(byte) }
      if let color = decoder.takeBackground() { _ = background.hear(color) }
    }
  }
}

extension Appearance.Attributes {
  fileprivate var cursesAttributes: attr_t {
    var sum: attr_t = 0
    if contains(.bold) { sum |= cn_bold }
    if contains(.dim) { sum |= cn_dim }
    if contains(.reverse) { sum |= cn_reverse }
    if contains(.underline) { sum |= cn_underline }
    return sum
  }
}
