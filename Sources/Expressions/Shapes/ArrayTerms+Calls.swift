extension ArrayTerms {
  /// An operation on arrays.
  public mutating func call(_ operation: ArrayOperation, _ operands: [Part]) -> Part {
    guard let shape = try? operation.shape(of: operands.map(\.shape)) else {
      preconditionFailure("operands have the shapes of their operation")
    }
    if operation == .entrywise { return product(operands[0], operands[1]) }
    let operands = operands.map { simple($0) }
    switch operation {
    case .entrywise: return product(operands[0], operands[1])
    case .reshape where operands[0].shape == shape, .broadcast where operands[0].shape == shape:
      return operands[0]
    case .broadcast where operands[0].term == nil, .reshape where operands[0].term == nil:
      return number(1, shape).scaled(by: operands[0].numerator, over: operands[0].denominator)
    case .reduce(.sum, _, _) where operands[0].shape == shape: return operands[0]
    case .reduce(.sum, _, _) where operands[0].term == nil:
      let count = Double(operands[0].shape.count) / Double(max(1, shape.count))
      return number(count, shape).scaled(by: operands[0].numerator, over: operands[0].denominator)
    case .filled(let value, _): return number(value, shape)
    case .transpose: return transposed(operands[0], shape)
    case .product:
      // A product with a single 1 is the other factor.
      for (one, other) in [(operands[1], operands[0]), (operands[0], operands[1])]
      where one.term == nil && one.shape == Shape(1, 1) && other.shape == shape {
        return other.scaled(by: one.numerator, over: one.denominator)
      }
      return linear(operation, operands, [0, 1], shape)
    case .outer: return linear(operation, operands, [0, 1], shape)
    case .reduce(.sum, _, _), .part, .rows, .picked, .reshape, .broadcast, .flip, .pad, .diagonal,
      .scatter, .unpool:
      return linear(operation, operands, [0], shape)
    case .choose, .concatenate, .literal, .identity, .random, .reduce, .extremum, .softmax,
      .logSumExp, .crossEntropy, .convolution, .maximumPool, .compare, .oneHot:
      return linear(operation, operands, [], shape)
    }
  }

  /// An operation whose result moves in proportion with some operands, whose factors go before it.
  private mutating func linear(
    _ operation: ArrayOperation, _ operands: [Part], _ proportional: [Int], _ shape: Shape
  ) -> Part {
    var factor = number(1)
    var terms: [Int] = []
    for (index, operand) in operands.enumerated() {
      guard proportional.contains(index) else {
        terms.append(term(of: operand))
        continue
      }
      if operand.isZero { return number(0, shape) }
      factor = factor.scaled(by: operand.numerator, over: operand.denominator)
      var plain = operand
      (plain.numerator, plain.denominator) = (1, 1)
      terms.append(term(of: plain))
    }
    return Part(numerator: 1, term: append(ArrayCall(operation, terms), shape), shape: shape)
      .scaled(by: factor.numerator, over: factor.denominator)
  }
}
