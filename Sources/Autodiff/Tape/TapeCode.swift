/// The instructions of a tape.
struct TapeCode: ~Copyable, Sendable {
  /// For each instruction what it is; the place of its first operand, or the index of its chain; and the place of its
  /// second operand, or how many chains the layer has that begins or ends here.
  private(set) var instructions: FlatOperations
  let count: Int
  var chains = FlatArray<Tape.Chain>()
  var runs = FlatArray<Tape.Run>()
  var pairs = FlatArray<Tape.Pair>()
  var copies = FlatArray<Tape.Copies>()
  var cleared = FlatArray<Tape.Cleared>()
  /// How many numbers are given; the results of the instructions have the places after them.
  let numberCount: Int

  init(_ instructions: consuming FlatOperations, count: Int, numberCount: Int) {
    self.instructions = instructions
    self.count = count
    self.numberCount = numberCount
  }

  /// Gives back what was needed for compiling alone.
  mutating func releaseStates() {
    instructions.releaseStates()
  }

  @inline(__always)
  func write(_ opcode: UInt8, _ first: UInt32, _ second: UInt32, at instruction: Int) {
    instructions.opcodes[instruction] = opcode
    instructions.first[instruction] = first
    instructions.second[instruction] = second
  }

  /// The place of an instruction's result.
  @inline(__always)
  func place(_ instruction: Int) -> Int { numberCount + instruction }
}
