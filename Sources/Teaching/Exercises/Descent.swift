import Autodiff

/// Gradient descent on a graph: in every step each parameter moves against its derivative, by the learning rate.
public struct Descent: Sendable {
  /// The values of all quantities before the first step and after each; it ends early where one is no longer finite.
  private var passes: [ForwardPass]

  public init(_ key: AnswerKey, rate: Double, steps: Int) {
    let graph = key.graph
    passes = [key.forward]
    for _ in 0..<steps {
      guard let forward = passes.last,
        let backward = try? BackwardPass(forward, isForData: false)
      else { return }
      var inputs: [String: Double] = [:]
      for (index, node) in graph.nodes.enumerated() where node.formula == nil {
        let step = node.kind == .parameter ? rate * backward.derivatives[index] : 0
        inputs[node.name] = forward.values[index] - step
      }
      guard let moved = try? ForwardPass(graph, at: inputs) else { return }
      passes.append(moved)
    }
  }

  /// A quantity before the first step and after each.
  public func values(of name: String) -> [Double] {
    passes.compactMap { $0.value(of: name) }
  }
}
