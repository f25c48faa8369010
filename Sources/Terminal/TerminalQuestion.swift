import CNcurses
import Glibc

/// Asks the terminal what it is, which all that follow ECMA-48 answer.
enum TerminalQuestion {
  /// So long an answer is waited for, in milliseconds; a line across the world takes a third of it.
  private static let patience = 1000

  /// Asks for the device's attributes.
  ///
  /// - Returns: what was typed meanwhile; nil where no answer comes.
  static func ask() -> [UInt8]? {
    guard let rescue = Rescue(bytes: []) else { return nil }
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      rescue.remove()
    }
    rescue.arm(true)
    var mode = before
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
    guard OpenFile.output.write(Array("\u{1B}[c".utf8)) == nil else { return nil }
    return answer()
  }

  private static func answer() -> [UInt8]? {
    var received: [UInt8] = []
    let deadline = ContinuousClock.now + .milliseconds(patience)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { return nil }
      guard cn_wait_for_input(STDIN_FILENO, CInt(left.rounded(.up))) != 0 else { continue }
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      received += buffer.prefix(count)
      if let typed = withoutAnswer(received) { return typed }
    }
  }

  /// The bytes around an answer; nil where there is none.
  static func withoutAnswer(_ bytes: [UInt8]) -> [UInt8]? {
    let start = Array("\u{1B}[?".utf8)
    guard let range = bytes.firstRange(of: start) else { return nil }
    let rest = bytes[range.upperBound...]
    let end = rest.firstIndex { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: ";") }
    guard let end, bytes[end] == UInt8(ascii: "c") else { return nil }
    return Array(bytes[..<range.lowerBound] + bytes[(end + 1)...])
  }
}
