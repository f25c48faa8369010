import Expressions

extension BackwardPass {
  /// The pass as if other numbers had come out of it, so that a test sees what of a picture depends on them.
  ///
  /// - Parameters:
  ///   - values: what some nodes have in place of their value.
  ///   - derivatives: what the output's derivative with respect to some nodes is.
  package func replacing(
    values: [Int: Double], derivatives: [Int: Double]
  ) -> BackwardPass {
    BackwardPass(
      forward: ForwardPass(
        graph: forward.graph,
        values: forward.values.indices.map { values[$0] ?? forward.values[$0] }),
      edges: edges, locals: locals,
      derivatives: self.derivatives.indices.map { derivatives[$0] ?? self.derivatives[$0] })
  }

  private init(
    forward: ForwardPass, edges: [[Expression.Occurrence]], locals: [[Double]],
    derivatives: [Double]
  ) {
    self.forward = forward
    self.edges = edges
    self.locals = locals
    self.derivatives = derivatives
  }
}

extension ForwardPass {
  fileprivate init(graph: ComputationGraph, values: [Double]) {
    self.graph = graph
    self.values = values
  }
}
