extension Expression {
  /// The same formula the way a teacher would write it: numbers folded, like terms collected, powers joined.
  ///
  /// Products of sums are not multiplied out. As usual in algebra `x/x` is 1, whatever x is.
  ///
  /// - Complexity: O(n) in the terms of a sum, O(n log n) comparisons in the factors of a product.
  public func simplified() -> Expression {
    var uses = Array(repeating: 0, count: terms.count)
    for term in terms {
      switch term {
      case .number, .constant, .name: break
      case .unary(_, let a): uses[a] += 1
      case .binary(_, let a, let b):
        uses[a] += 1
        uses[b] += 1
      }
    }
    var forms: [NormalForm] = []
    forms.reserveCapacity(terms.count)
    /// Hands over a form, and gives it away with its last use, so that a long sum grows in place.
    func take(_ index: Int) -> NormalForm {
      uses[index] -= 1
      guard uses[index] == 0 else { return forms[index] }
      var form = NormalForm.zero
      swap(&form, &forms[index])
      return form
    }
    for term in terms {
      switch term {
      case .number(let number): forms.append(NormalForm(Coefficient(number)))
      case .constant(let constant): forms.append(NormalForm(.constant(constant)))
      case .name(let slot): forms.append(NormalForm(.name(names[slot])))
      case .unary(.negate, let a): forms.append(-take(a).settled)
      case .unary(let operation, let a):
        forms.append(.call(operation, [take(a).settled]))
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
        let isDifference = term == .binary(.subtract, a, b)
        var sum = take(a).opened
        let right = take(b).settled
        sum.add(isDifference ? -right : right)
        forms.append(sum)
      case .binary(.multiply, let a, let b):
        var product = take(a).settled
        product.multiply(by: take(b).settled)
        forms.append(product)
      case .binary(.divide, let a, let b):
        let divisor = take(b).settled
        // Nothing is divided by 0 here: the quotient is kept, and has no value when it is evaluated.
        let inverse =
          divisor.coefficient?.isZero == true
          ? NormalForm(.power(divisor, -.one)) : divisor.raised(to: -.one)
        var quotient = take(a).settled
        quotient.multiply(by: inverse)
        forms.append(quotient)
      case .binary(.power, let a, let b):
        forms.append(take(a).settled.raised(to: take(b).settled))
      case .binary(let operation, let a, let b):
        forms.append(.call(operation, [take(a).settled, take(b).settled]))
      }
    }
    let simple = forms[root].settled.expression
    let isWritable = simple.terms.allSatisfy { term in
      if case .number(let number) = term { number.isFinite } else { true }
    }
    return isWritable ? simple : self
  }
}

extension NormalForm {
  /// A function's value where it is a whole number or a fraction that can be told at once, else the call.
  fileprivate static func call(_ operation: Operation, _ operands: [NormalForm]) -> NormalForm {
    if operation == .log, operands[0] == NormalForm(.constant(.e)) { return .one }
    let numbers = operands.compactMap(\.coefficient)
    guard numbers.count == operands.count else { return NormalForm(.call(operation, operands)) }
    let (a, b) = (numbers[0], numbers[numbers.count - 1])
    switch operation {
    case .relu, .abs, .sign, .step, .min, .max:
      return NormalForm(Coefficient(.apply(operation, a.value, b.value)))
    case .sin, .tan, .tanh, .sqrt: if a.isZero { return .zero }
    case .exp, .cos: if a.isZero { return .one }
    case .log: if a == .one { return .zero }
    case .sigmoid, .softplus, .negate, .add, .subtract, .multiply, .divide, .power: break
    }
    return NormalForm(.call(operation, operands))
  }
}
