public import Expressions
public import RandomNumbers

extension SplitMix64 {
  /// A formula over some names, as the parser would build it, and smooth where every name is in 0.5...2.
  ///
  /// - Parameter size: about how many operations.
  public mutating func expression(over names: [String], size: Int) -> Expression {
    guard size > 0 else {
      if Int.random(in: 0..<4, using: &self) == 0 {
        return Expression(Double(Int.random(in: 1...9, using: &self)))
      }
      return Expression(name: names.randomElement(using: &self) ?? "w")
    }
    let split = Int.random(in: 0..<size, using: &self)
    func binary(_ operation: Operation, _ generator: inout SplitMix64) -> Expression {
      let a = generator.expression(over: names, size: split)
      let b = generator.expression(over: names, size: size - 1 - split)
      return .apply(operation, a, b)
    }
    func unary(_ operation: Operation, _ generator: inout SplitMix64) -> Expression {
      let a = generator.expression(over: names, size: size - 1)
      return .apply(operation, a, a)
    }
    switch Int.random(in: 0..<12, using: &self) {
    case 0, 1: return binary(.add, &self)
    case 2, 3: return binary(.subtract, &self)
    case 4, 5, 6: return binary(.multiply, &self)
    case 7: return binary(.divide, &self)
    case 8:
      let base = expression(over: names, size: size - 1)
      return .apply(.power, base, Expression(Double(Int.random(in: 2...3, using: &self))))
    case 9: return unary(.negate, &self)
    case 10: return unary([.sin, .cos, .tanh, .sigmoid].randomElement(using: &self) ?? .sin, &self)
    default: return unary([.softplus, .sigmoid, .tanh].randomElement(using: &self) ?? .sin, &self)
    }
  }
}
