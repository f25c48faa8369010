extension Expression {
  /// The formula with numbers in the place of those that are to be drawn.
  ///
  /// - Parameter draw: gives the numbers of a shape; it is called in the order of the formula.
  public func drawing(_ draw: (Shape) -> NumericArray) -> Expression {
    var drawn = Expression()
    for index in terms.indices {
      if case .array(let call) = terms[index], case .random(let shape) = arrays[call].operation {
        drawn.append(ArrayCall(.literal(draw(shape))))
      } else {
        drawn.append(index, of: self) { $0 }
      }
    }
    return drawn
  }

  /// Whether numbers are to be drawn.
  public var isDrawn: Bool {
    arrays.contains { call in
      if case .random = call.operation { true } else { false }
    }
  }
}
