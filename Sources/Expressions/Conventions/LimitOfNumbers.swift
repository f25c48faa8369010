/// Where a slope is what is left of it in numbers of limited length, which libraries end at different places.
public enum LimitOfNumbers: Hashable, Sendable, CaseIterable {
  case softplus, sigmoid, tanh, powerOfZero

  /// What is said of it: what it is here, and elsewhere (measured on 28 November 2026).
  public var note: String {
    switch self {
    case .softplus:
      "beyond 20 PyTorch 2.13.0 takes softplus(x) for x itself and its slope for 1; "
        + "JAX 0.10.2 and TensorFlow 2.21.0 keep the digits, as here"
    case .sigmoid:
      "the sigmoid is 1 to all digits here, so that s (1 - s) is 0, as in PyTorch, JAX and TensorFlow; "
        + "in 32 bits that begins near 17"
    case .tanh:
      "tanh is 1 or -1 to all digits here, so that its slope is 0, as in PyTorch, JAX and TensorFlow; "
        + "in 32 bits that begins near 9"
    case .powerOfZero:
      "0 stays 0 to any power above 0, so that its slope by the power is 0, as in PyTorch, JAX and TensorFlow"
    }
  }
}

extension Expression {
  /// Whether an operation is flat where its digits end.
  var hasLimits: Bool {
    terms.contains { term in
      switch term {
      case .unary(let operation, _): [.softplus, .sigmoid, .tanh].contains(operation)
      case .binary(let operation, _, _): operation == .power
      case .number, .constant, .name, .array: false
      }
    }
  }

  /// The limits that a formula of numbers has met.
  ///
  /// - Parameter results: the value of each term.
  public func limits(from results: [Double]) -> [LimitOfNumbers] {
    let isConstant = constantTerms
    var found: [LimitOfNumbers] = []
    for (index, term) in terms.enumerated() where !isConstant[index] {
      let limit: LimitOfNumbers? =
        switch term {
        case .unary(.softplus, let a) where results[a] > 20: .softplus
        case .unary(.sigmoid, _) where results[index] == 1: .sigmoid
        case .unary(.tanh, _) where results[index].magnitude == 1: .tanh
        case .binary(.power, let a, let b)
        where results[a] == 0 && results[b] > 0 && !isConstant[b]:
          .powerOfZero
        default: nil
        }
      if let limit, !found.contains(limit) { found.append(limit) }
    }
    return found
  }
}
