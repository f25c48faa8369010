/// An argument of a command, or several of one kind.
struct Argument {
  /// How often an argument may stand.
  enum Count {
    case one, atMostOne, any, oneOrMore

    var repeats: Bool { self == .any || self == .oneOrMore }
  }

  var value: Value
  var count: Count

  init(_ value: Value, _ count: Count = .one) {
    self.value = value
    self.count = count
  }

  /// How a usage line writes it.
  var notation: String {
    switch count {
    case .one: value.placeholder
    case .atMostOne: "[\(value.placeholder)]"
    case .any: "[\(value.placeholder)...]"
    case .oneOrMore: "\(value.placeholder)..."
    }
  }
}
