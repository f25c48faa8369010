extension Operation {
  /// The local derivatives as expressions over `a`, `b` and `y`, from the table of rules.
  fileprivate static let rules: [Operation: (Expression, Expression)] = {
    var rules: [Operation: (Expression, Expression)] = [:]
    let (a, b, y) = (Expression(name: "a"), Expression(name: "b"), Expression(name: "y"))
    for operation in allCases {
      rules[operation] = operation.localDerivatives(a, b, result: y)
    }
    return rules
  }()

  var rule: (Expression, Expression) {
    guard let rule = Operation.rules[self] else {
      preconditionFailure("every operation has a rule")
    }
    return rule
  }
}

extension Expression {
  /// The derivative with respect to a name, as the rules give it: nothing is simplified, and what two parts
  /// share is one term.
  ///
  /// Where the name does not occur the derivative is 0.
  ///
  /// - Complexity: O(n) in the number of terms; so is the size of the result.
  public func derivative(withRespectTo name: String) -> Expression {
    guard let slot = names.firstIndex(of: name) else { return Expression(0) }
    var result = self
    /// For each term the index of its derivative in `result`; `nil` if the name has no part in it.
    var derivatives: [Int?] = []
    derivatives.reserveCapacity(terms.count)
    for (index, term) in terms.enumerated() {
      switch term {
      case .number, .constant: derivatives.append(nil)
      case .name(let here):
        derivatives.append(here == slot ? result.append(.number(1)) : nil)
      case .unary(let operation, let a):
        let rule = operation.rule.0
        derivatives.append(
          derivatives[a].map { inner in
            let local = result.append(rule, placing: ["a": a, "y": index])
            return result.append(.binary(.multiply, local, inner))
          })
      case .binary(let operation, let a, let b):
        let places = ["a": a, "b": b, "y": index]
        let rule = operation.rule
        let first = derivatives[a].map { inner in
          let local = result.append(rule.0, placing: places)
          return result.append(.binary(.multiply, local, inner))
        }
        let second = derivatives[b].map { inner in
          let local = result.append(rule.1, placing: places)
          return result.append(.binary(.multiply, local, inner))
        }
        switch (first, second) {
        case (let first?, let second?):
          derivatives.append(result.append(.binary(.add, first, second)))
        default: derivatives.append(first ?? second)
        }
      case .array: Expression.hasArrays()
      }
    }
    guard let root = derivatives[root] else { return Expression(0) }
    return result.part(endingAt: root)
  }

  /// The part of the expression that a term is made of, as an expression of its own.
  ///
  /// - Complexity: O(m log m) in the terms of the part.
  func part(endingAt root: Int) -> Expression {
    var moved: [Int: Int] = [root: 0]
    var waiting = [root]
    func visit(_ operand: Int) {
      if moved.updateValue(0, forKey: operand) == nil { waiting.append(operand) }
    }
    while let index = waiting.popLast() {
      for operand in operands(of: index) { visit(operand) }
    }
    var part = Expression()
    for index in moved.keys.sorted() {
      moved[index] = part.append(index, of: self) { moved[$0] ?? 0 }
    }
    return part
  }
}
