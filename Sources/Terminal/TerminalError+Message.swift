import Glibc
import TextScreen

extension TerminalError {
  /// The error as a sentence that says what to do.
  public var message: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream.rawValue) is not a terminal; start it in one, or use --plain"
    case .missingType:
      "TERM is not set; name your terminal, as in TERM=xterm-256color, or use --plain"
    case .unknownType(let name):
      "unknown terminal '\(name.printable)'; try TERM=xterm-256color, or use --plain"
    case .unsuitableType(let name):
      "terminal '\(name.printable)' cannot place its cursor; try TERM=xterm-256color, or use --plain"
    case .shortage(let number):
      "the terminal cannot be opened: \(String(cString: strerror(number)).lowercased()); "
        + "allow more (ulimit -a), or use --plain"
    }
  }
}
