/// Cells that several arrays go through together: rows of columns, repeated.
///
/// Axes along which all of them move on evenly are joined, so that most loops are a single run.
struct CellLoop: Hashable, Sendable {
  var outer = 1
  var rows = 1
  var columns = 1

  /// Where an array's number for a cell lies: so far from its first for each step along the loop; 0 repeats it.
  struct Steps: Hashable, Sendable {
    var outer = 0
    var row = 0
    var column = 0
  }

  var count: Int { outer * rows * columns }

  /// - Parameters:
  ///   - sizes: the numbers of cells along at most three axes, none of them 0.
  ///   - strides: for each array its distance along each axis.
  static func joined(_ sizes: [Int], _ strides: [[Int]]) -> (loop: CellLoop, steps: [Steps]) {
    var kept: [(size: Int, strides: [Int])] = []
    for axis in sizes.indices where sizes[axis] != 1 {
      let next = (size: sizes[axis], strides: strides.map { $0[axis] })
      if let last = kept.last,
        zip(last.strides, next.strides).allSatisfy({ $0 == $1 * next.size })
      {
        kept[kept.count - 1] = (last.size * next.size, next.strides)
      } else {
        kept.append(next)
      }
    }
    precondition(kept.count <= 3, "an array has three axes at most")
    let none = (size: 1, strides: strides.map { _ in 0 })
    let axes = Array(repeating: none, count: 3 - kept.count) + kept
    let steps = strides.indices.map {
      Steps(outer: axes[0].strides[$0], row: axes[1].strides[$0], column: axes[2].strides[$0])
    }
    return (CellLoop(outer: axes[0].size, rows: axes[1].size, columns: axes[2].size), steps)
  }
}

/// Sums of an array over some of its axes, which are summed and kept in turn.
struct SumLoop: Hashable, Sendable {
  var outer = 1
  var rows = 1
  var columns = 1
  /// Whether each row is summed, over all outer ones; else the rows of each outer one are summed.
  var isAlongRows = false

  /// - Parameters:
  ///   - sizes: those of the array along at most three axes, none of them 0.
  ///   - isSummed: for each axis whether it is summed.
  init(_ sizes: [Int], isSummed: [Bool]) {
    var groups: [(size: Int, isSummed: Bool)] = []
    for axis in sizes.indices where sizes[axis] != 1 {
      if let last = groups.last, last.isSummed == isSummed[axis] {
        groups[groups.count - 1].size *= sizes[axis]
      } else {
        groups.append((sizes[axis], isSummed[axis]))
      }
    }
    let summed = groups.last?.isSummed ?? true
    while groups.count < 3 {
      groups.insert((1, groups.first.map { !$0.isSummed } ?? summed), at: 0)
    }
    (outer, rows, columns) = (groups[0].size, groups[1].size, groups[2].size)
    isAlongRows = groups[2].isSummed
  }
}
