/// Products whose factors have followed a pattern so far; the last one came first.
struct GrowingRun {
  var first = Tape.Address.none
  var second = Tape.Address.none
  var count = 0
  /// How far the second factors lie apart: 0 or 1. The first lie next to each other.
  var stride: UInt32 = 1
  var isNegative = false

  init() {}

  init(_ first: Tape.Address, _ second: Tape.Address, _ isNegative: Bool) {
    (self.first, self.second, self.isNegative, count) = (first, second, isNegative, 1)
  }

  /// Takes in the product before if it follows the pattern.
  mutating func extend(
    _ first: Tape.Address, _ second: Tape.Address, _ isNegative: Bool
  ) -> Bool {
    guard count > 0, isNegative == self.isNegative else { return false }
    if first.bits &+ 1 == self.first.bits {
      if count == 1, second == self.second { stride = 0 }
      guard second.bits &+ stride == self.second.bits else { return false }
      (self.first, self.second) = (first, second)
    } else if count == 1, first == self.first, second.bits &+ 1 == self.second.bits {
      // The second factors are neighbours and the first are one and the same: the other way round.
      (self.first, self.second, stride) = (second, first, 0)
    } else if stride == 0, count > 1, first == self.second, second.bits &+ 1 == self.first.bits {
      self.first = second
    } else {
      return false
    }
    count += 1
    return true
  }

  subscript(offset: Int) -> Tape.Pair {
    Tape.Pair(
      first: Tape.Address(bits: first.bits &+ UInt32(offset)),
      second: Tape.Address(bits: second.bits &+ UInt32(offset) &* stride))
  }
}
