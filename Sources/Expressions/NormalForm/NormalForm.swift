/// A formula as a sum of products of powers, like terms collected; products of sums are not multiplied out.
struct NormalForm: Hashable, Sendable {
  private(set) var products: [Product]
  /// The place of each product by its factors; kept only while there are many.
  private var places: [[Factor]: Int]
  /// How many terms have cancelled and stand there with 0.
  private var cancelled = 0

  private static let indexingThreshold = 8

  static let zero = NormalForm(Coefficient.zero)
  static let one = NormalForm(Coefficient.one)

  init(_ coefficient: Coefficient) {
    products = coefficient.isZero ? [] : [Product(coefficient: coefficient, factors: [])]
    places = [:]
  }

  init(_ product: Product) {
    products = product.coefficient.isZero ? [] : [product]
    places = [:]
  }

  init(_ atom: Atom) {
    self.init(Product(coefficient: .one, factors: [Factor(atom: atom, exponent: .one)]))
  }

  /// The number it is, if no name is left in it.
  var coefficient: Coefficient? {
    switch products.count {
    case 0: .zero
    case 1: products[0].factors.isEmpty ? products[0].coefficient : nil
    default: nil
    }
  }

  static func == (a: NormalForm, b: NormalForm) -> Bool { a.products == b.products }

  func hash(into hasher: inout Hasher) { hasher.combine(products) }

  /// Adds another form, a product at a time.
  ///
  /// - Complexity: O(m) in the products of the other form, whatever is here already.
  mutating func add(_ other: NormalForm) {
    for product in other.products.flatMap(\.opened) { add(product) }
  }

  private mutating func add(_ product: Product) {
    guard let place = place(of: product.factors) else {
      products.append(product)
      if products.count == NormalForm.indexingThreshold {
        for (index, product) in products.enumerated() { places[product.factors] = index }
      } else if products.count > NormalForm.indexingThreshold {
        places[product.factors] = products.count - 1
      }
      return
    }
    if products[place].coefficient.isZero { cancelled -= 1 }
    products[place].coefficient = products[place].coefficient + product.coefficient
    if products[place].coefficient.isZero { cancelled += 1 }
  }

  private func place(of factors: [Factor]) -> Int? {
    places.isEmpty ? products.firstIndex { $0.factors == factors } : places[factors]
  }

  /// Leaves out the terms that cancelled.
  mutating func settle() {
    guard cancelled > 0 else { return }
    var settled = NormalForm.zero
    for product in products where !product.coefficient.isZero { settled.add(product) }
    self = settled
  }

  static func * (a: NormalForm, b: NormalForm) -> NormalForm {
    var product = a
    product.multiply(by: b)
    return product
  }

  /// Multiplies by another form; a product of many factors grows in place.
  mutating func multiply(by other: NormalForm) {
    if products.isEmpty || other.coefficient == .one { return }
    if other.products.isEmpty || coefficient == .one {
      self = other
    } else {
      if products.count > 1 { self = NormalForm(asProduct) }
      products[0].multiply(by: other.asProduct)
      // Numbers may be so small that their product is 0.
      if products[0].coefficient.isZero { self = .zero }
    }
  }

  static prefix func - (a: NormalForm) -> NormalForm {
    NormalForm(Coefficient.fraction(-1, 1)) * a
  }

  /// Turns `±(a + b)` into a sum of its terms; any other form stays as it is.
  mutating func open() {
    guard products.count == 1, cancelled == 0 else { return }
    var sum = NormalForm.zero
    sum.add(self)
    self = sum
  }

  /// The form as one product; a sum of several becomes a factor.
  private var asProduct: Product {
    if products.count == 1 { return products[0] }
    return Product(coefficient: .one, factors: [Factor(atom: .sum(self), exponent: .one)])
  }

  func raised(to exponent: NormalForm) -> NormalForm {
    guard let number = exponent.coefficient else {
      return NormalForm(.power(self, exponent))
    }
    if number.isZero { return .one }
    if number == .one { return self }
    if let base = coefficient {
      if let integer = number.integer, let power = base.raised(to: integer) {
        return NormalForm(power)
      }
      return NormalForm(.power(self, exponent))
    }
    guard products.count == 1 else {
      return NormalForm(
        Product(coefficient: .one, factors: [Factor(atom: .sum(self), exponent: number)]))
    }
    let product = products[0]
    if let integer = number.integer, let coefficient = product.coefficient.raised(to: integer) {
      let factors = product.factors.map {
        Factor(atom: $0.atom, exponent: $0.exponent * number)
      }
      return NormalForm(Product(coefficient: coefficient, factors: factors))
    }
    if product.coefficient == .one, product.factors.count == 1, product.factors[0].exponent == .one
    {
      return NormalForm(
        Product(
          coefficient: .one, factors: [Factor(atom: product.factors[0].atom, exponent: number)]))
    }
    return NormalForm(
      Product(coefficient: .one, factors: [Factor(atom: .sum(self), exponent: number)]))
  }

  /// A number times powers of atoms, the factors in the order a teacher writes them.
  struct Product: Hashable, Sendable {
    var coefficient: Coefficient
    var factors: [Factor]

    /// Multiplies by another product; the factors of both are in order.
    ///
    /// - Complexity: O(log n) comparisons for a single factor; O(n) for several.
    fileprivate mutating func multiply(by other: Product) {
      coefficient = coefficient * other.coefficient
      if factors.count < other.factors.count {
        let own = factors
        factors = other.factors
        merge(own)
      } else {
        merge(other.factors)
      }
    }

    private mutating func merge(_ others: [Factor]) {
      guard others.count > 1 else {
        if let factor = others.first { insert(factor) }
        return
      }
      var merged: [Factor] = []
      merged.reserveCapacity(factors.count + others.count)
      var (left, right) = (factors[...], others[...])
      while let a = left.first, let b = right.first {
        if a.rank == b.rank {
          var factor = a
          factor.exponent = a.exponent + b.exponent
          if !factor.exponent.isZero { merged.append(factor) }
          left.removeFirst()
          right.removeFirst()
        } else if a.rank < b.rank {
          merged.append(a)
          left.removeFirst()
        } else {
          merged.append(b)
          right.removeFirst()
        }
      }
      factors = merged + left + right
    }

    private mutating func insert(_ factor: Factor) {
      var place = 0
      var end = factors.count
      while place < end {
        let middle = (place + end) / 2
        if factors[middle].rank < factor.rank { place = middle + 1 } else { end = middle }
      }
      if place < factors.count, factors[place].rank == factor.rank {
        factors[place].exponent = factors[place].exponent + factor.exponent
        if factors[place].exponent.isZero { factors.remove(at: place) }
      } else {
        factors.insert(factor, at: place)
      }
    }

    /// The terms of `±(a + b)` one by one; any other product as it is.
    fileprivate var opened: [Product] {
      guard factors.count == 1, factors[0].exponent == .one, case .sum(let sum) = factors[0].atom,
        coefficient == .one || coefficient == -.one
      else { return [self] }
      return sum.products.map {
        Product(coefficient: $0.coefficient * coefficient, factors: $0.factors)
      }
    }
  }

  struct Factor: Hashable, Sendable {
    let atom: Atom
    var exponent: Coefficient
    /// Told once, since it may need the atom's whole text; equal atoms have equal ranks and no others have.
    fileprivate let rank: Rank

    init(atom: Atom, exponent: Coefficient) {
      self.atom = atom
      self.exponent = exponent
      rank = atom.rank
    }

    static func == (a: Factor, b: Factor) -> Bool {
      a.rank == b.rank && a.exponent == b.exponent
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(rank)
      hasher.combine(exponent)
    }
  }

  /// What a product is made of.
  indirect enum Atom: Hashable, Sendable {
    case constant(Expression.Constant)
    case name(String)
    /// A power whose exponent is no number.
    case power(NormalForm, NormalForm)
    case call(Operation, [NormalForm])
    case sum(NormalForm)

    /// Where the factor stands in a product: constants, names by the alphabet, powers, functions, sums.
    fileprivate var rank: Rank {
      switch self {
      case .constant(let constant): Rank(kind: 0, text: constant.rawValue)
      case .name(let name): Rank(kind: 1, text: name)
      case .power: Rank(kind: 2, text: expression.text)
      case .call: Rank(kind: 3, text: expression.text)
      case .sum: Rank(kind: 4, text: expression.text)
      }
    }
  }

  fileprivate struct Rank: Hashable, Comparable {
    var kind: Int
    var text: String

    static func < (a: Rank, b: Rank) -> Bool { (a.kind, a.text) < (b.kind, b.text) }
  }
}
