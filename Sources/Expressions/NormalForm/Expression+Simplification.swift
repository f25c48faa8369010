extension Expression {
  /// The same formula the way a teacher would write it: numbers folded, like terms collected, powers joined.
  ///
  /// Products of sums are not multiplied out. As usual in algebra `x/x` is 1, whatever x is.
  ///
  /// - Complexity: O(n) in the terms of a sum, O(n log n) in the factors of a product.
  public func simplified() -> Expression {
    let simple = normalForm.expression
    return simple.isWritable ? simple : self
  }

  /// Whether all its numbers are finite.
  var isWritable: Bool {
    terms.allSatisfy { term in
      if case .number(let number) = term { number.isFinite } else { true }
    }
  }

  /// The formula as a sum of products of powers.
  var normalForm: NormalForm {
    var uses = Array(repeating: 0, count: terms.count)
    uses[root] = 1
    for term in terms {
      switch term {
      case .number, .constant, .name, .array: break
      case .unary(_, let a): uses[a] += 1
      case .binary(_, let a, let b):
        uses[a] += 1
        uses[b] += 1
      }
    }
    var forms: [Factors] = []
    forms.reserveCapacity(terms.count)
    /// Hands over a form, and gives it away with its last use, so that a long sum or product grows in place.
    func takeFactors(_ index: Int) -> Factors {
      uses[index] -= 1
      guard uses[index] == 0 else { return forms[index] }
      var form = Factors(.zero)
      swap(&form, &forms[index])
      return form
    }
    func take(_ index: Int) -> NormalForm {
      var factors = takeFactors(index)
      return factors.takeProduct()
    }
    func keep(_ form: NormalForm) { forms.append(Factors(form)) }
    for term in terms {
      switch term {
      case .number(let number): keep(NormalForm(Coefficient(number)))
      case .constant(let constant): keep(NormalForm(.constant(constant)))
      case .name(let slot): keep(NormalForm(.name(names[slot])))
      case .unary(.negate, let a): keep(-take(a))
      case .unary(let operation, let a): keep(.call(operation, [take(a)]))
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
        let isDifference = term == .binary(.subtract, a, b)
        var terms = takeFactors(a)
        var sum = terms.takeSum()
        let right = take(b)
        sum.add(isDifference ? -right : right)
        keep(sum)
      case .binary(.multiply, let a, let b):
        var product = takeFactors(a)
        var right = takeFactors(b)
        product.multiply(by: &right)
        forms.append(product)
      case .binary(.divide, let a, let b):
        let divisor = take(b)
        // Nothing is divided by 0 here: the quotient is kept, and has no value when it is evaluated.
        var inverse = Factors(
          divisor.coefficient?.isZero == true
            ? NormalForm(.power(divisor, -.one)) : divisor.raised(to: -.one))
        var quotient = takeFactors(a)
        quotient.multiply(by: &inverse)
        forms.append(quotient)
      case .binary(.power, let a, let b):
        keep(take(a).raised(to: take(b)))
      case .binary(let operation, let a, let b):
        keep(.call(operation, [take(a), take(b)]))
      case .array: Expression.hasArrays()
      }
    }
    return take(root)
  }
}

/// The factors of a product that may go on; multiplied one by one they would be sorted anew each time.
private struct Factors {
  private var forms: [NormalForm]

  /// So many factors are multiplied in the order written, more of them by halves.
  private static let inOrder = 8

  init(_ form: NormalForm) {
    forms = [form]
  }

  private var isOne: Bool { forms.count == 1 && forms[0].coefficient == .one }

  /// Takes up the factors of another product and leaves it without any.
  mutating func multiply(by other: inout Factors) {
    if other.isOne { return }
    if isOne {
      swap(&self, &other)
      return
    }
    settle()
    other.settle()
    if isOne || other.forms.count >= Factors.inOrder { swap(&self, &other) }
    if !other.isOne { forms.append(contentsOf: other.forms) }
    other.forms = []
  }

  private mutating func settle() {
    if forms.count == 1 { forms[0].settle() }
  }

  /// The product as a sum to add to, which may have terms that cancelled.
  mutating func takeSum() -> NormalForm {
    guard forms.count == 1 else {
      var sum = takeProduct()
      sum.open()
      return sum
    }
    forms[0].open()
    return forms.removeLast()
  }

  /// The product, settled; the factors are given away.
  ///
  /// - Complexity: O(n log n) in the factors.
  mutating func takeProduct() -> NormalForm {
    var product = forms.count == 1 ? forms.removeLast() : Factors.product(forms[...])
    product.settle()
    return product
  }

  private static func product(_ factors: ArraySlice<NormalForm>) -> NormalForm {
    if factors.count <= inOrder {
      return factors.dropFirst().reduce(into: factors[factors.startIndex]) {
        $0.multiply(by: $1)
      }
    }
    let middle = factors.startIndex + factors.count / 2
    return product(factors[..<middle]) * product(factors[middle...])
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
