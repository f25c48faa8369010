import Expressions
import Testing

@Suite struct LocalDerivativesTests {
  /// A formula in so many names, by the way in which two of them are joined.
  private func formula(_ count: Int, _ joined: (Int) -> String, by sign: String) throws
    -> Expression
  {
    try Formula((0..<count).map(joined).joined(separator: sign)).expression
  }

  @Test(arguments: [5, 32, 33, 60])
  func aDerivativeReadsAsIfItWereTakenAlone(count: Int) throws {
    for expression in [
      try formula(count, { "w\($0) v\($0)" }, by: " + "),
      try formula(count, { "(y\($0) - \($0) z\($0))^2" }, by: " - "),
      try formula(count, { "x\($0)" }, by: " * "),
      try formula(count, { "sin(x\($0))" }, by: " / 2 + "),
      try Formula("tanh(" + (0..<count).map { "x\($0)" }.joined(separator: " + ") + ")").expression,
    ] {
      var derivatives = LocalDerivatives(of: expression)
      for (slot, name) in expression.names.enumerated() {
        let alone = SymbolicDerivative(of: expression, withRespectTo: name)
        #expect(derivatives.text(slot: slot) == alone.text)
      }
    }
  }

  @Test func ofASumOfManyNamesNoDerivativeIsLong() throws {
    let sum = try formula(2000, { "x\($0)" }, by: " + ")
    let derivatives = LocalDerivatives(of: sum)
    #expect(sum.names.indices.allSatisfy { derivatives.size(slot: $0) == 1 })
  }
}
