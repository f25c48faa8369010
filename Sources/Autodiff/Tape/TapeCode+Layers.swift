import Expressions

/// Instructions in a row that are alike are done together: the neurons of a layer.
extension TapeCode {
  /// Shorter rows of single operations are done one by one.
  private static let leastMap = 4

  /// Joins neighbouring chains, and neighbouring operations of one kind, into layers.
  ///
  /// - Complexity: O(n).
  func joinLayers(liveCount: Int) {
    let opcodes = instructions.opcodes
    var position = 0
    while position < liveCount {
      var end = position + 1
      if opcodes[position] == Tape.Opcode.chain {
        if isDot(position) {
          while end < liveCount, continuesLayer(from: position, at: end) { end += 1 }
        }
        if end - position > 1 {
          mark(position..<end, Tape.Opcode.layerBegin, Tape.Opcode.layerEnd)
        }
      } else if opcodes[position] == Operation.tanh.rawValue {
        while end < liveCount, continuesMap(from: position, at: end) { end += 1 }
        if end - position >= TapeCode.leastMap {
          mark(position..<end, Tape.Opcode.mapBegin, Tape.Opcode.mapEnd)
        }
      }
      position = end
    }
  }

  private func mark(_ range: Range<Int>, _ begin: UInt8, _ end: UInt8) {
    let last = range.upperBound - 1
    instructions.opcodes[range.lowerBound] = begin
    instructions.opcodes[last] = end
    instructions.second[range.lowerBound] = UInt32(range.count)
    instructions.second[last] = UInt32(range.count)
  }

  /// Whether a chain is a single dot product, perhaps with a start.
  private func isDot(_ position: Int) -> Bool {
    let chain = chains[Int(instructions.first[position])]
    return chain.lastRun == chain.firstRun + 1 && runs[Int(chain.firstRun)].pattern == .dot
  }

  /// Whether the chain at `position` continues the layer that begins at `begin`: it is as long, its first factors lie
  /// apart from the second ones of all, and it uses no result of the layer.
  private func continuesLayer(from begin: Int, at position: Int) -> Bool {
    guard instructions.opcodes[position] == Tape.Opcode.chain, isDot(position) else { return false }
    let chain = chains[Int(instructions.first[position])]
    let run = runs[Int(chain.firstRun)]
    let other = runs[Int(chains[Int(instructions.first[begin])].firstRun)]
    let limit = place(begin)
    let isApart = run.isFresh || (run.first.isParameter && !run.second.isParameter)
    let isBefore = run.second.isParameter || run.second.index + Int(run.count) <= limit
    return run.count == other.count && run.isNegative == other.isNegative
      && run.isFresh == other.isFresh && run.second.isParameter == other.second.isParameter
      && isApart && isBefore
      && (chain.start == .none || chain.start.isParameter || chain.start.index < limit)
  }

  /// Whether the operation at `position` is that at `begin`, on the operand that comes next, and uses no result of those
  /// between.
  private func continuesMap(from begin: Int, at position: Int) -> Bool {
    let (first, operand) = (instructions.first, Int(instructions.first[position]))
    return instructions.opcodes[position] == instructions.opcodes[begin]
      && operand == Int(first[begin]) + position - begin
      && (operand < place(begin) || operand >= place(count))
  }
}
