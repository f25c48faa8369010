extension Float: Scalar {
  /// Each operation is computed in 64 bits and rounded once: the nearest number of 32 bits.
  public static func apply(_ operation: Operation, _ a: Float, _ b: Float) -> Float {
    Float(Double.apply(operation, Double(a), Double(b)))
  }

  /// The number with the digits that tell it from its neighbours of 32 bits: 6.0005183, not 6.000518321990967.
  public var inDigits: Double { Double(description) ?? Double(self) }
}
