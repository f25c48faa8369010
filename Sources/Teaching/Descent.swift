import Autodiff

/// Gradient descent on a graph: in every step each parameter moves against its derivative, by the learning rate.
public struct Descent: Hashable, Sendable {
  /// The output before the first step and after each; it ends early where a number is no longer finite.
  public private(set) var costs: [Double] = []
  /// The inputs after the last step.
  public private(set) var inputs: [String: Double]

  public init(_ key: AnswerKey, rate: Double, steps: Int) {
    let graph = key.graph
    inputs = [:]
    for (node, value) in zip(graph.nodes, key.forward.values) where node.formula == nil {
      inputs[node.name] = value
    }
    costs = [key.forward.values[graph.output]]
    for _ in 0..<steps {
      guard let forward = try? ForwardPass(graph, at: inputs),
        let backward = try? BackwardPass(forward, isForData: false)
      else { return }
      var moved = inputs
      for (index, node) in graph.nodes.enumerated() where node.kind == .parameter {
        moved[node.name] = forward.values[index] - rate * backward.derivatives[index]
      }
      guard let after = try? ForwardPass(graph, at: moved) else { return }
      inputs = moved
      costs.append(after.values[graph.output])
    }
  }
}
