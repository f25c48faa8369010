// Other modules call what follows on numbers and on bounded ones, many times for each answer: both are compiled here.

extension Expression {
  /// The value of every term.
  ///
  /// - Parameters:
  ///   - values: a value for each of `names`.
  ///   - mistakes: terms that get another value than their own, as by somebody who computes them wrongly.
  /// - Complexity: O(n) in the number of terms.
  @_specialize(where S == Double)
  @_specialize(where S == BoundedNumber)
  public func termValues<S: Scalar>(at values: [S], mistaking mistakes: [Int: S] = [:]) -> [S] {
    precondition(values.count == names.count, "an expression needs a value for each of its names")
    var results: [S] = []
    results.reserveCapacity(terms.count)
    for term in terms {
      if !mistakes.isEmpty, let mistaken = mistakes[results.count] {
        results.append(mistaken)
        continue
      }
      switch term {
      case .number(let number): results.append(S(number))
      case .constant(let constant): results.append(S(constant.value))
      case .name(let slot): results.append(values[slot])
      case .unary(let operation, let a):
        results.append(.apply(operation, results[a], results[a]))
      case .binary(let operation, let a, let b):
        results.append(.apply(operation, results[a], results[b]))
      case .array: Expression.hasArrays()
      }
    }
    return results
  }

  /// The value at a point; not finite where the formula has none there.
  ///
  /// - Parameter values: a value for each of `names`.
  @_specialize(where S == Double)
  @_specialize(where S == BoundedNumber)
  public func value<S: Scalar>(at values: [S]) -> S {
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
    let slopes = termSlopes(at: values)
    return zip(terms, slopes).compactMap { term, slope in
      if case .name(let slot) = term { Occurrence(slot: slot, derivative: slope) } else { nil }
    }
  }

  /// The derivative of the whole formula with respect to every term.
  ///
  /// - Parameter mistakes: operations whose local derivatives are others than the table's, as by somebody who follows
  ///   a wrong rule.
  /// - Complexity: O(n) in the number of terms, by one sweep from the root.
  @_specialize(where S == Double)
  @_specialize(where S == BoundedNumber)
  public func termSlopes<S: Scalar>(
    at values: [S], mistaking mistakes: [Int: (S, S)] = [:]
  ) -> [S] {
    termSlopes(from: termValues(at: values), mistaking: mistakes)
  }

  /// The derivative of the whole formula with respect to every term, where the terms have certain values.
  ///
  /// - Parameter results: a value for each term; the rules of slopes that use an operation's own value take it from
  ///   here, as somebody does who computes with a rounded one.
  @_specialize(where S == Double)
  @_specialize(where S == BoundedNumber)
  public func termSlopes<S: Scalar>(
    from results: [S], mistaking mistakes: [Int: (S, S)] = [:]
  ) -> [S] {
    var adjoints = Array(repeating: S(0), count: terms.count)
    adjoints[root] = S(1)
    for index in terms.indices.reversed() {
      let adjoint = adjoints[index]
      let operation: Operation
      let (a, b): (Int, Int)
      switch terms[index] {
      case .number, .constant, .name, .array: continue
      case .unary(let kind, let operand): (operation, a, b) = (kind, operand, operand)
      case .binary(let kind, let first, let second): (operation, a, b) = (kind, first, second)
      }
      let local =
        (mistakes.isEmpty ? nil : mistakes[index])
        ?? operation.localDerivatives(results[a], results[b], result: results[index])
      adjoints[a] = adjoints[a] + local.0 * adjoint
      if operation.arity == 2 { adjoints[b] = adjoints[b] + local.1 * adjoint }
    }
    return adjoints
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
  /// For each term whether it is made of numbers alone.
  public var constantTerms: [Bool] {
    var constants: [Bool] = []
    constants.reserveCapacity(terms.count)
    for term in terms {
      switch term {
      case .number, .constant: constants.append(true)
      case .name: constants.append(false)
      case .unary(_, let a): constants.append(constants[a])
      case .binary(_, let a, let b): constants.append(constants[a] && constants[b])
      case .array(let call): constants.append(arrays[call].operands.allSatisfy { constants[$0] })
      }
    }
    return constants
  }
}

extension Expression {
  /// For each operation with a kink or a tie, in the order of the terms, on which side of it the formula stands.
  ///
  /// Where the sides are the same the formula is one and the same smooth function.
  ///
  /// - Parameter values: a value for each of `names`.
  /// - Returns: -1 below the kink, 1 above it, 0 on it.
  public func sides(at values: [Double]) -> [Int] {
    let results = termValues(at: values)
    func side(_ distance: Double) -> Int { distance < 0 ? -1 : distance > 0 ? 1 : 0 }
    return terms.compactMap { term in
      switch term {
      case .unary(.relu, let a), .unary(.abs, let a), .unary(.sign, let a), .unary(.step, let a):
        side(results[a])
      case .binary(.max, let a, let b), .binary(.min, let a, let b): side(results[a] - results[b])
      case .number, .constant, .name, .unary, .binary, .array: nil
      }
    }
  }
}

extension Expression {
  /// The derivative with respect to each of `names`, over all places where it stands.
  ///
  /// - Parameter results: a value for each term.
  @_specialize(where S == Double)
  @_specialize(where S == BoundedNumber)
  public func slotSlopes<S: Scalar>(from results: [S]) -> [S] {
    let slopes = termSlopes(from: results)
    var sums = Array(repeating: S(0), count: names.count)
    for (term, slope) in zip(terms, slopes) {
      if case .name(let slot) = term { sums[slot] = .apply(.add, sums[slot], slope) }
    }
    return sums
  }
}
