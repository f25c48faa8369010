public import Expressions

/// A growing list of elementary operations on numbers, from which a `Tape` is compiled.
///
/// It is for graphs too large for names and formulas: an operation takes ten bytes and a few nanoseconds.
public struct TapeBuilder: ~Copyable, Sendable {
  /// An input or the result of an operation; it means something to its own builder only.
  public struct Quantity: Hashable, Sendable, BitwiseCopyable {
    let reference: TapeReference
  }

  private var storage = FlatOperations()
  /// The operations so far.
  public private(set) var operationCount = 0
  private(set) var parameterUses = FlatArray<UInt8>()
  /// The numbers that are given: data and the numbers of formulas.
  private(set) var numbers: [Double] = [1]

  public init() {}

  /// The recorded operations.
  var recorded: RecordedOperations { storage.recorded }
  public var parameterCount: Int { parameterUses.count }

  /// The number 1.
  public var one: Quantity { Quantity(reference: .one) }

  /// Makes room, which saves copying while the list grows.
  public mutating func reserve(operations count: Int) {
    storage.reserve(count)
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
    if index == storage.capacity { storage.reserve(max(8, 2 * index)) }
    let recorded = storage.recorded
    markUsed(a, recorded)
    var b = b
    if operation.arity == 1 { b = a } else { markUsed(b, recorded) }
    recorded.operations[index] = operation.rawValue
    recorded.uses[index] = 0
    recorded.first[index] = a.reference
    recorded.second[index] = b.reference
    operationCount = index + 1
    return Quantity(reference: TapeReference(operation: index))
  }

  /// Counts a quantity as used twice at least, so that it is no inner part of anything.
  func keep(_ quantity: Quantity) {
    markUsed(quantity, storage.recorded)
    markUsed(quantity, storage.recorded)
  }

  @inline(__always)
  private func markUsed(_ quantity: Quantity, _ recorded: RecordedOperations) {
    let reference = quantity.reference
    let index = reference.index
    if reference.isOperation {
      precondition(index < operationCount, "operands come from the same builder")
      recorded.uses[index] = recorded.uses[index] == 0 ? 1 : 2
    } else if reference.isParameter {
      precondition(index < parameterUses.count, "operands come from the same builder")
      parameterUses[index] = parameterUses[index] == 0 ? 1 : 2
    } else {
      precondition(index < numbers.count, "operands come from the same builder")
    }
  }
}
