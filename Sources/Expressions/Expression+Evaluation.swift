extension Expression {
  /// The value of every term.
  ///
  /// - Parameter values: a value for each of `names`.
  /// - Complexity: O(n) in the number of terms.
  func termValues(at values: [Double]) -> [Double] {
    precondition(values.count == names.count, "an expression needs a value for each of its names")
    var results: [Double] = []
    results.reserveCapacity(terms.count)
    for term in terms {
      switch term {
      case .number(let number): results.append(number)
      case .constant(let constant): results.append(constant.value)
      case .name(let slot): results.append(values[slot])
      case .unary(let operation, let a):
        results.append(.apply(operation, results[a], results[a]))
      case .binary(let operation, let a, let b):
        results.append(.apply(operation, results[a], results[b]))
      }
    }
    return results
  }

  /// The value at a point; not finite where the formula has none there.
  ///
  /// - Parameter values: a value for each of `names`.
  public func value(at values: [Double]) -> Double {
    termValues(at: values)[root]
  }

  /// The value where every name is bound, or nothing.
  public func value(at bindings: [String: Double]) -> Double? {
    var values: [Double] = []
    for name in names {
      guard let value = bindings[name] else { return nil }
      values.append(value)
    }
    return value(at: values)
  }

  /// One place where a name stands in a formula, and how much the value moves with it there.
  public struct Occurrence: Hashable, Sendable {
    /// The name, as an index into `names`.
    public var slot: Int
    public var derivative: Double
  }

  /// The derivative with respect to each occurrence of a name, in the order written.
  ///
  /// A name's whole local derivative is the sum over its occurrences: `a + a` has two of 1 each.
  ///
  /// - Complexity: O(n) in the number of terms, by one sweep from the root.
  public func occurrences(at values: [Double]) -> [Occurrence] {
    let results = termValues(at: values)
    var adjoints = Array(repeating: 0.0, count: terms.count)
    adjoints[root] = 1
    var found: [Occurrence] = []
    for index in terms.indices.reversed() {
      let adjoint = adjoints[index]
      switch terms[index] {
      case .number, .constant: break
      case .name(let slot): found.append(Occurrence(slot: slot, derivative: adjoint))
      case .unary(let operation, let a):
        let local = operation.localDerivatives(results[a], results[a], result: results[index])
        adjoints[a] += local.0 * adjoint
      case .binary(let operation, let a, let b):
        let local = operation.localDerivatives(results[a], results[b], result: results[index])
        adjoints[a] += local.0 * adjoint
        adjoints[b] += local.1 * adjoint
      }
    }
    found.reverse()
    return found
  }
}

extension Expression {
  /// For each place where a name stands, in the order written, its index into `names`.
  public var occurrenceSlots: [Int] {
    terms.compactMap { term in
      if case .name(let slot) = term { slot } else { nil }
    }
  }
}

extension Expression {
  /// The operations of the formula that stand at a kink or a tie, where their slope is a convention.
  ///
  /// - Parameter values: a value for each of `names`.
  public func conventions(at values: [Double]) -> [Operation] {
    let results = termValues(at: values)
    var found: [Operation] = []
    for term in terms {
      let operation: Operation
      switch term {
      case .number, .constant, .name: continue
      case .unary(let kind, let a):
        guard [.relu, .abs, .sign, .step].contains(kind), results[a] == 0 else { continue }
        operation = kind
      case .binary(let kind, let a, let b):
        guard kind == .max || kind == .min, results[a] == results[b] else { continue }
        operation = kind
      }
      if !found.contains(operation) { found.append(operation) }
    }
    return found
  }
}
