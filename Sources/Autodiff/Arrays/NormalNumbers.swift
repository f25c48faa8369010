import Expressions
import Glibc
import RandomNumbers

/// Numbers of the standard normal distribution that are the same for the same seed and name on every machine.
///
/// Box and Muller, "A note on the generation of random normal deviates" (1958).
struct NormalNumbers {
  private var numbers: SplitMix64
  private var spare: Double?

  /// - Parameter name: the input that is drawn, so that no two inputs have the same numbers.
  init(seed: UInt64, name: String) {
    // Fowler, Noll and Vo's hash, version 1a.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    numbers = SplitMix64(seed: seed ^ hash)
  }

  /// A number from above 0 to 1.
  private mutating func share() -> Double { (Double(numbers.next() >> 11) + 1) / 0x1p53 }

  mutating func next() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    let radius = (-2 * log(share())).squareRoot()
    let angle = 2 * Double.pi * share()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  mutating func array(_ shape: Shape) -> NumericArray {
    NumericArray((0..<shape.count).map { _ in next() }, shape: shape)
  }
}
