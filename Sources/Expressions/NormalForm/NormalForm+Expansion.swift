extension NormalForm {
  /// The form with its products of sums multiplied out, `nil` if that makes more than some terms.
  ///
  /// A sum with denominators comes first, so that they cancel against other factors before those are multiplied out:
  /// `(y/a - (1 - y)/(1 - a)) a (1 - a)` is `y - a`.
  ///
  /// - Complexity: O(n) in the limit.
  func expanded(limit: Int = 64) -> NormalForm? {
    var open = Array(products.reversed())
    var result = NormalForm.zero
    var steps = 0
    while let product = open.popLast() {
      steps += 1
      guard steps <= 4 * limit, result.products.count <= limit else { return nil }
      guard let place = product.nextSum, case .sum(let sum) = product.factors[place].atom else {
        result.add(NormalForm(product))
        continue
      }
      var rest = product
      rest.factors.remove(at: place)
      if let exponent = product.factors[place].exponent.integer, exponent > 1 {
        rest.factors.insert(
          Factor(atom: product.factors[place].atom, exponent: Coefficient(Double(exponent - 1))),
          at: place)
      }
      for term in sum.products.reversed() {
        open.append(contentsOf: (NormalForm(rest) * NormalForm(term)).products)
      }
    }
    result.settle()
    return result
  }

  /// The form without a factor that all its terms have: a number, or a sign.
  var withoutCommonFactor: (factor: Coefficient, rest: NormalForm) {
    guard let first = products.first else { return (.one, self) }
    let size = first.coefficient.isNegative ? -first.coefficient : first.coefficient
    guard
      products.allSatisfy({ $0.coefficient == size || -$0.coefficient == size }),
      let inverse = size.raised(to: -1)
    else { return (.one, self) }
    let isNegative = products.allSatisfy(\.coefficient.isNegative)
    let factor = isNegative ? -inverse : inverse
    var rest = NormalForm.zero
    for var product in products {
      product.coefficient = factor * product.coefficient
      rest.add(NormalForm(product))
    }
    return (isNegative ? -size : size, rest)
  }
}

extension NormalForm.Product {
  /// The sum that is multiplied out next: one with denominators, else the first.
  fileprivate var nextSum: Int? {
    var next: Int?
    for (index, factor) in factors.enumerated() {
      guard case .sum(let sum) = factor.atom, let exponent = factor.exponent.integer, exponent > 0
      else { continue }
      if sum.products.contains(where: { $0.factors.contains(where: \.exponent.isNegative) }) {
        return index
      }
      next = next ?? index
    }
    return next
  }
}
