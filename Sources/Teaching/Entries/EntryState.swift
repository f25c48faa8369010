/// Where an entry stands.
public enum EntryState: Hashable, Sendable {
  case empty
  case right(typed: String, value: Double)
  case close(typed: String, value: Double)
  case wrong(typed: String)
  /// Shown by the tutor and not found.
  case revealed

  public var isAccepted: Bool {
    switch self {
    case .right, .close: true
    case .empty, .wrong, .revealed: false
    }
  }

  /// Whether an answer is still wanted.
  public var isOpen: Bool {
    switch self {
    case .empty, .wrong: true
    case .right, .close, .revealed: false
    }
  }

  /// What the learner typed there.
  public var typed: String? {
    switch self {
    case .empty, .revealed: nil
    case .right(let typed, _), .close(let typed, _), .wrong(let typed): typed
    }
  }

  /// The word for it in scripts and on the screen.
  public var word: String {
    switch self {
    case .empty: "empty"
    case .right: "right"
    case .close: "close"
    case .wrong: "wrong"
    case .revealed: "revealed"
    }
  }
}
