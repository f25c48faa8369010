/// The local derivatives of an operation at a corner as libraries have them that differ from the tutor.
public struct RivalSlopes: Hashable, Sendable {
  public var term: Int
  public var corner: Corner
  /// With respect to the first and the second operand.
  public var first: Double
  public var second: Double
  /// The libraries, the best known first: `PyTorch 2.15.0, JAX 0.10.2 and others`.
  public var libraries: String
}

extension Expression {
  /// What other libraries take for the slopes of operations that stand at a corner, each answer once for a term.
  ///
  /// - Parameter results: the value of each term of a formula of numbers.
  public func rivalSlopes(from results: [Double]) -> [RivalSlopes] {
    var found: [RivalSlopes] = []
    for place in corners(from: results) {
      let operands = operands(of: place.term)
      guard let a = operands.first else { continue }
      let operation: Operation
      switch terms[place.term] {
      case .unary(let kind, _), .binary(let kind, _, _): operation = kind
      case .number, .constant, .name, .array: continue
      }
      let own = operation.localDerivatives(
        results[a], results[operands.last ?? a], result: results[place.term])
      for answer in place.corner.answers(isSecond: place.isSecond) {
        let pair: (Double, Double)
        switch (place.corner, answer.slopes.count) {
        case (.relu, 1), (.abs, 1): pair = (answer.slopes[0], 0)
        case (.maxWithZero, 1), (.clip, 1):
          pair = place.isSecond ? (own.0, answer.slopes[0]) : (answer.slopes[0], own.1)
        case (.max, 2), (.min, 2): pair = (answer.slopes[0], answer.slopes[1])
        default: continue
        }
        guard pair != own,
          !found.contains(where: {
            $0.term == place.term && $0.corner == place.corner && ($0.first, $0.second) == pair
          })
        else { continue }
        found.append(
          RivalSlopes(
            term: place.term, corner: place.corner, first: pair.0, second: pair.1,
            libraries: answer.libraries.named(atMost: 4, withVersions: true)))
      }
    }
    return found
  }
}
