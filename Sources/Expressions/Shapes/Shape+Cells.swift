extension Shape {
  /// The indices of a cell, as behind a name: `[0, 1]`; nothing for a number.
  public func cellText(_ place: Int) -> String {
    guard !isNumber else { return "" }
    var rest = place
    var indices: [Int] = []
    for size in sizes.reversed() {
      indices.append(rest % size)
      rest /= size
    }
    return "[\(indices.reversed().map(String.init).joined(separator: ", "))]"
  }
}
