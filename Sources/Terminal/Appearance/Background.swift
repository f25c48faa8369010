import Glibc

/// What is known of the background that the terminal's own text stands on.
struct Background {
  /// So long after the question an answer counts.
  private static let patience = Duration.milliseconds(1000)
  static let question = Array("\u{1B}]11;?\u{1B}\\".utf8)

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

  /// The milliseconds that are left of some time after the question; `nil` if it is over, or nothing is under way.
  func left(of time: Duration) -> CInt? {
    guard let asked else { return nil }
    let left = (asked + time - .now) / .milliseconds(1)
    return left > 0 ? CInt(left.rounded(.up)) : nil
  }

  mutating func beginAsking() {
    isAsked = true
    asked = .now
  }

  /// Takes in what the terminal says; returns whether the background is another one now.
  mutating func hear(_ color: RGB) -> Bool {
    guard left(of: Background.patience) != nil else { return false }
    asked = nil
    defer { self.color = color }
    return color != self.color
  }
}
