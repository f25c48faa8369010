import Expressions

/// The last phase of the tape's compiler: instructions with places, and chains whose patterns are recognised.
struct TapeWriter: ~Copyable {
  /// What is known of a parameter, beside how often it is used.
  private enum Mark {
    /// A chain adds to its derivative.
    static let added: UInt8 = 0x10
    /// A chain alone writes its derivative.
    static let written: UInt8 = 0x20
    static let copied: UInt8 = 0x40
  }

  /// Runs shorter than this are scattered pairs.
  private static let leastRun = 4

  let compiler: TapeCompiler
  private(set) var code: TapeCode
  /// The parameters that single operations use, in the order of their copies.
  private(set) var copied: [Int] = []
  /// For each parameter the place of its copy; empty where there is none.
  private var copyPlaces: [UInt32] = []

  init(_ compiler: consuming TapeCompiler) {
    self.compiler = compiler
    code = TapeCode(
      count: self.compiler.count, numberCount: self.compiler.builder.numbers.count)
    writeInstructions(self.compiler.builder.recorded)
    if code.chains.count > 1 { joinLayers() }
    writeCopies()
    writeCleared()
  }

  private mutating func writeInstructions(_ recorded: RecordedOperations) {
    let isInOrder = compiler.order.count == 0
    for position in 0..<compiler.count {
      let draft = isInOrder ? UInt32(truncatingIfNeeded: position) : compiler.order[position]
      if draft & TapeCompiler.chainBit == 0 {
        writeOperation(Int(draft), at: position, recorded)
      } else {
        writeChain(compiler.chains[Int(draft & ~TapeCompiler.chainBit)], at: position)
      }
    }
  }

  consuming func takeCode() -> TapeCode { code }

  @inline(__always)
  func address(of reference: TapeReference) -> Tape.Address {
    let index = UInt32(truncatingIfNeeded: reference.index)
    if reference.isOperation {
      return Tape.Address(
        bits: compiler.places.count == 0
          ? UInt32(truncatingIfNeeded: code.numberCount) + index : compiler.places[Int(index)])
    }
    return Tape.Address(bits: reference.isParameter ? index | Tape.Address.parameterBit : index)
  }

  @inline(__always)
  private mutating func writeOperation(
    _ node: Int, at position: Int, _ recorded: RecordedOperations
  ) {
    var opcode = recorded.operations[node]
    var first = recorded.first[node]
    var second = recorded.second[node]
    var firstPlace = place(of: first)
    var secondPlace = place(of: second)
    let previous = UInt32(truncatingIfNeeded: code.place(position - 1))
    let isCommutative =
      opcode == Operation.add.rawValue || opcode == Operation.multiply.rawValue
    if isCommutative, secondPlace == previous, recorded.isInner(second) {
      swap(&first, &second)
      swap(&firstPlace, &secondPlace)
    }
    if firstPlace == previous, recorded.isInner(first) { opcode |= Tape.Opcode.follows }
    code.opcodes[position] = opcode
    code.first[position] = firstPlace
    code.second[position] = secondPlace
  }

  /// The place of an operand; a parameter is given a copy.
  @inline(__always)
  private mutating func place(of reference: TapeReference) -> UInt32 {
    reference.isParameter ? copyPlace(of: reference.index) : address(of: reference).bits
  }

  private mutating func copyPlace(of parameter: Int) -> UInt32 {
    if copyPlaces.isEmpty {
      copyPlaces = Array(repeating: 0, count: compiler.builder.parameterCount)
    }
    if compiler.builder.parameterUses[parameter] & Mark.copied == 0 {
      compiler.builder.parameterUses[parameter] |= Mark.copied
      copyPlaces[parameter] = UInt32(code.place(compiler.count + copied.count))
      copied.append(parameter)
    }
    return copyPlaces[parameter]
  }

  private mutating func writeChain(_ draft: TapeCompiler.Draft, at position: Int) {
    let firstRun = UInt32(code.runs.count)
    var run = GrowingRun()
    for index in draft.terms.reversed() {
      let term = compiler.terms[index]
      let isNegative = term.first.isNegative
      let first = address(of: term.first.positive)
      let second = address(of: term.second)
      if !run.extend(first, second, isNegative) {
        close(run, after: firstRun)
        run = GrowingRun(first, second, isNegative)
      }
    }
    close(run, after: firstRun)
    var chain = Tape.Chain(
      start: .none, isStartFresh: false, firstRun: firstRun, lastRun: UInt32(code.runs.count))
    if let start = draft.start {
      chain.start = address(of: start)
      chain.isStartFresh = markUse(of: chain.start, count: 1)
    }
    code.opcodes[position] = Tape.Opcode.chain
    code.first[position] = UInt32(code.chains.count)
    code.second[position] = 0
    code.chains.append(chain)
  }

  /// Ends a run; a short one becomes scattered pairs, which join those before it in the same chain.
  private mutating func close(_ run: GrowingRun, after firstRun: UInt32) {
    guard run.count > 0 else { return }
    if run.count >= TapeWriter.leastRun {
      let isFresh = markUse(of: run.first, count: run.count)
      _ = markUse(of: run.second, count: run.stride * (run.count - 1) + 1)
      code.runs.append(
        Tape.Run(
          first: run.first, second: run.second, count: UInt32(run.count),
          pattern: run.stride == 1 ? .dot : .scaled, isNegative: run.isNegative, isFresh: isFresh))
      return
    }
    if code.runs.count == Int(firstRun) || code.runs[code.runs.count - 1].pattern != .scattered
      || code.runs[code.runs.count - 1].isNegative != run.isNegative
    {
      code.runs.append(
        Tape.Run(
          first: Tape.Address(bits: UInt32(code.pairs.count)), second: .none, count: 0,
          pattern: .scattered, isNegative: run.isNegative, isFresh: false))
    }
    for offset in 0..<run.count {
      let pair = run[offset]
      for address in [pair.first, pair.second] where address.isParameter {
        compiler.builder.parameterUses[address.index] |= Mark.added
      }
      code.pairs.append(pair)
    }
    code.runs[code.runs.count - 1].count += UInt32(run.count)
  }

  /// Marks neighbours as used by a chain.
  ///
  /// - Returns: whether they are parameters that nothing else uses.
  private func markUse(of first: Tape.Address, count: Int) -> Bool {
    guard first.isParameter else { return false }
    let marks = first.index..<first.index + count
    var isFresh = true
    for mark in marks where compiler.builder.parameterUses[mark] != 1 { isFresh = false }
    for mark in marks {
      compiler.builder.parameterUses[mark] |= isFresh ? Mark.written : Mark.added
    }
    return isFresh
  }

  /// Joins neighbouring chains that multiply the same second factors into layers.
  private mutating func joinLayers() {
    var position = 0
    while position < compiler.liveCount {
      var end = position + 1
      while end < compiler.liveCount, isLayer(from: position, to: end) { end += 1 }
      if end - position > 1 {
        code.opcodes[position] = Tape.Opcode.layerBegin
        code.opcodes[end - 1] = Tape.Opcode.layerEnd
        code.second[position] = UInt32(end - position)
        code.second[end - 1] = UInt32(end - position)
      }
      position = end
    }
  }

  /// Whether the chain at `position` continues the layer that begins at `begin`: it has the same second factors, its
  /// first factors lie apart from those, and it uses no result of the layer.
  private func isLayer(from begin: Int, to position: Int) -> Bool {
    guard code.opcodes[begin] == Tape.Opcode.chain, code.opcodes[position] == Tape.Opcode.chain
    else {
      return false
    }
    let chain = code.chains[Int(code.first[position])]
    let other = code.chains[Int(code.first[begin])]
    guard chain.lastRun == chain.firstRun + 1, other.lastRun == other.firstRun + 1 else {
      return false
    }
    let run = code.runs[Int(chain.firstRun)]
    let otherRun = code.runs[Int(other.firstRun)]
    let limit = code.place(begin)
    let isApart = run.isFresh || (run.first.isParameter && !run.second.isParameter)
    return run.pattern == .dot && otherRun.pattern == .dot && run.second == otherRun.second
      && run.count == otherRun.count && run.isNegative == otherRun.isNegative
      && run.isFresh == otherRun.isFresh && isApart
      && (chain.start == .none || chain.start.isParameter || chain.start.index < limit)
  }

  private mutating func writeCopies() {
    for (offset, parameter) in copied.enumerated() {
      let uses = compiler.builder.parameterUses[parameter]
      let copy = Tape.Copies(
        parameter: parameter, place: code.place(compiler.count + offset), count: 1,
        isWhole: uses & (Mark.added | Mark.written) == 0)
      let last = code.copies.count - 1
      if last >= 0, code.copies[last].parameter + code.copies[last].count == parameter,
        code.copies[last].isWhole == copy.isWhole
      {
        code.copies[last].count += 1
      } else {
        code.copies.append(copy)
      }
    }
  }

  /// Lists the parameters whose derivatives nothing writes at once.
  private mutating func writeCleared() {
    var start = 0
    for parameter in 0...compiler.builder.parameterCount {
      let isEnd = parameter == compiler.builder.parameterCount
      guard isEnd || isWritten(compiler.builder.parameterUses[parameter]) else { continue }
      if start < parameter {
        code.cleared.append(Tape.Cleared(parameter: start, count: parameter - start))
      }
      start = parameter + 1
    }
  }

  @inline(__always)
  private func isWritten(_ uses: UInt8) -> Bool {
    uses & Mark.written != 0 || (uses & Mark.copied != 0 && uses & Mark.added == 0)
  }
}

/// Products whose factors have followed a pattern so far.
private struct GrowingRun {
  var first = Tape.Address.none
  var second = Tape.Address.none
  var count = 0
  /// How far the second factors lie apart: 0 or 1. The first lie next to each other.
  var stride = 1
  var isNegative = false

  init() {}

  init(_ first: Tape.Address, _ second: Tape.Address, _ isNegative: Bool) {
    (self.first, self.second, self.isNegative, count) = (first, second, isNegative, 1)
  }

  /// Takes a product in if it follows the pattern.
  mutating func extend(
    _ first: Tape.Address, _ second: Tape.Address, _ isNegative: Bool
  ) -> Bool {
    guard count > 0, isNegative == self.isNegative else { return false }
    if first.bits == self.first.bits &+ UInt32(count) {
      if count == 1, second == self.second { stride = 0 }
      guard second.bits == self.second.bits &+ UInt32(stride * count) else { return false }
    } else if count == 1, first == self.first, second.bits == self.second.bits &+ 1 {
      // The second factors are neighbours and the first are one and the same: the other way round.
      swap(&self.first, &self.second)
      stride = 0
    } else if stride == 0, count > 1, first == self.second,
      second.bits == self.first.bits &+ UInt32(count)
    {
      count += 1
      return true
    } else {
      return false
    }
    count += 1
    return true
  }

  subscript(offset: Int) -> Tape.Pair {
    Tape.Pair(
      first: Tape.Address(bits: first.bits &+ UInt32(offset)),
      second: Tape.Address(bits: second.bits &+ UInt32(offset * stride)))
  }
}
