import Glibc

/// Operations as a structure of arrays in one piece of memory: recorded ones, and then the instructions of a tape.
struct FlatOperations: ~Copyable, @unchecked Sendable {
  private var memory: UnsafeMutableRawPointer?
  let capacity: Int

  /// What two operands and an opcode take.
  private static let instructionSize = 9
  private static let stateSize = 4

  /// Makes room for operations, each of which has a state while it is recorded and compiled.
  init(capacity: Int = 0, hasStates: Bool) {
    // A multiple of what states are aligned to.
    self.capacity = (capacity + 3) & ~3
    let size = FlatOperations.instructionSize + (hasStates ? FlatOperations.stateSize : 0)
    memory = FlatMemory.allocate(byteCount: self.capacity * size)
  }

  /// Makes room for recorded operations and copies those that are there already.
  init(capacity: Int, copying other: consuming FlatOperations, count: Int) {
    self.init(capacity: capacity, hasStates: true)
    guard count > 0 else { return }
    first.update(from: other.first, count: count)
    second.update(from: other.second, count: count)
    opcodes.update(from: other.opcodes, count: count)
    states.update(from: other.states, count: count)
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
    (memory.unsafelyUnwrapped + 8 &* capacity).assumingMemoryBound(to: UInt8.self)
  }

  /// For each recorded operation a state of `RecordedOperations`.
  @inline(__always)
  var states: UnsafeMutablePointer<UInt32> {
    (memory.unsafelyUnwrapped + 9 &* capacity).assumingMemoryBound(to: UInt32.self)
  }

  /// Gives back the memory of the states.
  mutating func releaseStates() {
    guard capacity > 0 else { return }
    // Less memory is found where it is, so nothing is lost where this fails.
    memory = realloc(memory, capacity * FlatOperations.instructionSize) ?? memory
  }
}
