/// Builds formulas with arrays out of parts, and leaves away on the way what nobody would write.
///
/// A part is a term with a factor of its own, so that `2/4` of a product of matrices becomes half of it wherever in the
/// rules the numbers stood.
public struct ArrayTerms: Sendable {
  /// A number times a term; without a term the number, everywhere in a shape.
  public struct Part: Hashable, Sendable {
    var numerator: Double
    var denominator: Double = 1
    var term: Int?
    public var shape: Shape

    /// The number, where there is no term.
    var number: Double? { term == nil ? numerator / denominator : nil }
    var isZero: Bool { numerator == 0 }
    var isOne: Bool { term == nil && numerator == denominator }

    /// The part times a number, as a fraction in its lowest terms where both sides are whole.
    func scaled(by other: Double, over divisor: Double = 1) -> Part {
      var part = self
      part.numerator *= other
      part.denominator *= divisor
      if part.denominator < 0 {
        (part.numerator, part.denominator) = (-part.numerator, -part.denominator)
      }
      if let a = Int(exactly: part.numerator), let b = Int(exactly: part.denominator), b > 0 {
        var (x, y) = (abs(a), b)
        while y != 0 { (x, y) = (y, x % y) }
        if x > 1 { (part.numerator, part.denominator) = (Double(a / x), Double(b / x)) }
      }
      return part
    }
  }

  private(set) var expression = Expression()
  private(set) var shapes: [Shape] = []
  /// The terms that are there, so that equal ones are one.
  private var places: [Expression.Term: Int] = [:]
  private var callPlaces: [ArrayCall: Int] = [:]
  /// What terms of numbers became when they were simplified.
  var simplified: [Int: Part] = [:]

  public init() {}

  // MARK: Parts

  public mutating func name(_ name: String, _ shape: Shape) -> Part {
    Part(numerator: 1, term: append(name: name, shape), shape: shape)
  }

  public func number(_ number: Double, _ shape: Shape = .number) -> Part {
    Part(numerator: number, shape: shape)
  }

  private mutating func append(name: String, _ shape: Shape) -> Int {
    let term = expression.append(name: name)
    shapes.append(shape)
    return term
  }

  private mutating func append(_ term: Expression.Term, _ shape: Shape) -> Int {
    if let place = places[term] { return place }
    shapes.append(shape)
    let place = expression.append(term)
    places[term] = place
    return place
  }

  mutating func append(_ call: ArrayCall, _ shape: Shape) -> Int {
    if let place = callPlaces[call] { return place }
    shapes.append(shape)
    let place = expression.append(call)
    callPlaces[call] = place
    return place
  }

  /// The term that a part is, its factor written out.
  mutating func term(of part: Part) -> Int {
    guard let term = part.term else {
      let value = numberTerm(part.numerator, part.denominator)
      guard !part.shape.isNumber else { return value }
      if part.isZero { return append(ArrayCall(.filled(0, part.shape)), part.shape) }
      let ones = append(ArrayCall(.filled(1, part.shape)), part.shape)
      return part.isOne ? ones : append(.binary(.multiply, value, ones), part.shape)
    }
    if part.isZero { return self.term(of: number(0, part.shape)) }
    var result = term
    if part.numerator == -1 {
      result = append(.unary(.negate, term), part.shape)
    } else if part.numerator != 1 {
      result = append(
        .binary(.multiply, append(.number(part.numerator), .number), term), part.shape)
    }
    guard part.denominator != 1 else { return result }
    return append(
      .binary(.divide, result, append(.number(part.denominator), .number)), part.shape)
  }

  private mutating func numberTerm(_ numerator: Double, _ denominator: Double) -> Int {
    let above = append(.number(numerator), .number)
    guard denominator != 1 else { return above }
    return append(.binary(.divide, above, append(.number(denominator), .number)), .number)
  }

  /// The formula of a part.
  ///
  /// - Complexity: O(n) in the terms that were built.
  public mutating func formula(of part: Part) -> Formula {
    var part = simple(part)
    if let term = part.term, part.numerator > 0, part.numerator != 1,
      case .array = expression.terms[term]
    {
      part.term = multiplied(term, by: part.numerator)
      part.numerator = 1
    }
    let root = term(of: part)
    return Formula(expression.part(root), shape: part.shape)
  }

  /// A number times a term; of a product of matrices it stands before the first factor, as in `2X' E`.
  private mutating func multiplied(_ term: Int, by number: Double) -> Int {
    if case .array(let place) = expression.terms[term],
      expression.arrays[place].operation == .product
    {
      let operands = expression.arrays[place].operands
      let first = multiplied(operands[0], by: number)
      return append(ArrayCall(.product, [first, operands[1]]), shapes[term])
    }
    return append(.binary(.multiply, append(.number(number), .number), term), shapes[term])
  }

  // MARK: Operations

  public mutating func sum(_ a: Part, _ b: Part) -> Part {
    let shape = Shape.broadcast(a.shape, b.shape) ?? a.shape
    if a.isZero, b.shape == shape { return b }
    if b.isZero, a.shape == shape { return a }
    if let x = a.number, let y = b.number { return number(x + y, shape) }
    if a.term == b.term, a.shape == b.shape, a.denominator == b.denominator {
      var sum = a
      sum.numerator += b.numerator
      return sum.scaled(by: 1)
    }
    // A common divisor stays outside, as in (P - Y) / m.
    if a.denominator == b.denominator, a.denominator != 1 {
      var (x, y) = (a, b)
      (x.denominator, y.denominator) = (1, 1)
      return sum(x, y).scaled(by: 1, over: a.denominator)
    }
    let isDifference = b.numerator < 0
    if a.numerator < 0, !isDifference { return sum(b, a) }
    let (first, second) = (term(of: a), term(of: isDifference ? b.scaled(by: -1) : b))
    let term = append(.binary(isDifference ? .subtract : .add, first, second), shape)
    return Part(numerator: 1, term: term, shape: shape)
  }

  /// The product number by number.
  public mutating func product(_ a: Part, _ b: Part) -> Part {
    let shape = Shape.broadcast(a.shape, b.shape) ?? a.shape
    if a.isZero || b.isZero { return number(0, shape) }
    if a.term == nil, b.term != nil, b.shape == shape {
      return b.scaled(by: a.numerator, over: a.denominator)
    }
    if b.term == nil, a.term != nil, a.shape == shape {
      return a.scaled(by: b.numerator, over: b.denominator)
    }
    guard let first = a.term, let second = b.term else {
      if a.term == nil, b.term == nil {
        return number(1, shape).scaled(by: a.numerator, over: a.denominator)
          .scaled(by: b.numerator, over: b.denominator)
      }
      return join(.multiply, a, b, shape)
    }
    let isBothArrays = !a.shape.isNumber && !b.shape.isNumber
    // Factors stand side by side, as in G * A * (1 - A).
    if isBothArrays, case .array(let place) = expression.terms[second],
      expression.arrays[place].operation == .entrywise, b.shape == shape, a.shape == shape
    {
      let factors = expression.arrays[place].operands.map {
        Part(numerator: 1, term: $0, shape: shapes[$0])
      }
      return product(product(a, factors[0]), factors[1])
        .scaled(by: b.numerator, over: b.denominator)
    }
    let term =
      isBothArrays
      ? append(ArrayCall(.entrywise, [first, second]), shape)
      : append(.binary(.multiply, first, second), shape)
    return Part(numerator: 1, term: term, shape: shape)
      .scaled(by: a.numerator, over: a.denominator).scaled(by: b.numerator, over: b.denominator)
  }

  private mutating func join(
    _ operation: Operation, _ a: Part, _ b: Part, _ shape: Shape
  ) -> Part {
    let (first, second) = (term(of: a), term(of: b))
    let isEntrywise = operation == .multiply && !a.shape.isNumber && !b.shape.isNumber
    let term =
      isEntrywise
      ? append(ArrayCall(.entrywise, [first, second]), shape)
      : append(.binary(operation, first, second), shape)
    return Part(numerator: 1, term: term, shape: shape)
  }

  /// An operation number by number.
  public mutating func apply(_ operation: Operation, _ a: Part, _ b: Part) -> Part {
    let shape = operation.arity == 1 ? a.shape : Shape.broadcast(a.shape, b.shape) ?? a.shape
    if let x = a.number, let y = operation.arity == 1 ? x : b.number {
      let value = Double.apply(operation, x, y)
      if operation == .divide {
        return number(1, shape).scaled(by: a.numerator, over: a.denominator)
          .scaled(by: b.denominator, over: b.numerator)
      }
      if value == value.rounded(), value.isFinite { return number(value, shape) }
    }
    switch operation {
    case .negate: return a.scaled(by: -1)
    case .add: return sum(a, b)
    case .subtract: return sum(a, b.scaled(by: -1))
    case .multiply: return product(a, b)
    case .divide:
      if let divisor = b.number, divisor != 0, a.shape == shape {
        return a.scaled(by: b.denominator, over: b.numerator)
      }
      if a.isZero { return number(0, shape) }
      var (above, below) = (a, b)
      (above.numerator, above.denominator) = (1, 1)
      (below.numerator, below.denominator) = (1, 1)
      if a.term == nil { above = number(1, a.shape) }
      return join(.divide, above, below, shape)
        .scaled(by: a.numerator, over: a.denominator)
        .scaled(by: b.denominator, over: b.numerator)
    case .power:
      if b.number == 1 { return a }
      if b.number == 0 { return number(1, shape) }
      return join(.power, a, b, shape)
    default:
      guard operation.arity == 1 else { return join(operation, a, b, shape) }
      let operand = term(of: a)
      return Part(numerator: 1, term: append(.unary(operation, operand), shape), shape: shape)
    }
  }

  /// A formula with parts in the place of its names.
  ///
  /// - Parameter values: a part for each of its names.
  public mutating func formula(_ formula: Expression, at values: [Part]) -> Part {
    add(formula, at: values)[formula.root]
  }

  /// Puts parts in the place of the names of a formula.
  ///
  /// - Parameter values: a part for each of its names.
  mutating func add(_ formula: Expression, at values: [Part]) -> [Part] {
    var parts: [Part] = []
    for term in formula.terms {
      switch term {
      case .number(let number): parts.append(self.number(number))
      case .constant(let constant):
        let place = append(.constant(constant), .number)
        parts.append(Part(numerator: 1, term: place, shape: .number))
      case .name(let slot): parts.append(values[slot])
      case .unary(let operation, let a): parts.append(apply(operation, parts[a], parts[a]))
      case .binary(let operation, let a, let b):
        parts.append(apply(operation, parts[a], parts[b]))
      case .array(let call):
        let operands = formula.arrays[call].operands.map { parts[$0] }
        parts.append(self.call(formula.arrays[call].operation, operands))
      }
    }
    return parts
  }
}
