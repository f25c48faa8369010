/// One place where a name stands in a formula with arrays, and the derivative of the output through it.
public struct ArrayOccurrence: Hashable, Sendable {
  /// The name, as an index into the formula's names.
  public var slot: Int
  /// In the shape of the name's value.
  public var derivative: NumericArray
}

extension Expression {
  /// The derivative of the output with respect to each occurrence of a name, in the order written.
  ///
  /// - Parameters:
  ///   - values: a value for each of `names`.
  ///   - upstream: the derivative of the output with respect to this formula, in its shape.
  /// - Precondition: the formula has a value there.
  /// - Complexity: O(n) in the numbers of all terms, and in the multiplications of products.
  public func arrayOccurrences(
    at values: [NumericArray], upstream: NumericArray
  ) -> [ArrayOccurrence] {
    guard let results = arrayTermValues(at: values) else {
      preconditionFailure("a formula is differentiated where it has a value")
    }
    let adjoints = arrayAdjoints(results, upstream: upstream)
    return terms.indices.compactMap { index in
      guard case .name(let slot) = terms[index] else { return nil }
      let zeros = NumericArray(filledWith: 0, shape: results[index].shape)
      return ArrayOccurrence(slot: slot, derivative: adjoints[index] ?? zeros)
    }
  }

  /// The derivative of the output with respect to each term; `nil` where it is 0, and for what is made of numbers alone.
  private func arrayAdjoints(
    _ results: [NumericArray], upstream: NumericArray
  ) -> [NumericArray?] {
    let isConstant = constantTerms
    var adjoints: [NumericArray?] = Array(repeating: nil, count: terms.count)
    adjoints[root] = upstream
    for index in terms.indices.reversed() {
      guard let adjoint = adjoints[index], !isConstant[index] else { continue }
      func contribute(_ operand: Int, _ value: @autoclosure () -> NumericArray) {
        guard !isConstant[operand] else { return }
        let value = value()
        adjoints[operand] = adjoints[operand]?.adding(value) ?? value
      }
      switch terms[index] {
      case .number, .constant, .name: break
      case .unary(let operation, let a):
        contribute(
          a,
          .join(results[a], results[index], adjoint) { a, y, g in
            g * operation.localDerivatives(a, a, result: y).0
          })
      case .binary(let operation, let a, let b):
        let shape = results[index].shape
        let (first, second) = (results[a].spread(to: shape), results[b].spread(to: shape))
        func slopes(_ part: (Double, Double, Double) -> Double) -> NumericArray {
          .join(first, second, results[index], part)
        }
        contribute(
          a,
          .join(adjoint, slopes { operation.localDerivatives($0, $1, result: $2).0 }, *)
            .summed(to: results[a].shape))
        contribute(
          b,
          .join(adjoint, slopes { operation.localDerivatives($0, $1, result: $2).1 }, *)
            .summed(to: results[b].shape))
      case .array(let place):
        let call = arrays[place]
        let shapes = call.operands.map { results[$0].shape }
        for (slot, operand) in call.operands.enumerated() where !isConstant[operand] {
          guard let rule = ArrayRule(call.operation, operand: slot, shapes: shapes) else {
            continue
          }
          contribute(
            operand,
            rule.value(call.operands.map { results[$0] }, result: results[index], upstream: adjoint)
          )
        }
      }
    }
    return adjoints
  }
}

extension ArrayRule {
  /// The derivative in numbers.
  func value(
    _ operands: [NumericArray], result: NumericArray, upstream: NumericArray
  ) -> NumericArray {
    let values = expression.names.map { name -> NumericArray in
      if name == "G" { return upstream }
      if name == "Y" { return result }
      return operands[ArrayRule.operandNames.firstIndex(of: name) ?? 0]
    }
    guard let value = expression.arrayValue(at: values) else {
      preconditionFailure("the rule \(expression.text) has a value where its operation has one")
    }
    return value
  }
}

extension NumericArray {
  /// The sum of two arrays; one that is smaller is spread.
  public func adding(_ other: NumericArray) -> NumericArray {
    NumericArray.join(self, other, +)
  }

  /// Joins three arrays of one shape.
  static func join(
    _ a: NumericArray, _ b: NumericArray, _ c: NumericArray,
    _ join: (Double, Double, Double) -> Double
  ) -> NumericArray {
    NumericArray(a.elements.indices.map { join(a[$0], b[$0], c[$0]) }, shape: a.shape)
  }
}
