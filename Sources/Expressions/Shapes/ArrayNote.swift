/// What is legal and often not meant.
public enum ArrayNote: Hashable, Sendable {
  /// Two operands that make a larger thing than either.
  case spread(String, Shape, String, Shape, Shape)
  /// A product side by side of two square matrices of one size, which may be meant number by number.
  case squareProduct(String, String)
  /// Products of both kinds without parentheses.
  case mixedProducts(String)
  /// `A^-1`, which is 1/A number by number.
  case inverse(String)
  /// `.T` of a vector, which is the vector.
  case vectorTransposed(String)

  /// What to know, on one line.
  public var message: String {
    switch self {
    case .spread(let a, let first, let b, let second, let result):
      "\(a) is \(first.text) and \(b) is \(second.text): together they are spread to "
        + "\(result.text); reshape one of them if that is not meant"
    case .squareProduct(let a, let b):
      "\(a) \(b) is the product of matrices; write \(a) * \(b) for the product number by number"
    case .mixedProducts(let text): "all products bind alike, from the left: this is \(text)"
    case .inverse(let text): "\(text)^-1 is 1/\(text), number by number, and not the inverse matrix"
    case .vectorTransposed(let text): "\(text) is a vector: \(text).T is \(text) itself"
    }
  }
}
