/// What cannot be read of somebody's program or model, with its place and what to do.
public struct ProgramError: Error, Hashable, Sendable {
  /// A place in a file of lines, both from 1.
  public struct Place: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// `nil` where the file has no lines, or all of it is meant.
  public var place: Place?
  /// What is wrong and what to do, on one line.
  public var message: String

  init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }
}

/// The forward pass of somebody's program or model, as formulas.
public struct ProgramReading: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var name: String
    /// The formula, or for an input its numbers.
    public var formula: String
    public var role: Role
    public var place: ProgramError.Place?
  }

  public enum Role: Hashable, Sendable {
    case any, parameter, data
  }

  public var lines: [Line] = []
  /// What the program differentiates; `nil` where it does not say.
  public var output: String?
  /// What was left out, and what is called otherwise.
  public var notes: [Note] = []
  /// The lines that compute nothing of the graph, in order.
  public var leftOut: [Int] = []

  public struct Note: Hashable, Sendable {
    /// The line that it is about, if it is about one.
    public var line: Int?
    public var text: String
  }
}
