extension String {
  /// A text of scalars.
  ///
  /// Formulas are ASCII for the most part, whose bytes are written at once; one scalar after the other would take
  /// ten times as long.
  init(scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.allSatisfy(\.isASCII) else {
      self.init(String.UnicodeScalarView(scalars))
      return
    }
    self.init(unsafeUninitializedCapacity: scalars.count) { bytes in
      for (index, scalar) in scalars.enumerated() { bytes[index] = UInt8(scalar.value) }
      return scalars.count
    }
  }
}
