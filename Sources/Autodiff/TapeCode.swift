/// The instructions of a tape.
struct TapeCode: ~Copyable, Sendable {
  /// For each instruction what it is.
  let opcodes: FlatArray<UInt8>
  /// For each instruction the place of its first operand, or the index of its chain.
  let first: FlatArray<UInt32>
  /// For each instruction the place of its second operand, or how many chains the layer has that begins or ends here.
  let second: FlatArray<UInt32>
  var chains = FlatArray<Tape.Chain>()
  var runs = FlatArray<Tape.Run>()
  var pairs = FlatArray<Tape.Pair>()
  var copies = FlatArray<Tape.Copies>()
  var cleared = FlatArray<Tape.Cleared>()
  /// How many numbers are given; the results of the instructions have the places after them.
  let numberCount: Int

  init(count: Int, numberCount: Int) {
    opcodes = FlatArray(uninitializedCount: count)
    first = FlatArray(uninitializedCount: count)
    second = FlatArray(uninitializedCount: count)
    self.numberCount = numberCount
  }

  var count: Int { opcodes.count }

  /// The place of an instruction's result.
  @inline(__always)
  func place(_ instruction: Int) -> Int { numberCount + instruction }
}

/// Numbers by their addresses: places of a tape, and parameters or their derivatives.
struct TapeMemory {
  let places: UnsafeMutablePointer<Double>
  let parameters: UnsafeMutablePointer<Double>

  init(places: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>) {
    self.places = places
    self.parameters = parameters
  }

  /// Memory whose parameters are only read; without any parameter they are nowhere.
  init(places: UnsafeMutablePointer<Double>, parameters: UnsafePointer<Double>?) {
    self.places = places
    self.parameters = parameters.map { UnsafeMutablePointer(mutating: $0) } ?? places
  }

  @inline(__always)
  subscript(address: Tape.Address) -> UnsafeMutablePointer<Double> {
    (address.isParameter ? parameters : places) + address.index
  }
}
