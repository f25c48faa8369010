extension ArrayTerms {
  /// A part with its last two axes changed, written with as few transposes as there can be: `(A B')'` is `B A'`.
  mutating func transposed(_ part: Part, _ shape: Shape) -> Part {
    guard let term = part.term else {
      return number(1, shape).scaled(by: part.numerator, over: part.denominator)
    }
    let more = transposesWithin(term, depth: 0)
    let result: Part
    if more < 1 || more == 1 && isCall(term, .product) {
      result = transposedWithin(term, depth: 0)
    } else {
      result = outside(term, shape)
    }
    return result.scaled(by: part.numerator, over: part.denominator)
  }

  /// Deeper than this nothing is looked for.
  private static let mostDepth = 30

  private mutating func outside(_ term: Int, _ shape: Shape) -> Part {
    Part(numerator: 1, term: append(ArrayCall(.transpose, [term]), shape), shape: shape)
  }

  private func isCall(_ term: Int, _ operation: ArrayOperation) -> Bool {
    guard case .array(let place) = expression.terms[term] else { return false }
    return expression.arrays[place].operation == operation
  }

  /// Whether a term is made of its operands number by number, each of two axes or a number.
  private func isTransposable(_ term: Int) -> Bool {
    guard shapes[term].axes == 2 else { return false }
    let operands = expression.operands(of: term)
    guard operands.allSatisfy({ shapes[$0].axes == 2 || shapes[$0].isNumber }) else {
      return false
    }
    switch expression.terms[term] {
    case .unary, .binary: return true
    case .array(let place):
      return [.entrywise, .product].contains(expression.arrays[place].operation)
    case .number, .constant, .name: return false
    }
  }

  /// How many transposes there are more when the operands are transposed in the place of the whole.
  private func transposesWithin(_ term: Int, depth: Int) -> Int {
    if shapes[term].isNumber { return 0 }
    if isCall(term, .transpose) { return -1 }
    if case .array(let place) = expression.terms[term],
      case .filled = expression.arrays[place].operation
    {
      return 0
    }
    guard isTransposable(term), depth < ArrayTerms.mostDepth else { return 1 }
    return expression.operands(of: term).reduce(0) { $0 + transposesWithin($1, depth: depth + 1) }
  }

  private mutating func transposedWithin(_ term: Int, depth: Int) -> Part {
    let shape = shapes[term]
    if shape.isNumber { return Part(numerator: 1, term: term, shape: shape) }
    let turned = Shape(shape.sizes.dropLast(2) + shape.sizes.suffix(2).reversed())
    if case .array(let place) = expression.terms[term] {
      let call = expression.arrays[place]
      if call.operation == .transpose {
        return Part(numerator: 1, term: call.operands[0], shape: turned)
      }
      if case .filled(let number, _) = call.operation { return self.number(number, turned) }
    }
    guard isTransposable(term), depth < ArrayTerms.mostDepth else { return outside(term, turned) }
    let operands = expression.operands(of: term).map { transposedWithin($0, depth: depth + 1) }
    switch expression.terms[term] {
    case .unary(let operation, _): return apply(operation, operands[0], operands[0])
    case .binary(let operation, _, _): return apply(operation, operands[0], operands[1])
    case .array where isCall(term, .product): return call(.product, operands.reversed())
    case .array, .number, .constant, .name: return product(operands[0], operands[1])
    }
  }
}
