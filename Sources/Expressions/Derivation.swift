public struct Derivation: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    case simplify
    public var title: String { "put together" }
  }
  public struct Line: Hashable, Sendable {
    public var rule: Rule?
    let t: String
    public func text(isASCII: Bool) -> String { t }
  }
  public let lines: [Line]
  public let result: Expression
  public init(of expression: Expression, withRespectTo name: String) {
    result = expression.derivative(withRespectTo: name).simplified()
    lines = [
      Line(rule: nil, t: "d/d\(name) (\(expression.text))"), Line(rule: .simplify, t: result.text),
    ]
  }
}
