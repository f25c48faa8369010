/// Operations as a structure of arrays in one piece of memory: recorded ones, and then the instructions of a tape.
struct FlatOperations: ~Copyable, @unchecked Sendable {
  private var memory: UnsafeMutableRawPointer?
  let capacity: Int

  /// What two operands and an opcode take.
  private static let operationSize = 9

  init(capacity: Int = 0) {
    self.capacity = capacity
    memory = FlatMemory.allocate(byteCount: capacity * FlatOperations.operationSize)
  }

  /// Makes room by copying what is there already.
  init(capacity: Int, copying other: consuming FlatOperations, count: Int) {
    self.init(capacity: capacity)
    guard count > 0 else { return }
    first.update(from: other.first, count: count)
    second.update(from: other.second, count: count)
    opcodes.update(from: other.opcodes, count: count)
  }

  deinit {
    FlatMemory.release(memory)
  }

  /// For each operation its first operand.
  @inline(__always)
  var first: UnsafeMutablePointer<UInt32> {
    memory.unsafelyUnwrapped.assumingMemoryBound(to: UInt32.self)
  }

  /// For each operation its second operand.
  @inline(__always)
  var second: UnsafeMutablePointer<UInt32> { first + capacity }

  /// For each operation which one it is.
  @inline(__always)
  var opcodes: UnsafeMutablePointer<UInt8> {
    (memory.unsafelyUnwrapped + 8 * capacity).assumingMemoryBound(to: UInt8.self)
  }
}
