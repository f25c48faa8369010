import Expressions

/// Recorded operations where they lie; it lives no longer than the builder that holds them.
///
/// A chain is written in the places of its own sums, as a list: the operands of each become the two factors of a term,
/// and its state says where the next term is.
struct RecordedOperations {
  /// What is known of an operation: in the two lowest bits how often it is used, 0, 1, or 2 for more; above them how far it
  /// is from the output, then the place of its result. Within a chain it is unused and has the next term above.
  enum State {
    static let countMask: UInt32 = 3
    static let shift: UInt32 = 2
  }

  /// For each operation which one it is.
  let operations: UnsafeMutablePointer<UInt8>
  /// For each operation its operands; one with a single operand has it twice.
  let firstBits: UnsafeMutablePointer<UInt32>
  let secondBits: UnsafeMutablePointer<UInt32>
  let states: UnsafeMutablePointer<UInt32>

  @inline(__always)
  init(_ storage: borrowing FlatOperations) {
    operations = storage.opcodes
    firstBits = storage.first
    secondBits = storage.second
    states = storage.states
  }

  @inline(__always)
  func first(_ node: Int) -> TapeReference { TapeReference(bits: firstBits[node]) }

  @inline(__always)
  func second(_ node: Int) -> TapeReference { TapeReference(bits: secondBits[node]) }

  @inline(__always)
  func setOperands(of node: Int, _ first: TapeReference, _ second: TapeReference) {
    firstBits[node] = first.bits
    secondBits[node] = second.bits
  }

  @inline(__always)
  func isUsed(_ node: Int) -> Bool { states[node] & State.countMask != 0 }

  /// How far an operation is from the output, the place of its result, or where the next term is.
  @inline(__always)
  func stateValue(_ node: Int) -> UInt32 { states[node] >> State.shift }

  @inline(__always)
  func setStateValue(of node: Int, _ value: UInt32) {
    states[node] = value << State.shift | states[node] & State.countMask
  }

  @inline(__always)
  func isSum(_ node: Int) -> Bool {
    operations[node] == Operation.add.rawValue || operations[node] == Operation.subtract.rawValue
  }

  @inline(__always)
  func isSubtraction(_ node: Int) -> Bool { operations[node] == Operation.subtract.rawValue }

  /// Whether an operand is a product that nothing else uses.
  @inline(__always)
  func isInnerProduct(_ reference: TapeReference) -> Bool {
    isInner(reference) && operations[reference.index] == Operation.multiply.rawValue
  }

  /// Whether an operand is an operation that nothing else uses.
  @inline(__always)
  func isInner(_ reference: TapeReference) -> Bool {
    reference.isOperation && states[reference.index] & State.countMask == 1
  }

  /// The inner sum that a sum continues; the other operand is then an addend.
  @inline(__always)
  func continued(_ node: Int) -> Int? {
    let first = first(node)
    if isInner(first), isSum(first.index) { return first.index }
    let second = second(node)
    let isAddition = operations[node] == Operation.add.rawValue
    return isAddition && isInner(second) && isSum(second.index) ? second.index : nil
  }

  /// Whether a sum has a number of addends at least.
  @inline(__always)
  func hasAddends(_ sum: Int, atLeast bound: Int) -> Bool {
    var count = 2
    var node = sum
    while count < bound {
      guard let inner = continued(node) else { return false }
      count += 1
      node = inner
    }
    return true
  }

  /// Puts an operand at least as far from the output as a height says.
  @inline(__always)
  func raise(_ reference: TapeReference, to height: UInt32) {
    guard reference.isOperation else { return }
    let state = states[reference.index]
    states[reference.index] = max(state, height << State.shift | state & State.countMask)
  }
}
