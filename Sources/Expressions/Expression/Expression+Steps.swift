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
    /// For each term the name of the step that computes it; none for a name, and for what is made of numbers.
    var stepNames: [Int: String] = [:]
    var isConstant: [Bool] = []
    isConstant.reserveCapacity(terms.count)
    var steps: [Step] = []
    /// The expression by which a step refers to an earlier term.
    func reference(_ index: Int) -> Expression {
      stepNames[index].map { Expression(name: $0) } ?? part(endingAt: index)
    }
    func keep(_ operation: Operation, _ a: Int, _ b: Int, at index: Int) {
      isConstant.append(isConstant[a] && isConstant[b])
      guard !isConstant[index], index != root else { return }
      let step = Step(
        name: freshName(), expression: .apply(operation, reference(a), reference(b)))
      steps.append(step)
      stepNames[index] = step.name
    }
    for (index, term) in terms.enumerated() {
      switch term {
      case .number, .constant: isConstant.append(true)
      case .name: isConstant.append(false)
      case .unary(let operation, let a): keep(operation, a, a, at: index)
      case .binary(let operation, let a, let b): keep(operation, a, b, at: index)
      case .array: Expression.hasArrays()
      }
    }
    switch terms[root] {
    case .unary(let operation, let a) where !isConstant[root]:
      steps.append(Step(name: name, expression: .apply(operation, reference(a), reference(a))))
    case .binary(let operation, let a, let b) where !isConstant[root]:
      steps.append(Step(name: name, expression: .apply(operation, reference(a), reference(b))))
    default: steps.append(Step(name: name, expression: self))
    }
    return steps
  }
}
