/// What a cell means; the terminal decides how that looks.
public struct Style: Hashable, Sendable {
  /// The meaning of a cell, apart from where the learner's attention is.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    /// Text and everything that has no meaning of its own.
    case plain
    /// Text of second rank: given numbers, explanations in passing, rules between panes.
    case faint
    /// Titles, and words that prose stresses.
    case strong
    /// Code and formulas inside prose.
    case code
    /// The frame of a box.
    case box
    /// A wire between boxes.
    case wire
    /// A wire along which a value went that is found.
    case forwardWire
    /// A wire along which a derivative came back that is found.
    case derivativeWire
    /// Room for what is still to be put in, and is no entry of the graph.
    case placeholder
    /// A forward value that is still open: a dim blue.
    case openForward
    /// A derivative that is still open: a dim green.
    case openDerivative
    /// A forward value that is right: blue.
    case forward
    /// A derivative that is right: green.
    case derivative
    /// An entry that is wrong: red.
    case wrong
    /// An entry whose value was shown and not found.
    case revealed
    /// What a closer look is at: a change on its way, a path.
    case lit
    /// The text that is being typed.
    case prompt
    /// The name of a key in the footer and in the list of commands.
    case key
    /// A message that something went well.
    case success
    /// A message that asks for attention, and is no verdict of wrong.
    case notice
  }

  public var role: Role
  /// Whether the cell belongs to the node or the focused entry.
  public var isFocused: Bool

  public init(_ role: Role, isFocused: Bool = false) {
    self.role = role
    self.isFocused = isFocused
  }

  public static let plain = Style(.plain)
}
