public import Expressions

/// A growing list of elementary operations on numbers, from which a `Tape` is compiled.
///
/// It is for graphs too large for names and formulas: an operation takes 13 bytes and a few nanoseconds.
public struct TapeBuilder: ~Copyable, Sendable {
  /// An input or the result of an operation; it means something to its own builder only.
  public struct Quantity: Hashable, Sendable, BitwiseCopyable {
    let reference: TapeReference
  }

  private(set) var storage = FlatOperations(hasStates: true)
  /// The operations so far.
  public private(set) var operationCount = 0
  private(set) var parameterUses = FlatArray<UInt8>()
  /// The numbers that are given: data and the numbers of formulas.
  private(set) var numbers = FlatArray<Double>(capacity: 8)

  public init() {
    numbers.append(1)
  }

  /// The recorded operations where they lie.
  @inline(__always)
  var recorded: RecordedOperations { RecordedOperations(storage) }

  public var parameterCount: Int { parameterUses.count }

  /// The number 1.
  public var one: Quantity { Quantity(reference: .one) }

  /// Makes room, which saves copying while the list grows.
  public mutating func reserve(operations: Int, parameters: Int = 0) {
    parameterUses.reserve(parameters)
    if operations > storage.capacity { grow(to: operations) }
  }

  @inline(never)
  private mutating func grow(to capacity: Int) {
    precondition(
      operationCount < TapeReference.greatestCount, "a tape holds half a billion operations")
    let bound = min(max(8, capacity), TapeReference.greatestCount)
    storage = FlatOperations(capacity: bound, copying: takeStorage(), count: operationCount)
  }

  /// Adds an input whose derivative is asked, and whose number a `TapeRun` is given.
  public mutating func parameter() -> Quantity {
    parameterUses.append(0)
    return Quantity(reference: TapeReference(parameter: parameterUses.count - 1))
  }

  /// Adds a number that is given.
  public mutating func number(_ value: Double) -> Quantity {
    numbers.append(value)
    return Quantity(reference: TapeReference(number: numbers.count - 1))
  }

  /// Adds an operation; `b` is ignored by one with a single operand.
  ///
  /// - Precondition: the operands come from this builder.
  /// - Complexity: O(1), amortised.
  public mutating func apply(_ operation: Operation, _ a: Quantity, _ b: Quantity) -> Quantity {
    let index = operationCount
    if index == storage.capacity { grow(to: 2 &* index) }
    markUsed(a)
    var b = b
    if operation.arity == 1 { b = a } else { markUsed(b) }
    storage.opcodes[index] = operation.rawValue
    storage.first[index] = a.reference.bits
    storage.second[index] = b.reference.bits
    storage.states[index] = 0
    operationCount = index &+ 1
    return Quantity(reference: TapeReference(operation: index))
  }

  /// Counts a quantity as used twice at least, so that it is no inner part of anything.
  func keep(_ quantity: Quantity) {
    markUsed(quantity)
    markUsed(quantity)
  }

  @inline(__always)
  private func markUsed(_ quantity: Quantity) {
    let reference = quantity.reference
    let index = reference.index
    if reference.isOperation {
      precondition(index < operationCount, "operands come from the same builder")
      let states = storage.states
      states[index] = min(states[index] &+ 1, 2)
    } else if reference.isParameter {
      precondition(index < parameterUses.count, "operands come from the same builder")
      parameterUses[index] = min(parameterUses[index] &+ 1, 2)
    } else {
      precondition(index < numbers.count, "operands come from the same builder")
    }
  }

  /// Hands over the memory of the recorded operations, for the instructions of a tape.
  mutating func takeStorage() -> FlatOperations {
    var taken = FlatOperations(hasStates: true)
    swap(&taken, &storage)
    return taken
  }

  /// Hands over the numbers that are given.
  mutating func takeNumbers() -> FlatArray<Double> {
    var taken = FlatArray<Double>()
    swap(&taken, &numbers)
    return taken
  }
}
