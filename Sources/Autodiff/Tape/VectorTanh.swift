/// The hyperbolic tangent of several numbers at a time, and its derivative.
///
/// It is e/(e + 2) with e = exp(2x) - 1, which is 2ᵏ (exp(r) - 1) + 2ᵏ - 1 where 2x = k ln 2 + r and |r| <= ln 2 / 2; exp(r) - 1
/// is the beginning of its series. It differs from the library's function by a few units in the last place at most.
enum VectorTanh {
  typealias Numbers = UnsafeMutablePointer<Double>
  private typealias Eight = SIMD8<Double>

  /// Writes tanh(xᵢ) into each yᵢ.
  @inline(never)
  static func write(_ x: Numbers, to y: Numbers, _ count: Int) {
    var index = 0
    while index &+ 8 <= count {
      ChainKernel.store(tanh(ChainKernel.load(x + index, as: Eight.self)), at: y + index)
      index &+= 8
    }
    guard index < count else { return }
    var rest = Eight.zero
    for lane in 0..<count - index { rest[lane] = x[index + lane] }
    rest = tanh(rest)
    for lane in 0..<count - index { y[index + lane] = rest[lane] }
  }

  /// Adds gᵢ (1 - yᵢ²) to each of some sums.
  @inline(never)
  static func reverse(_ y: Numbers, _ g: Numbers, to sums: Numbers, _ count: Int) {
    for index in 0..<count { sums[index] += (1 - y[index] * y[index]) * g[index] }
  }

  @inline(__always)
  private static func tanh(_ x: Eight) -> Eight {
    let sign = SIMD8<UInt64>(repeating: 1 << 63)
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    let magnitude = unsafeBitCast(bits & ~sign, to: Eight.self)
    // From here on the tangent is 1.
    let y = (2 * magnitude).replacing(with: 44, where: magnitude .> 22)
    // Adding this rounds to a whole number, which then is in the lowest bits.
    let rounder = 0x1.8p52
    let shifted = y * 1.4426950408889634 + rounder
    let k = shifted - rounder
    // ln 2 in two parts, of which the first has so few digits that its product with k is exact.
    let r = (y - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33
    let scale = unsafeBitCast(
      (unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &+ 1023) &<< 52, to: Eight.self)
    var sum = r * (1 / 6_227_020_800.0) + 1 / 479_001_600.0
    sum = sum * r + 1 / 39_916_800.0
    sum = sum * r + 1 / 3_628_800.0
    sum = sum * r + 1 / 362_880.0
    sum = sum * r + 1 / 40_320.0
    sum = sum * r + 1 / 5_040.0
    sum = sum * r + 1 / 720.0
    sum = sum * r + 1 / 120.0
    sum = sum * r + 1 / 24.0
    sum = sum * r + 1 / 6.0
    sum = sum * r + 0.5
    let e = scale * (sum * r * r + r) + (scale - 1)
    let result = unsafeBitCast(e / (e + 2), to: SIMD8<UInt64>.self)
    return unsafeBitCast(result | (bits & sign), to: Eight.self)
  }
}
