import Glibc

/// What is known of the background that the terminal's own text stands on.
struct Background {
  /// So long an answer is waited for.
  private static let patience = Duration.milliseconds(500)
  /// For the background, then for what every terminal tells.
  static let question = Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)

  /// `nil` while nothing is known.
  private(set) var color: RGB?
  private var asked: ContinuousClock.Instant?
  private(set) var isAsked = false

  /// - Parameter assumed: what holds before the terminal has said it, and where it says nothing.
  init(assumed: RGB?) {
    color = Background.named(by: Environment.value("COLORFGBG")) ?? assumed
  }

  /// What the last number of the variable `COLORFGBG` says, as rxvt and Konsole set it: dark or light.
  static func named(by variable: String?) -> RGB? {
    guard let last = variable?.split(separator: ";").last.flatMap({ Int($0) }) else { return nil }
    return switch last {
    case 0...6, 8: RGB(0x1e1e1e)
    case 7, 9...15: RGB(0xf4f4f4)
    default: nil
    }
  }

  /// The milliseconds that the answer may still take; `nil` if none is waited for.
  var patience: CInt? {
    guard let asked else { return nil }
    let left = (asked + Background.patience - .now) / .milliseconds(1)
    return left > 0 ? CInt(left.rounded(.up)) : nil
  }

  mutating func beginAsking() {
    isAsked = true
    asked = .now
  }

  /// Takes in what the terminal says; returns whether the background is another one now.
  mutating func hear(_ report: TerminalReport) -> Bool {
    guard patience != nil else { return false }
    switch report {
    case .attributes:
      asked = nil
      return false
    case .background(let color):
      guard color != self.color else { return false }
      self.color = color
      return true
    }
  }
}
