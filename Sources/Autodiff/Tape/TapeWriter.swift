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

  var compiler: TapeCompiler
  private(set) var code: TapeCode
  /// The parameters that single operations use.
  private(set) var copyCount = 0
  /// For each parameter the place of its copy; empty where there is none.
  private var copyPlaces = FlatArray<UInt32>()

  init(_ compiler: consuming TapeCompiler) {
    let recorded = compiler.builder.recorded
    let (isAsRecorded, count) = (compiler.isAsRecorded, compiler.count)
    // As recorded, each instruction can be written where its operation is.
    let instructions =
      isAsRecorded
      ? compiler.builder.takeStorage() : FlatOperations(capacity: count, hasStates: false)
    code = TapeCode(instructions, count: count, numberCount: compiler.builder.numbers.count)
    self.compiler = compiler
    if isAsRecorded {
      for node in 0..<count { writeOperation(node, at: node, recorded) }
      code.releaseStates()
    } else {
      code.chains.reserve(self.compiler.chains.count)
      code.runs.reserve(self.compiler.chains.count)
      writeInOrder(recorded)
    }
    if !isAsRecorded { code.joinLayers(liveCount: self.compiler.liveCount) }
    writeCopies()
    writeCleared()
  }

  private mutating func writeInOrder(_ recorded: RecordedOperations) {
    for position in 0..<code.count {
      let listed = compiler.order[position]
      if listed & TapeCompiler.chainBit == 0 {
        writeOperation(Int(listed), at: position, recorded)
      } else {
        writeChain(compiler.chains[Int(listed & ~TapeCompiler.chainBit)], at: position, recorded)
      }
    }
  }

  consuming func takeCode() -> TapeCode { code }

  @inline(__always)
  func address(of reference: TapeReference) -> Tape.Address {
    let index = UInt32(truncatingIfNeeded: reference.index)
    if reference.isOperation {
      return Tape.Address(bits: compiler.place(ofOperation: reference.index))
    }
    return Tape.Address(bits: reference.isParameter ? index | Tape.Address.parameterBit : index)
  }

  @inline(__always)
  private mutating func writeOperation(
    _ node: Int, at position: Int, _ recorded: RecordedOperations
  ) {
    var opcode = recorded.operations[node]
    var first = recorded.first(node)
    var second = recorded.second(node)
    var firstPlace = place(of: first)
    var secondPlace = place(of: second)
    let previous = UInt32(truncatingIfNeeded: code.place(position &- 1))
    let isCommutative =
      opcode == Operation.add.rawValue || opcode == Operation.multiply.rawValue
    if isCommutative, secondPlace == previous, recorded.isInner(second) {
      swap(&first, &second)
      swap(&firstPlace, &secondPlace)
    }
    if firstPlace == previous, recorded.isInner(first) { opcode |= Tape.Opcode.follows }
    code.write(opcode, firstPlace, secondPlace, at: position)
  }

  /// The place of an operand; a parameter is given a copy.
  @inline(__always)
  private mutating func place(of reference: TapeReference) -> UInt32 {
    guard reference.isParameter else { return address(of: reference).bits }
    let parameter = reference.index
    if compiler.builder.parameterUses[parameter] & Mark.copied == 0 { addCopy(of: parameter) }
    return copyPlaces[parameter]
  }

  private mutating func addCopy(of parameter: Int) {
    if copyCount == 0 {
      copyPlaces = FlatArray(uninitializedCount: compiler.builder.parameterCount)
    }
    let place = code.place(code.count + copyCount)
    compiler.builder.parameterUses[parameter] |= Mark.copied
    copyPlaces[parameter] = UInt32(place)
    copyCount += 1
    let last = code.copies.count - 1
    if last >= 0, code.copies[last].parameters.upperBound == parameter {
      code.copies[last].count += 1
    } else {
      code.copies.append(Tape.Copies(parameter: parameter, place: place, count: 1, isWhole: true))
    }
  }

  /// Writes the runs of a chain, the last first.
  private mutating func writeChain(
    _ draft: TapeCompiler.Draft, at position: Int, _ recorded: RecordedOperations
  ) {
    let firstRun = UInt32(code.runs.count)
    let isLive = position < compiler.liveCount
    var run = GrowingRun()
    var (node, next) = (Int(draft.node), Int(draft.next))
    for _ in 0..<draft.termCount {
      let term = recorded.first(node)
      let first = address(of: term.positive)
      let second = address(of: recorded.second(node))
      if !run.extend(first, second, term.isNegative) {
        close(run, after: firstRun, isLive: isLive)
        run = GrowingRun(first, second, term.isNegative)
      }
      (node, next) = (next, Int(recorded.stateValue(next)))
    }
    close(run, after: firstRun, isLive: isLive)
    var chain = Tape.Chain(
      start: .none, isStartFresh: false, firstRun: firstRun, lastRun: UInt32(code.runs.count))
    if let start = draft.start {
      chain.start = address(of: start)
      chain.isStartFresh = markUse(of: chain.start, count: 1, mayWrite: isLive)
    }
    code.write(Tape.Opcode.chain, UInt32(code.chains.count), 0, at: position)
    code.chains.append(chain)
  }

  /// Ends a run; a short one becomes scattered pairs, which join those before it in the same chain.
  private mutating func close(_ run: GrowingRun, after firstRun: UInt32, isLive: Bool) {
    guard run.count > 0 else { return }
    if run.count >= TapeWriter.leastRun {
      let isFresh = markUse(of: run.first, count: run.count, mayWrite: isLive)
      let secondCount = Int(run.stride) * (run.count - 1) + 1
      _ = markUse(of: run.second, count: secondCount, mayWrite: false)
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
  /// - Parameter mayWrite: whether the sweep comes to the chain, and adds to no derivative of theirs.
  /// - Returns: whether it writes their derivatives, since they are parameters that nothing else uses.
  private func markUse(of first: Tape.Address, count: Int, mayWrite: Bool) -> Bool {
    guard first.isParameter else { return false }
    let marks = first.index..<first.index + count
    var isFresh = mayWrite
    for mark in marks where compiler.builder.parameterUses[mark] != 1 { isFresh = false }
    for mark in marks {
      compiler.builder.parameterUses[mark] |= isFresh ? Mark.written : Mark.added
    }
    return isFresh
  }

  /// Finds the copies among whose parameters there are some that chains use too: all their derivatives are added to.
  private func writeCopies() {
    for index in 0..<code.copies.count {
      let parameters = code.copies[index].parameters
      guard parameters.contains(where: { compiler.builder.parameterUses[$0] & Mark.added != 0 })
      else { continue }
      code.copies[index].isWhole = false
      for parameter in parameters { compiler.builder.parameterUses[parameter] |= Mark.added }
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
