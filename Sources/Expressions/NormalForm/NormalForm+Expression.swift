extension NormalForm {
  /// The form as a formula, the way a teacher writes it: `3w^2`, `-1/w^2`, `1 - x`.
  var expression: Expression {
    var expression = Expression()
    write(into: &expression)
    return expression
  }

  @discardableResult
  private func write(into expression: inout Expression) -> Int {
    guard var first = products.first else { return expression.append(.number(0)) }
    var rest = Array(products.dropFirst())
    if first.coefficient.isNegative,
      let positive = rest.firstIndex(where: { !$0.coefficient.isNegative })
    {
      let leader = rest.remove(at: positive)
      rest.insert(first, at: 0)
      first = leader
    }
    var sum = first.write(into: &expression)
    for var product in rest {
      let isNegative = product.coefficient.isNegative
      if isNegative { product.coefficient = -product.coefficient }
      let term = product.write(into: &expression)
      sum = expression.append(isNegative ? .subtract : .add, sum, term)
    }
    return sum
  }
}

extension NormalForm.Product {
  fileprivate func write(into expression: inout Expression) -> Int {
    let above = factors.filter { !$0.exponent.isNegative }
    let below = factors.filter { $0.exponent.isNegative }
    guard !below.isEmpty else {
      return product(of: above, coefficient, into: &expression)
    }
    var upper = coefficient
    var lower = Coefficient.one
    if case .fraction(let numerator, let denominator) = coefficient {
      (upper, lower) = (.fraction(numerator, 1), .fraction(denominator, 1))
    }
    let numerator = product(of: above, upper, into: &expression)
    let inverted = below.map { NormalForm.Factor(atom: $0.atom, exponent: -$0.exponent) }
    let denominator = product(of: inverted, lower, into: &expression)
    return expression.append(.divide, numerator, denominator)
  }

  /// Writes a number and factors side by side, the sign on the first of them.
  private func product(
    of factors: [NormalForm.Factor], _ coefficient: Coefficient, into expression: inout Expression
  ) -> Int {
    let isNegative = coefficient.isNegative
    let size = isNegative ? -coefficient : coefficient
    var product: Int?
    func signed(_ index: Int) -> Int {
      isNegative && product == nil ? expression.append(.negate, index, index) : index
    }
    if size != .one || factors.isEmpty {
      switch size {
      case .fraction(let numerator, let denominator):
        let above = signed(expression.append(.number(Double(numerator))))
        product = above
        if denominator != 1 {
          let below = expression.append(.number(Double(denominator)))
          product = expression.append(.divide, above, below)
        }
      case .decimal(let number):
        product = signed(expression.append(.number(number)))
      }
    }
    for factor in factors {
      let power = factor.write(into: &expression)
      if let before = product {
        product = expression.append(.multiply, before, power)
      } else {
        product = signed(power)
      }
    }
    return product ?? expression.append(.number(1))
  }
}

extension NormalForm.Factor {
  fileprivate func write(into expression: inout Expression) -> Int {
    let base = atom.write(into: &expression)
    guard exponent != .one else { return base }
    let power = NormalForm(exponent).write(into: &expression)
    return expression.append(.power, base, power)
  }
}

extension NormalForm.Atom {
  /// The atom as a formula of its own.
  var expression: Expression {
    var expression = Expression()
    write(into: &expression)
    return expression
  }

  @discardableResult
  fileprivate func write(into expression: inout Expression) -> Int {
    switch self {
    case .constant(let constant): return expression.append(.constant(constant))
    case .name(let name): return expression.append(name: name)
    case .power(let base, let exponent):
      let a = base.write(into: &expression)
      let b = exponent.write(into: &expression)
      return expression.append(.power, a, b)
    case .call(let operation, let operands):
      let indices = operands.map { $0.write(into: &expression) }
      return expression.append(operation, indices[0], indices[indices.count - 1])
    case .sum(let sum): return sum.write(into: &expression)
    }
  }
}
