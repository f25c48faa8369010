extension Expression {
  /// The shape of every term.
  ///
  /// - Parameter shapes: a shape for each of `names`.
  /// - Throws: `ShapeError` for the first term that has none.
  /// - Complexity: O(n) in the number of terms.
  public func termShapes(at shapes: [Shape]) throws(ShapeError) -> [Shape] {
    var results: [Shape] = []
    results.reserveCapacity(terms.count)
    for (index, term) in terms.enumerated() {
      switch term {
      case .number, .constant: results.append(.number)
      case .name(let slot): results.append(shapes[slot])
      case .unary(_, let a): results.append(results[a])
      case .binary(_, let a, let b):
        results.append(try ArrayOperation.spread(results[a], results[b]))
      case .array(let call):
        let operands = operands(of: index).map { results[$0] }
        results.append(try arrays[call].operation.shape(of: operands))
      }
    }
    return results
  }

  /// The value of every term, number by number or by operations on arrays.
  ///
  /// - Parameter values: a value for each of `names`.
  /// - Returns: `nil` where an index lies outside, or shapes do not go together.
  /// - Complexity: O(n) in the numbers of all terms, and in the multiplications of products.
  public func arrayTermValues(at values: [NumericArray]) -> [NumericArray]? {
    precondition(values.count == names.count, "an expression needs a value for each of its names")
    var results: [NumericArray] = []
    results.reserveCapacity(terms.count)
    for term in terms {
      switch term {
      case .number(let number): results.append(NumericArray(number))
      case .constant(let constant): results.append(NumericArray(constant.value))
      case .name(let slot): results.append(values[slot])
      case .unary(let operation, let a):
        results.append(results[a].map { .apply(operation, $0, $0) })
      case .binary(let operation, let a, let b):
        guard Shape.broadcast(results[a].shape, results[b].shape) != nil else { return nil }
        results.append(.join(results[a], results[b]) { .apply(operation, $0, $1) })
      case .array(let call):
        let operands = arrays[call].operands.map { results[$0] }
        guard let value = arrays[call].operation.value(of: operands) else { return nil }
        results.append(value)
      }
    }
    return results
  }

  /// The value at a point.
  ///
  /// - Parameter values: a value for each of `names`.
  /// - Returns: `nil` where an index lies outside, or shapes do not go together.
  public func arrayValue(at values: [NumericArray]) -> NumericArray? {
    arrayTermValues(at: values)?[root]
  }
}
