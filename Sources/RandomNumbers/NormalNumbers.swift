import Glibc

/// Numbers of the standard normal distribution that are the same for the same seed on every machine.
///
/// Box and Muller, "A note on the generation of random normal deviates" (1958).
public struct NormalNumbers: Sendable {
  private var numbers: SplitMix64
  private var spare: Double?

  public init(_ numbers: SplitMix64) {
    self.numbers = numbers
  }

  /// A number from above 0 to 1, all of them as likely.
  public mutating func share() -> Double { (Double(numbers.next() >> 11) + 1) / 0x1p53 }

  public mutating func next() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    let radius = (-2 * log(share())).squareRoot()
    let angle = 2 * Double.pi * share()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  /// A whole number from 0 to below a bound.
  public mutating func next(below bound: Int) -> Int { numbers.next(below: bound) }

  /// Puts elements into an order that is drawn (Fisher and Yates; Durstenfeld, 1964).
  ///
  /// - Complexity: O(n).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, next(below: index + 1))
    }
  }
}
