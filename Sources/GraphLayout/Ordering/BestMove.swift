extension [Int] {
  /// Finds where an item makes the fewest crossings among the others, as they are ordered now.
  ///
  /// - Parameter gain: what is gained when the item, above another one, changes places with it; below
  ///   it, as much is lost.
  /// - Returns: the gain, and the item's index afterwards; its index now, where no move gains anything.
  /// - Complexity: O(1) in long arrays: an item moves by less than 300 places at once.
  func bestMove(from place: Int, gain: (Int) -> Int) -> (gain: Int, target: Int) {
    let reach = 300
    var (most, target) = (0, place)
    var sum = 0
    var index = place + 1
    while index < Swift.min(count, place + reach) {
      sum += gain(self[index])
      if sum > most { (most, target) = (sum, index) }
      index += 1
    }
    sum = 0
    index = place - 1
    while index > Swift.max(-1, place - reach) {
      sum -= gain(self[index])
      if sum > most { (most, target) = (sum, index) }
      index -= 1
    }
    return (most, target)
  }
}
