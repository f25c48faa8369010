/// An operand: an operation, a parameter or a number, each counted by itself, told apart by the two highest bits.
struct TapeReference: Hashable, Sendable, BitwiseCopyable {
  private(set) var bits: UInt32

  private static let parameterBit: UInt32 = 1 << 30
  private static let numberBit: UInt32 = 1 << 31
  /// Marks an addend that is subtracted.
  private static let negativeBit: UInt32 = 1 << 29
  private static let indexMask: UInt32 = negativeBit - 1
  /// How many of each there can be.
  static let greatestCount = Int(negativeBit)
  static let one = TapeReference(number: 0)

  /// A reference that was written down as its bits.
  @inline(__always)
  init(bits: UInt32) {
    self.bits = bits
  }

  /// - Precondition: the index is less than `greatestCount`.
  @inline(__always)
  init(operation index: Int) {
    bits = UInt32(truncatingIfNeeded: index)
  }

  init(parameter index: Int) {
    precondition(index < TapeReference.greatestCount, "a tape has half a billion parameters")
    bits = UInt32(truncatingIfNeeded: index) | TapeReference.parameterBit
  }

  init(number index: Int) {
    precondition(index < TapeReference.greatestCount, "a tape has half a billion numbers")
    bits = UInt32(truncatingIfNeeded: index) | TapeReference.numberBit
  }

  var isOperation: Bool { bits < TapeReference.negativeBit }
  var isParameter: Bool { bits & TapeReference.parameterBit != 0 }
  var isNegative: Bool { bits & TapeReference.negativeBit != 0 }
  var index: Int { Int(bits & TapeReference.indexMask) }
  var negative: TapeReference { TapeReference(bits: bits | TapeReference.negativeBit) }
  var positive: TapeReference { TapeReference(bits: bits & ~TapeReference.negativeBit) }
}
