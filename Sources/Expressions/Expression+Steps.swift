extension Expression {
  /// One elementary operation of a formula that was broken up.
  public struct Step: Hashable, Sendable {
    public var name: String
    public var expression: Expression
  }

  /// Breaks the formula into its elementary operations, in order of evaluation.
  ///
  /// A number, and whatever is made of numbers alone, folds into the operation that uses it. The last step keeps
  /// the name of the formula. Nothing is merged: what is written twice is computed twice.
  ///
  /// - Parameter freshName: gives each step but the last a name.
  /// - Complexity: O(n) in the number of terms.
  public func elementarySteps(named name: String, freshName: () -> String) -> [Step] {
    /// For each term the expression by which a later step refers to it.
    var references: [Expression] = []
    references.reserveCapacity(terms.count)
    var steps: [Step] = []
    func keep(_ expression: Expression, at index: Int) {
      guard !expression.isConstant, index != root else {
        references.append(expression)
        return
      }
      let step = Step(name: freshName(), expression: expression)
      steps.append(step)
      references.append(Expression(name: step.name))
    }
    for (index, term) in terms.enumerated() {
      switch term {
      case .number(let number): references.append(Expression(number))
      case .constant:
        var constant = Expression()
        constant.append(term)
        references.append(constant)
      case .name(let slot): references.append(Expression(name: names[slot]))
      case .unary(let operation, let a):
        keep(.apply(operation, references[a], references[a]), at: index)
      case .binary(let operation, let a, let b):
        keep(.apply(operation, references[a], references[b]), at: index)
      }
    }
    steps.append(Step(name: name, expression: references[root]))
    return steps
  }
}
