import Expressions
public import Training

/// What a learner asks of steps of descent: to make some, or to make them otherwise.
public enum DescentRequest: Hashable, Sendable {
  case steps(Int)
  case optimizer(Optimizer.Method)
  case rate(Double)
  case beta(Double)

  /// How many steps are made at once at most.
  public static let counts = 1...1000

  /// Reads `step`, `step 20`, `rate 0.1`, `beta 0.9`, `optimizer adam` or `adam`.
  ///
  /// - Parameter names: the names of the graph, which mean what they mean there.
  /// - Returns: nothing for another line.
  public init?(_ typed: String, hidden names: Set<String> = []) {
    let words = typed.split { $0.isWhitespace || $0 == "=" || $0 == ":" }.map(String.init)
    guard let first = words.first?.lowercased(), !names.contains(words[0]) else { return nil }
    let rest = words.dropFirst()
    func number(_ range: ClosedRange<Double>) -> Double? {
      guard rest.count == 1, let number = rest.first.flatMap({ Double($0) }), number.isFinite
      else { return nil }
      return range.contains(number) ? number : nil
    }
    switch first {
    case "step", "steps":
      guard !rest.isEmpty else {
        self = .steps(1)
        return
      }
      guard rest.count == 1, let count = rest.first.flatMap({ Int($0) }),
        DescentRequest.counts.contains(count)
      else { return nil }
      self = .steps(count)
    case "rate", "lr":
      guard let rate = number(Double.leastNormalMagnitude...1e6) else { return nil }
      self = .rate(rate)
    case "beta", "beta1":
      guard let beta = number(0...0.9999) else { return nil }
      self = .beta(beta)
    default:
      let name = (first == "optimizer" ? Array(rest) : words).joined(separator: " ")
      guard let method = Optimizer.method(named: name) else { return nil }
      self = .optimizer(method)
    }
  }

  /// The line that asks for it.
  public var text: String {
    switch self {
    case .steps(let count): count == 1 ? "step" : "step \(count)"
    case .optimizer(let method): "optimizer \(method.name)"
    case .rate(let rate): "rate \(rate.shortestText)"
    case .beta(let beta): "beta \(beta.shortestText)"
    }
  }
}
