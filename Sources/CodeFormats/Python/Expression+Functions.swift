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

  /// The same with 0 x + 1 for x^0, for a library that finds nan for the slope of that at 0.
  var withoutZeroPowers: Expression {
    var written: [Term] = []
    var places: [Int] = []
    func add(_ term: Term) -> Int {
      written.append(term)
      return written.count - 1
    }
    var calls = arrays
    for term in terms {
      switch term {
      case .number, .constant, .name: places.append(add(term))
      case .unary(let operation, let a): places.append(add(.unary(operation, places[a])))
      case .binary(.power, let a, let b) where terms[b] == .number(0):
        let nothing = add(.binary(.multiply, add(.number(0)), places[a]))
        places.append(add(.binary(.add, nothing, add(.number(1)))))
      case .binary(let operation, let a, let b):
        places.append(add(.binary(operation, places[a], places[b])))
      case .array(let call):
        calls[call] = ArrayCall(arrays[call].operation, arrays[call].operands.map { places[$0] })
        places.append(add(.array(call)))
      }
    }
    return Expression(terms: written, names: names, arrays: calls)
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
