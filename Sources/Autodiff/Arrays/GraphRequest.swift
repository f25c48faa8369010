public import Expressions

/// What a graph is read from beside its statements.
public struct GraphRequest: Hashable, Sendable {
  /// Inputs that are data, beside those whose statement says so.
  public var data: Set<String> = []
  /// The quantity whose derivatives are asked; `nil` for the last formula.
  public var output: String?
  /// Derivatives that are given to begin with, as typed: `dY=[[1, 0]]`.
  public var starts: [Statement] = []
  /// Inputs that were read from files.
  public var arrays: [String: NumericArray] = [:]
  /// What `randn` draws by, with the name of its input.
  public var seed: UInt64 = 1

  public init(data: Set<String> = []) {
    self.data = data
  }
}
