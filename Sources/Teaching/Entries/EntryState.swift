/// Where an entry stands.
public enum EntryState: Hashable, Sendable {
  case empty
  /// Answered, and neither right nor wrong before the work is handed in.
  case answered(typed: String)
  /// With the number that was typed; `nil` for what is no number.
  case right(typed: String, value: Double?)
  case close(typed: String, value: Double?)
  case wrong(typed: String)
  /// Shown by the tutor and not found.
  case revealed

  public var isAccepted: Bool {
    switch self {
    case .right, .close: true
    case .empty, .answered, .wrong, .revealed: false
    }
  }

  /// Whether it was answered and has no verdict yet.
  public var isAnswered: Bool {
    if case .answered = self { true } else { false }
  }

  /// Whether the learner has the number, found or shown.
  public var isSettled: Bool { !isOpen && !isAnswered }

  /// Whether an answer is still wanted.
  public var isOpen: Bool {
    switch self {
    case .empty, .wrong: true
    case .answered, .right, .close, .revealed: false
    }
  }

  /// What the learner typed there.
  public var typed: String? {
    switch self {
    case .empty, .revealed: nil
    case .answered(let typed), .right(let typed, _), .close(let typed, _), .wrong(let typed): typed
    }
  }

  /// The word for it in scripts and on the screen.
  public var word: String {
    switch self {
    case .empty: "empty"
    case .answered: "answered"
    case .right: "right"
    case .close: "close"
    case .wrong: "wrong"
    case .revealed: "revealed"
    }
  }
}
