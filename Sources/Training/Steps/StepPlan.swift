/// Steps of descent on a graph of numbers: which parameters move, how, and how often.
public struct StepPlan: Hashable, Sendable {
  public var optimizer: Optimizer
  /// The parameters that move, by their names; `nil` if all do.
  public var moving: [String]?
  public var count: Int

  public init(_ optimizer: Optimizer, moving: [String]? = nil, count: Int = 1) {
    self.optimizer = optimizer
    self.moving = moving
    self.count = count
  }

  /// How many steps anybody works out by hand.
  public static let counts = 1...20

  /// Whether a parameter moves.
  public func moves(_ name: String) -> Bool { moving?.contains(name) ?? true }
}
