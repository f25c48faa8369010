public import Expressions

/// Values and derivatives of a tape of arrays at the numbers of its inputs.
///
/// ```swift
/// var run = ArrayTapeRun(tape, at: inputs)
/// for batch in batches {
///   run.withInput(x) { batch.write(to: $0) }
///   try run.forward()
///   run.reverse()
///   run.withInput(w) { weights in
///     run.withDerivative(of: w) { … }
///   }
/// }
/// ```
public struct ArrayTapeRun: ~Copyable, Sendable {
  public let tape: ArrayTape
  private let memory: FlatArray<Double>
  /// Where the memory begins, at the width of a vector.
  private let shift: Int

  /// - Parameter inputs: an array for each input of the graph, in its shape; what is missing is 0.
  public init(_ tape: ArrayTape, at inputs: [String: NumericArray] = [:]) {
    self.tape = tape
    memory = FlatArray(uninitializedCount: tape.memoryCount + ArenaLayout.alignment)
    let address = Int(bitPattern: memory.base) / MemoryLayout<Double>.stride
    shift = (ArenaLayout.alignment - address % ArenaLayout.alignment) % ArenaLayout.alignment
    memory.base.update(repeating: 0, count: memory.count)
    for (place, numbers) in tape.contents {
      for (index, number) in numbers.enumerated() { base[place + index] = number }
    }
    for (index, node) in tape.graph.nodes.enumerated() where node.formula == nil {
      if let array = inputs[node.name] { set(index, to: array) }
    }
  }

  var base: UnsafeMutablePointer<Double> { memory.base + shift }

  // MARK: Inputs

  /// Gives an input other numbers.
  ///
  /// - Precondition: the node is an input, the array in its shape.
  public mutating func set(_ node: Int, to array: NumericArray) {
    precondition(array.shape == tape.graph.shape(of: node), "an input keeps its shape")
    withInput(node) { numbers in
      for (index, number) in array.elements.enumerated() { numbers[index] = number }
    }
  }

  /// Lets a function write the numbers of an input in place, row by row.
  ///
  /// - Precondition: the node is an input; what is computed cannot be set.
  public mutating func withInput<R>(
    _ node: Int, _ write: (UnsafeMutableBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    precondition(tape.graph.nodes[node].formula == nil, "what is computed cannot be set")
    return try write(
      UnsafeMutableBufferPointer(
        start: base + tape.values[node], count: tape.graph.shape(of: node).count))
  }

  // MARK: Results

  /// Lets a function read the value of a node where it is, as of the last `forward()`.
  public func withValue<R>(
    of node: Int, _ read: (UnsafeBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    try read(
      UnsafeBufferPointer(
        start: base + tape.values[node], count: tape.graph.shape(of: node).count))
  }

  /// Lets a function read the derivative of the output with respect to a node where it is, as of the last `reverse()`.
  ///
  /// - Precondition: the tape was compiled with it.
  public func withDerivative<R>(
    of node: Int, _ read: (UnsafeBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    guard let place = tape.derivatives[node] else {
      preconditionFailure("the tape was compiled with this derivative")
    }
    return try read(
      UnsafeBufferPointer(start: base + place, count: tape.graph.shape(of: node).count))
  }

  /// The value of a node, copied.
  public func value(of node: Int) -> NumericArray {
    withValue(of: node) { NumericArray(Array($0), shape: tape.graph.shape(of: node)) }
  }

  /// The derivative of the output with respect to a node, copied.
  public func derivative(of node: Int) -> NumericArray {
    withDerivative(of: node) { NumericArray(Array($0), shape: tape.graph.shape(of: node)) }
  }

  /// The first node with a value that is not finite, as of the last `forward()`.
  ///
  /// - Complexity: O(n) in the numbers of all values.
  public var notFinite: EvaluationError? {
    for (index, node) in tape.graph.nodes.enumerated()
    where withValue(of: index, { !$0.allSatisfy(\.isFinite) }) {
      return .value(node: node.name, formula: node.formula?.expression.text ?? "")
    }
    return nil
  }

  // MARK: Running

  /// Computes every value.
  ///
  /// - Throws: `EvaluationError` where an index lies outside. Whether values are finite the caller asks.
  public mutating func forward() throws(EvaluationError) {
    for index in 0..<tape.forwardCount where !execute(tape.instructions[index]) {
      let node = tape.graph.nodes[tape.owners[index]]
      throw .index(node: node.name, formula: node.formula?.expression.text ?? "")
    }
  }

  /// Computes every derivative.
  ///
  /// - Precondition: `forward()` was run at these inputs.
  public mutating func reverse() {
    for index in tape.forwardCount..<tape.instructions.count {
      let isDone = execute(tape.instructions[index])
      precondition(isDone, "the rule of an operation has a value where the operation has one")
    }
  }
}
