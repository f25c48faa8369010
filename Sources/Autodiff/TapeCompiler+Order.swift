extension TapeCompiler {
  /// For each operation how far it is from the output, 1 for the output itself, 0 where it has no part in it.
  ///
  /// - Complexity: O(n + e).
  func heights(from output: TapeReference) -> FlatArray<UInt32> {
    let recorded = builder.recorded
    let heights = FlatArray<UInt32>(repeating: 0, count: builder.operationCount)
    heights[output.index] = 1
    var chain = 0
    for node in stride(from: output.index, through: 0, by: -1) {
      let use = recorded.uses[node]
      if use & Mark.count == 0 { continue }
      let next = heights[node] + 1
      let isLive = use & Mark.live != 0
      if use & Mark.chainEnd == 0 {
        guard isLive else { continue }
        TapeCompiler.raise(heights, recorded.first[node], to: next)
        TapeCompiler.raise(heights, recorded.second[node], to: next)
        continue
      }
      while chains[chain].node > node { chain += 1 }
      guard isLive else { continue }
      let draft = chains[chain]
      if let start = draft.start { TapeCompiler.raise(heights, start, to: next) }
      for index in draft.terms {
        TapeCompiler.raise(heights, terms[index].first.positive, to: next)
        TapeCompiler.raise(heights, terms[index].second, to: next)
      }
    }
    return heights
  }

  @inline(__always)
  private static func raise(
    _ heights: borrowing FlatArray<UInt32>, _ reference: TapeReference, to height: UInt32
  ) {
    guard reference.isOperation else { return }
    let index = reference.index
    if heights[index] < height { heights[index] = height }
  }

  /// Puts what is to be computed in order: the farther from the output the earlier, ties as recorded, and what has no
  /// part in the output last.
  ///
  /// Neurons of one layer thus become neighbours, and so do their results.
  ///
  /// - Complexity: O(n), by counting.
  mutating func putInOrder(_ heights: consuming FlatArray<UInt32>) {
    let recorded = builder.recorded
    var greatest = 0
    for node in 0..<heights.count { greatest = max(greatest, Int(heights[node])) }
    // For each height the position that comes next; what has no part in the output has height 0.
    let positions = FlatArray<UInt32>(repeating: 0, count: greatest + 1)
    for node in 0..<heights.count where recorded.uses[node] & Mark.count != 0 {
      positions[Int(heights[node])] += 1
    }
    var next: UInt32 = 0
    for height in stride(from: greatest, through: 0, by: -1) {
      let count = positions[height]
      positions[height] = next
      next += count
    }
    let order = FlatArray<UInt32>(uninitializedCount: count)
    let numberCount = UInt32(builder.numbers.count)
    var chain = UInt32(chains.count)
    for node in 0..<heights.count {
      let use = recorded.uses[node]
      if use & Mark.count == 0 { continue }
      let height = Int(heights[node])
      let position = positions[height]
      positions[height] = position + 1
      heights[node] = numberCount + position
      if use & Mark.chainEnd == 0 {
        order[Int(position)] = UInt32(node)
      } else {
        chain -= 1
        order[Int(position)] = chain | TapeCompiler.chainBit
      }
    }
    self.order = order
    places = heights
  }
}
