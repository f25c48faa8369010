import Autodiff

extension Worksheet {
  /// The worksheet as if some entries had other numbers, so that a test sees what of a picture depends on them.
  ///
  /// What is filled in stays, right or wrong as it was.
  package func replacing(_ numbers: [Int: Double]) -> Worksheet {
    var copy = self
    if let key = key.numbers { copy.key = .numbers(key.replacing(numbers)) }
    return copy
  }
}

extension AnswerKey {
  fileprivate func replacing(_ numbers: [Int: Double]) -> AnswerKey {
    var (values, derivatives): ([Int: Double], [Int: Double]) = ([:], [:])
    for (entry, number) in numbers {
      let (kind, node) = (list.entries[entry].kind, list.entries[entry].node)
      if kind == .forward { values[node] = number }
      if let operand = operand(of: list.entries[entry]), list.derivative(of: operand) == entry {
        derivatives[operand] = number
      }
    }
    return AnswerKey(
      list, backward.replacing(values: values, derivatives: derivatives),
      values: list.entries.indices.map { numbers[$0] ?? value(of: $0) })
  }
}
