import Expressions
import RandomNumbers

extension NormalNumbers {
  /// The numbers of an input, so that no two inputs have the same.
  init(seed: UInt64, name: String) {
    // Fowler, Noll and Vo's hash, version 1a.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    self.init(SplitMix64(seed: seed ^ hash))
  }

  mutating func array(_ shape: Shape) -> NumericArray {
    NumericArray((0..<shape.count).map { _ in next() }, shape: shape)
  }
}
