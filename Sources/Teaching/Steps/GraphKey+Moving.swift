import Autodiff
public import Expressions

/// Where steps lead.
extension GraphKey {
  /// The same entries with other numbers of the parameters; `nil` where something would not be finite.
  ///
  /// - Parameter parameters: the numbers by node.
  func moved(to parameters: [Int: NumericArray]) -> GraphKey? {
    switch self {
    case .numbers(let key):
      var inputs: [String: Double] = [:]
      for (index, node) in graph.nodes.enumerated() where node.formula == nil {
        inputs[node.name] = parameters[index]?.number ?? key.forward.values[index]
      }
      return (try? AnswerKey(key.list, at: inputs)).map { .numbers($0) }
    case .arrays(let key):
      var inputs = key.key.reading.inputs
      for (node, array) in parameters { inputs[graph.nodes[node].name] = array }
      return (try? key.moved(to: inputs)).map { .arrays($0) }
    }
  }

  /// The value of a node, a number as an array of one.
  public func array(of node: Int) -> NumericArray {
    switch self {
    case .numbers(let key): NumericArray(key.exactValue(of: node))
    case .arrays(let key): key.key.forward.values[node]
    }
  }

  /// The number that a step shall make smaller: the output, or where derivatives are given what these are those of,
  /// with them held as they are.
  var outputNumber: Double {
    guard let key = arrays, !key.key.reading.starts.isEmpty else {
      return array(of: graph.output).number ?? .nan
    }
    return key.key.reading.starts.reduce(0) { sum, start in
      let names = start.formula.expression.names
      let values = names.map { name in
        graph.index(of: name).map { array(of: $0) } ?? NumericArray(.nan)
      }
      guard let given = start.formula.expression.arrayValue(at: values) else { return .nan }
      return NumericArray.join(given, array(of: start.node), *).elements.reduce(sum, +)
    }
  }
}
