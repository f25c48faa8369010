import Expressions

extension Expression {
  /// The functions that it calls, as formulas name them.
  var functions: [String] {
    terms.compactMap { term -> String? in
      switch term {
      case .unary(let operation, _), .binary(let operation, _, _): operation.functionName
      case .array(let call): arrays[call].operation.functionName
      case .number, .constant, .name: nil
      }
    }
  }

  /// A power whose exponent is no number, as text; `nil` where there is none.
  var variablePower: String? {
    for case .binary(.power, _, let exponent) in terms {
      switch terms[exponent] {
      case .number: continue
      case .unary(.negate, let inner): if case .number = terms[inner] { continue }
      default: break
      }
      return "a power with an exponent that is computed"
    }
    return nil
  }

  /// The same with other names, and with constants as numbers.
  func renamed(_ name: (String) -> String) -> Expression {
    let terms = terms.map { term -> Term in
      if case .constant(let constant) = term { return .number(constant.value) }
      return term
    }
    return Expression(terms: terms, names: names.map(name), arrays: arrays)
  }
}
