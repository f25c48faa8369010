import Autodiff
import Expressions

extension EntryList {
  /// For each entry those that its number is computed from.
  ///
  /// A local derivative depends on those values alone that stand in its formula: that of a sum depends on none.
  ///
  /// - Complexity: O(n) in the terms of all formulas, for each operand of a box once.
  /// - Parameter asked: the entries that are asked; the cells of an array that is asked as a whole are told by it.
  func dependencies(asking asked: Set<Int>) -> [[Int]] {
    guard arrays == nil else { return dependenciesOfArrays(asking: asked) }
    return entries.map { entry in
      guard entry.isLocal, let slot = entry.slot,
        let box = graph.nodes[entry.node].formula?.expression
      else { return entry.prerequisites }
      let operands = graph.nodes[entry.node].operands
      let names = Set(
        box.derivative(withRespectTo: graph.nodes[operands[slot]].name).names)
      return operands.filter { names.contains(graph.nodes[$0].name) }.compactMap { forward(of: $0) }
    }
  }

  /// An array tells its shape and its cells, a cell that there is one in its place, and what an array is computed from
  /// tells what it tells.
  private func dependenciesOfArrays(asking asked: Set<Int>) -> [[Int]] {
    var cells: [Int: [Int]] = [:]
    for index in entries.indices where entries[index].isCell {
      cells[host(of: index), default: []].append(index)
    }
    return entries.indices.map { index in
      let entry = entries[index]
      let host = host(of: index)
      let array = entries[host]
      let shape = entry.isShape ? nil : self.index(of: "shape of \(array.name)")
      // A derivative has the shape of its quantity, and tells it.
      let own =
        array.isForward ? nil : quantity(of: host).flatMap { self.index(of: "shape of \($0)") }
      let isTold = entry.isCell && (!array.isForward || asked.contains(host))
      let whole = isTold ? host : nil
      return entry.prerequisites + [shape, own, whole].compactMap { $0 } + (cells[index] ?? [])
    }
  }
}
