import Autodiff
import Expressions
import RandomNumbers

/// Random graphs of several formulas with arrays: broadcasts, axes, indices that repeat, axes of one or no number.
enum RandomArrayGraph {
  private static let inputs: [(name: String, shape: Shape)] = [
    ("A", Shape(3, 2)), ("B", Shape(3, 2)), ("C", Shape(2, 3)), ("S", Shape(2, 2)),
    ("v", Shape(2)), ("u", Shape(3)), ("s", .number), ("T", Shape(2, 3, 2)), ("R", Shape(1, 2)),
    ("K", Shape(3, 1)), ("E", Shape(0, 2)), ("O", Shape(1)), ("P", Shape(1, 1)),
  ]

  /// A formula whose shapes need not go together.
  private static func formula(
    _ names: [String], _ numbers: inout SplitMix64, depth: Int = 2
  ) -> String {
    guard depth > 0, numbers.next(below: 4) > 0 else {
      let others = ["2", "0.5", "[1, 2]", "[1 2; 3 4; 0 1]", "ones(2, 2)"]
      return numbers.next(below: 6) == 0
        ? others[numbers.next(below: others.count)] : names[numbers.next(below: names.count)]
    }
    func part() -> String { formula(names, &numbers, depth: depth - 1) }
    func one(_ texts: String...) -> String { texts[numbers.next(below: texts.count)] }
    switch numbers.next(below: 22) {
    case 0: return "(\(part()))'"
    case 1, 2, 3: return "(\(part())) @ (\(part()))"
    case 4, 5: return "(\(part())) * (\(part()))"
    case 6, 7: return "(\(part())) + (\(part()))"
    case 8: return "(\(part())) - (\(part()))"
    case 9: return "(\(part())) / (1.5 + (\(part()))^2)"
    case 10, 11:
      let name = one("sum", "mean", "max", "min", "var", "logsumexp")
      return "\(name)(\(part())\(one("", ", axis=0", ", axis=-1", ", axis=1")))"
    case 12: return "sum(\(part()), axis=\(one("0", "1")), keepdims=True)"
    case 13: return "softmax(\(part())\(one("", ", axis=0")))"
    case 14: return "concat(\(part()), \(part()), axis=\(one("0", "1")))"
    case 15, 16:
      return
        "(\(part()))[\(one("0", ":, 0", "1:", "[0, 1, 0]", ":, None", "-1", "0:0", "[[1, 1]]"))]"
    case 17: return "\(one("tanh", "sigmoid", "sin", "softplus", "relu", "-"))(\(part()))"
    case 18: return "where(\(part()) \(one(">", "<=")) 0.1, \(part()), \(part()))"
    case 19: return one("flip(\(part()))", "diag(\(part()))", "maxpool(\(part()), 2)")
    case 20: return "\(one("outer", "conv", "max", "min"))(\(part()), \(part()))"
    default: return "reshape(\(part()), -1)"
    }
  }

  /// A graph, its formulas and what they are at; `nil` where the shapes that were drawn do not go together.
  static func reading(_ numbers: inout SplitMix64) -> ArrayReading? {
    var request = GraphRequest()
    for (name, shape) in inputs {
      request.arrays[name] = NumericArray(
        (0..<shape.count).map { _ in Double(numbers.next(below: 2000)) / 1000 - 1.0005 },
        shape: shape)
    }
    var names = inputs.map(\.name)
    var statements: [Statement] = []
    // Earlier formulas are used by later ones, often twice.
    for index in 0..<(1 + numbers.next(below: 3)) {
      for _ in 0..<20 {
        let statement = Statement("n\(index) = \(formula(names, &numbers))")
        let ends = Statement("J = sum(n\(index))")
        // Numbers alone would be an input, and equal ones a tie beside which there are two slopes.
        guard let reading = try? ArrayReading(statements + [statement, ends], request),
          let node = reading.graph.index(of: "n\(index)"), reading.graph.nodes[node].formula != nil
        else { continue }
        statements.append(statement)
        names += ["n\(index)", "n\(index)"]
        break
      }
    }
    guard let last = statements.last?.name else { return nil }
    let ends = Statement("J = sum(sin(\(last) + 0.3) * (1 + \(last))) + s^2")
    return try? ArrayReading(statements + [ends], request)
  }
}
