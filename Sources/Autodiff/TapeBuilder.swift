public import Expressions

/// A growing list of elementary operations on numbers, from which a `Tape` is compiled.
///
/// It is for graphs too large for names and formulas: an operation takes ten bytes and a few nanoseconds.
public struct TapeBuilder: ~Copyable, Sendable {
  /// An input or the result of an operation; it means something to its own builder only.
  public struct Quantity: Hashable, Sendable, BitwiseCopyable {
    let reference: TapeReference
  }

  /// For each operation which one it is.
  var operations = FlatArray<UInt8>()
  /// For each operation its operands; one with a single operand has it twice.
  var first = FlatArray<TapeReference>()
  var second = FlatArray<TapeReference>()
  /// How often each operation is used: 0, 1, or 2 for more.
  var uses = FlatArray<UInt8>()
  private(set) var parameterUses = FlatArray<UInt8>()
  /// The numbers that are given: data and the numbers of formulas.
  private(set) var numbers: [Double] = [1]

  public init() {}

  /// The operations so far.
  public var operationCount: Int { operations.count }
  public var parameterCount: Int { parameterUses.count }

  /// The number 1.
  public var one: Quantity { Quantity(reference: .one) }

  /// Makes room, which saves copying while the list grows.
  public mutating func reserve(operations count: Int) {
    operations.reserve(count)
    first.reserve(count)
    second.reserve(count)
    uses.reserve(count)
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
    markUsed(a)
    var b = b
    if operation.arity == 1 { b = a } else { markUsed(b) }
    let index = operations.count
    operations.append(operation.rawValue)
    uses.append(0)
    first.append(a.reference)
    second.append(b.reference)
    return Quantity(reference: TapeReference(operation: index))
  }

  @inline(__always)
  func markUsed(_ quantity: Quantity) {
    let reference = quantity.reference
    let index = reference.index
    if reference.isOperation {
      precondition(index < uses.count, "operands come from the same builder")
      uses[index] = uses[index] == 0 ? 1 : 2
    } else if reference.isParameter {
      precondition(index < parameterUses.count, "operands come from the same builder")
      parameterUses[index] = parameterUses[index] == 0 ? 1 : 2
    } else {
      precondition(index < numbers.count, "operands come from the same builder")
    }
  }
}
