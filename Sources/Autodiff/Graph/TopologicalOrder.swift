extension ComputationGraph {
  /// An order in which operands come before what uses them; of those that may come next, the first given does.
  ///
  /// - Throws: `GraphError.cycle` where there is none.
  /// - Complexity: O(n log n + e), after Kahn, "Topological sorting of large networks" (1962).
  static func topologicalOrder(
    _ operands: [[Int]], name: (Int) -> String
  ) throws(GraphError) -> [Int] {
    var waiting = operands.map(\.count)
    var consumers: [[Int]] = Array(repeating: [], count: operands.count)
    for (index, operands) in operands.enumerated() {
      for operand in operands { consumers[operand].append(index) }
    }
    var ready = MinimumHeap(operands.indices.filter { waiting[$0] == 0 })
    var order: [Int] = []
    order.reserveCapacity(operands.count)
    while let next = ready.popMinimum() {
      order.append(next)
      for consumer in consumers[next] {
        waiting[consumer] -= 1
        if waiting[consumer] == 0 { ready.insert(consumer) }
      }
    }
    guard order.count == operands.count else {
      throw .cycle(cycle(in: operands, among: waiting).map(name))
    }
    return order
  }

  /// A cycle among the nodes that still wait for an operand, each using the next.
  private static func cycle(in operands: [[Int]], among waiting: [Int]) -> [Int] {
    guard var node = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
    var path: [Int] = []
    var places: [Int: Int] = [:]
    while places[node] == nil {
      places[node] = path.count
      path.append(node)
      guard let next = operands[node].first(where: { waiting[$0] > 0 }) else { break }
      node = next
    }
    return Array(path[(places[node] ?? 0)...])
  }
}

/// A binary heap of integers.
private struct MinimumHeap {
  private var elements: [Int]

  /// - Precondition: the elements ascend.
  init(_ ascending: [Int]) {
    elements = ascending
  }

  mutating func insert(_ element: Int) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[child] < elements[(child - 1) / 2] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popMinimum() -> Int? {
    guard let minimum = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return minimum }
    elements[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < elements.count else { return minimum }
      let right = left + 1
      let least = right < elements.count && elements[right] < elements[left] ? right : left
      guard elements[least] < elements[parent] else { return minimum }
      elements.swapAt(least, parent)
      parent = least
    }
  }
}
