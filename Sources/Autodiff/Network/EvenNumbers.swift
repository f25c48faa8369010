/// Numbers between -1 and 1, spread evenly: multiples of the golden ratio, without their whole parts.
struct EvenNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0xD134_2543_DE82_EF95
  }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Double(Int64(bitPattern: state)) / 0x1p63
  }
}
