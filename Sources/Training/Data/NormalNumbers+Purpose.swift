import RandomNumbers

/// What numbers are drawn for in training, so that one purpose does not disturb another.
enum DrawnPurpose: UInt64 {
  case examples = 1
  case heldOut, order, weights
}

extension NormalNumbers {
  /// - Parameter part: which of several series of one purpose, such as the number of an epoch.
  init(seed: UInt64, for purpose: DrawnPurpose, part: Int = 0) {
    var mixing = SplitMix64(seed: seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
    let own = mixing.next()
    self.init(SplitMix64(seed: own &+ UInt64(part) &* 0x8CB9_2BA7_2F3D_8DD7))
  }
}
