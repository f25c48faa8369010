public import Autodiff
import Expressions

/// The right answers to the entries of a graph, whatever its quantities are.
public enum GraphKey: Hashable, Sendable {
  /// Of a graph of numbers.
  case numbers(AnswerKey)
  /// Of a graph with vectors and matrices.
  case arrays(ArraySheetKey)

  /// The key of a graph of numbers.
  public var numbers: AnswerKey? {
    switch self {
    case .numbers(let key): key
    case .arrays: nil
    }
  }

  /// The key of a graph with arrays.
  public var arrays: ArraySheetKey? {
    switch self {
    case .numbers: nil
    case .arrays(let key): key
    }
  }

  public var list: EntryList {
    switch self {
    case .numbers(let key): key.list
    case .arrays(let key): key.list
    }
  }

  public var graph: ComputationGraph { list.graph }

  /// The node with respect to which an entry is a derivative.
  public func operand(of entry: Entry) -> Int? {
    switch self {
    case .numbers(let key): key.operand(of: entry)
    case .arrays(let key): key.operand(of: entry)
    }
  }

  /// What is shown of an entry's exact value.
  public func shown(_ entry: Int) -> ShownAnswer {
    switch self {
    case .numbers(let key): .number(key.shown(entry))
    case .arrays(let key): .text(key.text(of: entry))
    }
  }

  /// What is shown of a node's exact value.
  public func shownValue(of node: Int) -> ShownAnswer {
    switch self {
    case .numbers(let key): .number(key.shownValue(of: node))
    case .arrays(let key): .text(key.text(ofNode: node))
    }
  }

  /// What stands for an entry's exact value on a drawing: of an array its shape.
  public func drawn(_ entry: Int) -> ShownAnswer {
    switch self {
    case .numbers: shown(entry)
    case .arrays(let key): key.drawn(entry)
    }
  }

  /// What stands for a node's exact value on a drawing: of an array its shape.
  public func drawnValue(of node: Int) -> ShownAnswer {
    switch self {
    case .numbers: shownValue(of: node)
    case .arrays(let key): key.drawnValue(of: node)
    }
  }

  /// An answer to an entry that is right.
  public func answer(to entry: Int) -> String {
    switch self {
    case .numbers(let key): key.value(of: entry).shortestText
    case .arrays(let key): key.text(of: entry)
    }
  }

  /// An answer to an entry that is wrong.
  public func wrongAnswer(to entry: Int) -> String {
    switch self {
    case .numbers(let key):
      let right = key.value(of: entry)
      return (right > 0 ? -right - 1 : 1 - right).shortestText
    // As a shape, a number in every cell, or the number that it is.
    case .arrays: return "987654321"
    }
  }

  /// The columns in which each of some entries has three digits at least, or is as it is where that is short.
  public func leastColumns(of entries: some Sequence<Int>) -> Int {
    switch self {
    case .numbers(let key): entries.reduce(0) { max($0, key.value(of: $1).leastColumns) }
    case .arrays(let key): entries.reduce(0) { max($0, key.drawn($1).leastColumns) }
    }
  }

  /// Why an answer cannot be read, whatever is right.
  func obstacle(to typed: String, for index: Int) -> Verdict.Unreadable? {
    switch self {
    case .numbers(let key): key.obstacle(to: typed, for: index)
    case .arrays(let key): key.obstacle(to: typed, for: index)
    }
  }

  /// Whether the inputs, and with them all numbers, are those of another key.
  public func hasNumbers(of other: GraphKey) -> Bool {
    switch (self, other) {
    case (.numbers(let key), .numbers(let other)): key.forward.values == other.forward.values
    case (.arrays(let key), .arrays(let other)): key.hasNumbers(of: other)
    case (.numbers, .arrays), (.arrays, .numbers): false
    }
  }

  /// The verdict on a rule typed before a derivative's number; `nil` where what is typed is none.
  public func checkRule(_ typed: String, for index: Int) -> Verdict? {
    switch self {
    case .numbers(let key): key.checkRule(typed, for: index)
    case .arrays: nil
    }
  }

  /// Whether a rule can be typed before an entry's number.
  public func hasRule(_ index: Int) -> Bool {
    switch self {
    case .numbers(let key): key.hasRule(index)
    case .arrays: false
    }
  }

  /// The skills that an entry needs.
  public func skills(of entry: Int) -> [Skill] {
    switch self {
    case .numbers(let key): key.skills(of: entry)
    case .arrays(let key): key.skills(of: entry)
    }
  }

  /// What a first attempt tells of the skills that it needs.
  public func observations(
    of attempt: FirstAttempt, at index: Int, on day: Int
  ) -> [Observation] {
    switch self {
    case .numbers(let key): key.observations(of: attempt, at: index, on: day)
    case .arrays(let key): key.observations(of: attempt, at: index, on: day)
    }
  }

  /// The skills that a wrong answer speaks against.
  public func skills(missedIn verdict: Verdict, at index: Int) -> [Skill] {
    switch self {
    case .numbers(let key): key.skills(missedIn: verdict, at: index)
    case .arrays(let key): key.skills(missedIn: verdict, at: index)
    }
  }

  /// The number of an input, in full.
  public func text(ofInput node: Int) -> String {
    switch self {
    case .numbers(let key): key.forward.values[node].shortestText
    case .arrays(let key): key.text(ofNode: node)
    }
  }

  /// The number of an input, rounded for a table.
  public func roundedText(ofInput node: Int) -> String {
    switch self {
    case .numbers(let key): key.forward.values[node].roundedText
    case .arrays(let key): key.text(ofNode: node)
    }
  }
}
