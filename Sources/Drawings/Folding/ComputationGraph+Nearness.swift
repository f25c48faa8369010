import Autodiff

extension ComputationGraph {
  /// Some nodes, and what one looks at together with them: the operations before and after them, and of the operands of
  /// the first those about the second.
  ///
  /// - Complexity: O(n), of which O(1) but for long runs of inputs.
  func nodes(near chosen: [Int]) -> Set<Int> {
    let (mostOperations, mostOperands) = (15, 40)
    var near = Set(chosen)
    guard let first = chosen.first else { return near }
    func operations(_ places: some Sequence<Int>) -> some Sequence<Int> {
      places.lazy.filter { nodes[$0].formula != nil }.prefix(mostOperations)
    }
    near.formUnion(operations((0..<first).reversed()))
    near.formUnion(operations(first + 1..<nodes.count))
    let operands = nodes[first].operands
    let middle = chosen.dropFirst().first.flatMap { operands.firstIndex(of: $0) } ?? 0
    let start = max(0, min(middle - mostOperands / 2, operands.count - mostOperands))
    near.formUnion(operands.dropFirst(start).prefix(mostOperands))
    return near
  }
}
