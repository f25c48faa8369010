import Teaching

extension AnswerKey {
  /// The columns in which each of some entries has three digits at least, or is as it is where that is short.
  func leastColumns(of entries: some Sequence<Int>) -> Int {
    entries.reduce(0) { max($0, value(of: $1).leastColumns) }
  }
}
