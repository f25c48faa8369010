extension Style {
  /// A colour by which people tell meanings apart; the terminal decides on its shade.
  public enum Color: String, Hashable, Sendable, CaseIterable {
    case red, green, yellow, blue, magenta, cyan
  }
}

extension Style.Role {
  /// The colour of a meaning, for the terminal and for scripts; `nil` for text in the terminal's own colour.
  public var color: Style.Color? {
    switch self {
    case .plain, .faint, .strong, .box, .wire, .placeholder, .prompt, .key: nil
    // What is open has no verdict yet, and a wire is no entry: a terminal tints them, and scripts call them plain.
    case .openForward, .openDerivative, .forwardWire, .derivativeWire: nil
    case .code: .cyan
    case .forward: .blue
    case .derivative, .success: .green
    case .wrong: .red
    case .revealed: .magenta
    case .lit, .notice: .yellow
    }
  }
}
