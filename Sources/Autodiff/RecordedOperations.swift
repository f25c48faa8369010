import Expressions

/// Room for recorded operations, as a structure of arrays.
struct FlatOperations: ~Copyable, Sendable {
  private var operations = FlatArray<UInt8>()
  private var first = FlatArray<TapeReference>()
  private var second = FlatArray<TapeReference>()
  private var uses = FlatArray<UInt8>()
  private(set) var capacity = 0

  @inline(never)
  mutating func reserve(_ capacity: Int) {
    guard capacity > self.capacity else { return }
    operations.lengthen(to: capacity)
    first.lengthen(to: capacity)
    second.lengthen(to: capacity)
    uses.lengthen(to: capacity)
    self.capacity = capacity
  }

  @inline(__always)
  var recorded: RecordedOperations {
    RecordedOperations(
      operations: operations.base, first: first.base, second: second.base, uses: uses.base)
  }
}

/// Recorded operations where they lie; it lives no longer than the builder that holds them.
struct RecordedOperations {
  /// What is noted beside the number of uses of an operation.
  enum Mark {
    static let count: UInt8 = 0x03
    /// It has a part in the output.
    static let live: UInt8 = 0x40
    /// It is the last sum of a chain.
    static let chainEnd: UInt8 = 0x80
  }

  /// For each operation which one it is.
  let operations: UnsafeMutablePointer<UInt8>
  /// For each operation its operands; one with a single operand has it twice.
  let first: UnsafeMutablePointer<TapeReference>
  let second: UnsafeMutablePointer<TapeReference>
  /// How often each operation is used: 0, 1, or 2 for more; with marks.
  let uses: UnsafeMutablePointer<UInt8>

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
    reference.isOperation && uses[reference.index] & Mark.count == 1
  }

  /// The inner sum that a sum continues; the other operand is then an addend.
  @inline(__always)
  func continued(_ node: Int) -> Int? {
    let first = first[node]
    if isInner(first), isSum(first.index) { return first.index }
    let second = second[node]
    let isAddition = operations[node] == Operation.add.rawValue
    return isAddition && isInner(second) && isSum(second.index) ? second.index : nil
  }

  /// The number of addends of a sum, counted as far as a bound.
  @inline(__always)
  func addendCount(_ sum: Int, upTo bound: Int) -> Int {
    var count = 2
    var node = sum
    while count < bound, let inner = continued(node) {
      count += 1
      node = inner
    }
    return count
  }

  @inline(__always)
  func mark(_ reference: TapeReference, _ mark: UInt8) {
    if reference.isOperation { uses[reference.index] |= mark }
  }
}
