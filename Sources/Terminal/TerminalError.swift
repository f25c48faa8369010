/// Why a full screen cannot be opened here.
public enum TerminalError: Error, Hashable {
  public enum Stream: String, Hashable, Sendable {
    case input = "standard input"
    case output = "standard output"
  }

  case notATerminal(Stream)
  case missingType
  case unknownType(String)
  /// A terminal that cannot place its cursor, such as `dumb`.
  case unsuitableType(String)
  /// The process has too few descriptors or too little memory, by the system's number of the failure.
  case shortage(Int32)
}
