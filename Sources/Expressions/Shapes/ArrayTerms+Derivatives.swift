extension ArrayTerms {
  /// The derivatives of the output with respect to the names of a formula, by one symbolic reverse sweep.
  ///
  /// - Parameters:
  ///   - values: a part for each of its names.
  ///   - result: what the formula's own value is called, if it has a name.
  ///   - upstream: the derivative of the output with respect to the formula.
  /// - Returns: for each name the sum over the places where it stands; `nil` where the name is data alone.
  public mutating func derivatives(
    of formula: Expression, at values: [Part], result: Part?, upstream: Part
  ) -> [Part?] {
    var parts = add(formula, at: values)
    if let result { parts[formula.root] = result }
    let isConstant = formula.constantTerms
    var adjoints: [Part?] = Array(repeating: nil, count: formula.terms.count)
    adjoints[formula.root] = upstream
    var sums: [Part?] = Array(repeating: nil, count: formula.names.count)
    for index in formula.terms.indices.reversed() {
      guard let adjoint = adjoints[index], !isConstant[index] else { continue }
      let operands = formula.operands(of: index)
      var contributions: [(operand: Int, part: Part)] = []
      switch formula.terms[index] {
      case .number, .constant: break
      case .name(let slot):
        if let sum = sums[slot] {
          sums[slot] = self.sum(sum, adjoint)
        } else {
          sums[slot] = adjoint
        }
      case .unary(let operation, let a), .binary(let operation, let a, _):
        let b = operands[operands.count - 1]
        let rules = [operation.rule.0, operation.rule.1]
        for (place, operand) in operands.enumerated() where !isConstant[operand] {
          let rule = rules[place]
          let places = rule.names.map { name in
            name == "a" ? parts[a] : name == "b" ? parts[b] : parts[index]
          }
          let local = add(rule, at: places)[rule.root]
          let whole = product(adjoint, local)
          contributions.append((operand, summed(whole, to: parts[operand].shape)))
        }
      case .array(let place):
        let call = formula.arrays[place]
        let shapes = call.operands.map { parts[$0].shape }
        for (slot, operand) in call.operands.enumerated() where !isConstant[operand] {
          guard let rule = ArrayRule(call.operation, operand: slot, shapes: shapes)?.expression
          else { continue }
          let places = rule.names.map { name -> Part in
            if name == "G" { return adjoint }
            if name == "Y" { return parts[index] }
            return parts[call.operands[ArrayRule.operandNames.firstIndex(of: name) ?? 0]]
          }
          contributions.append((operand, add(rule, at: places)[rule.root]))
        }
      }
      for (operand, part) in contributions {
        if let sum = adjoints[operand] {
          adjoints[operand] = self.sum(sum, part)
        } else {
          adjoints[operand] = part
        }
      }
    }
    return sums
  }

  /// A part summed over where an operand was spread.
  private mutating func summed(_ part: Part, to shape: Shape) -> Part {
    guard part.shape != shape,
      let rule = try? Formula(
        Shape.summing("G", from: part.shape, to: shape), known: ["G"], shapes: ["G": part.shape])
    else { return part }
    return add(rule.expression, at: [part])[rule.expression.root]
  }
}
