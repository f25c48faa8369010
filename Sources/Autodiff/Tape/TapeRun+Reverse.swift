import Expressions

extension TapeRun {
  /// Sweeps from the output to the left and finds every derivative.
  ///
  /// - Precondition: `forward(at:)` ran with the same parameters.
  /// - Complexity: O(n).
  public mutating func reverse(at parameters: [Double]) {
    tape.clear(TapeMemory(places: adjoints.base, parameters: slopes.base))
    tape.reverse(
      at: parameters, values.base, adjoints.base, slopes.base, from: tape.liveCount - 1, downTo: 0)
  }
}

extension Tape {
  /// The instruction that computes a kept operation.
  func instruction(ofKept index: Int) -> Int { kept[index].index - code.numberCount }

  /// Sweeps from one instruction to the left until another is done, so that a sweep can be made in several pieces.
  ///
  /// - Parameters:
  ///   - values: what `forward(at:writing:)` computed with the same parameters.
  ///   - adjoints: for each place a derivative, at first 1 for the output and 0 elsewhere.
  ///   - slopes: the derivatives with respect to the parameters, at first 0.
  /// - Returns: the instruction that comes next, below 0 when all are done.
  @discardableResult
  func reverse(
    at parameters: [Double], _ values: UnsafePointer<Double>,
    _ adjoints: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>,
    from begin: Int, downTo end: Int
  ) -> Int {
    precondition(parameters.count == parameterCount, "each parameter has a number")
    return parameters.withUnsafeBufferPointer { parameters in
      let memory = TapeMemory(
        places: UnsafeMutablePointer(mutating: values), parameters: parameters.baseAddress)
      let sums = TapeMemory(places: adjoints, parameters: slopes)
      let next = reverse(memory, sums, from: begin, downTo: end)
      if next < 0 { addCopies(sums) }
      return next
    }
  }

  /// Begins the derivatives at 0 that are added to, and that of the output at 1.
  @inline(__always)
  fileprivate func clear(_ sums: TapeMemory) {
    for place in 0..<placeCount { sums.places[place] = 0 }
    sums.places[outputPlace] = 1
    for index in 0..<code.cleared.count {
      let range = code.cleared[index]
      for offset in 0..<range.count { sums.parameters[range.parameter &+ offset] = 0 }
    }
  }

  /// Carries the derivatives of copies on to the parameters they are copies of.
  @inline(__always)
  private func addCopies(_ sums: TapeMemory) {
    for index in 0..<code.copies.count {
      let copy = code.copies[index]
      let (places, parameters) = (sums.places + copy.place, sums.parameters + copy.parameter)
      if copy.isWhole {
        for offset in 0..<copy.count { parameters[offset] = places[offset] }
      } else {
        for offset in 0..<copy.count { parameters[offset] += places[offset] }
      }
    }
  }

  /// The sweep itself; the derivative of what comes next is at hand before it is asked.
  private func reverse(
    _ memory: TapeMemory, _ sums: TapeMemory, from begin: Int, downTo end: Int
  ) -> Int {
    let (opcodes, first) = (code.instructions.opcodes, code.instructions.first)
    let second = code.instructions.second
    let (values, adjoints) = (memory.places, sums.places)
    let (results, resultAdjoints) = (values + code.numberCount, adjoints + code.numberCount)
    var index = begin
    var upstream = resultAdjoints[index]
    while index >= end {
      let opcode = opcodes[index]
      if opcode < Tape.Opcode.chain {
        let (a, b) = (Int(first[index]), Int(second[index]))
        let slopes = Tape.slopes(opcode, values[a], values[b], results[index])
        adjoints[a] += slopes.first * upstream
        if let second = slopes.second { adjoints[b] += second * upstream }
        index &-= 1
        upstream = resultAdjoints[index]
      } else if opcode >= Tape.Opcode.follows {
        let b = Int(second[index])
        let slopes = Tape.slopes(
          opcode & ~Tape.Opcode.follows, results[index &- 1], values[b], results[index])
        if let second = slopes.second { adjoints[b] += second * upstream }
        upstream *= slopes.first
        index &-= 1
      } else if opcode == Tape.Opcode.mapEnd {
        let rows = Int(second[index])
        resultAdjoints[index] = upstream
        index &-= rows
        let a = adjoints + Int(first[index &+ 1])
        VectorTanh.reverse(results + (index &+ 1), resultAdjoints + (index &+ 1), to: a, rows)
        upstream = resultAdjoints[index]
      } else {
        let rows = opcode == Tape.Opcode.layerEnd ? Int(second[index]) : 1
        resultAdjoints[index] = upstream
        reverseChains(
          Int(first[index]) &+ 1 &- rows, rows, resultAdjoints + (index &+ 1 &- rows), memory, sums)
        index &-= rows
        upstream = resultAdjoints[index]
      }
    }
    if index >= 0 { resultAdjoints[index] = upstream }
    return index
  }

  /// The local derivatives by the one table of operations; the second is none where there is a single operand.
  ///
  /// The frequent operations each call the table by themselves, so that the compiler leaves one row of it only.
  @inline(__always)
  private static func slopes(
    _ opcode: UInt8, _ a: Double, _ b: Double, _ y: Double
  ) -> (first: Double, second: Double?) {
    let operation = unsafeBitCast(opcode, to: Operation.self)
    return switch operation {
    case .add: slopes(both: .add, a, b, y)
    case .subtract: slopes(both: .subtract, a, b, y)
    case .multiply: slopes(both: .multiply, a, b, y)
    case .tanh: (Operation.tanh.localDerivatives(a, a, result: y).0, nil)
    case .sigmoid: (Operation.sigmoid.localDerivatives(a, a, result: y).0, nil)
    case .relu: (Operation.relu.localDerivatives(a, a, result: y).0, nil)
    case .sin: (Operation.sin.localDerivatives(a, a, result: y).0, nil)
    case .negate, .divide, .power, .exp, .log, .sqrt, .cos, .tan, .softplus, .abs, .sign, .step,
      .min, .max:
      tableSlopes(operation, a, b, y)
    }
  }

  @inline(__always)
  private static func slopes(
    both operation: Operation, _ a: Double, _ b: Double, _ y: Double
  ) -> (first: Double, second: Double?) {
    let (first, second) = operation.localDerivatives(a, b, result: y)
    return (first, second)
  }

  @inline(never)
  private static func tableSlopes(
    _ operation: Operation, _ a: Double, _ b: Double, _ y: Double
  ) -> (first: Double, second: Double?) {
    let (first, second) = operation.localDerivatives(a, b, result: y)
    return (first, operation.arity == 2 ? second : nil)
  }

  @inline(__always)
  private func reverse(
    _ chain: Tape.Chain, _ upstream: Double, _ memory: TapeMemory, _ sums: TapeMemory
  ) {
    reverseStart(chain, upstream, sums)
    for index in chain.firstRun..<chain.lastRun {
      let run = code.runs[Int(index)]
      let count = Int(run.count)
      let slope = run.isNegative ? -upstream : upstream
      switch run.pattern {
      case .dot:
        let (a, b) = (memory[run.first], memory[run.second])
        let (sumA, sumB) = (sums[run.first], sums[run.second])
        if run.isFresh {
          ChainKernel.write(slope, times: b, to: sumA, count)
        } else {
          ChainKernel.add(slope, times: b, to: sumA, count)
        }
        ChainKernel.add(slope, times: a, to: sumB, count)
      case .scaled:
        let factor = memory[run.second].pointee
        let sumA = sums[run.first]
        if run.isFresh {
          sumA.update(repeating: slope * factor, count: count)
        } else {
          ChainKernel.add(slope * factor, to: sumA, count)
        }
        sums[run.second].pointee += slope * ChainKernel.sum(memory[run.first], count)
      case .scattered:
        for offset in 0..<count {
          let pair = code.pairs[run.first.index + offset]
          let (a, b) = (memory[pair.first].pointee, memory[pair.second].pointee)
          sums[pair.first].pointee += slope * b
          sums[pair.second].pointee += slope * a
        }
      }
    }
  }

  @inline(__always)
  private func reverseStart(_ chain: Tape.Chain, _ upstream: Double, _ sums: TapeMemory) {
    if chain.isStartFresh {
      sums[chain.start].pointee = upstream
    } else if chain.start != .none {
      sums[chain.start].pointee += upstream
    }
  }

  /// Sweeps through chains in a row, four at a time.
  @inline(never)
  private func reverseChains(
    _ firstChain: Int, _ count: Int, _ upstream: UnsafeMutablePointer<Double>,
    _ memory: TapeMemory, _ sums: TapeMemory
  ) {
    var row = count
    while row >= 4 {
      row &-= 4
      reverseFour(firstChain + row, upstream + row, memory, sums)
    }
    while row > 0 {
      row &-= 1
      reverse(code.chains[firstChain + row], upstream[row], memory, sums)
    }
  }

  @inline(__always)
  private func reverseFour(
    _ firstChain: Int, _ upstream: UnsafeMutablePointer<Double>, _ memory: TapeMemory,
    _ sums: TapeMemory
  ) {
    let chains = code.chains.base + firstChain
    let runs = code.fourRuns(chains)
    let second = runs.0.second.bits
    // How far the second factors of a row lie from those of the row before.
    let stride = runs.1.second.bits &- second
    guard stride <= 1, runs.2.second.bits == second &+ 2 &* stride,
      runs.3.second.bits == second &+ 3 &* stride
    else {
      for row in (0..<4).reversed() {
        reverse(chains[row], upstream[row], memory, sums)
      }
      return
    }
    for row in 0..<4 { reverseStart(chains[row], upstream[row], sums) }
    let slopes = ChainKernel.load(upstream, as: SIMD4<Double>.self)
    let rows = ChainKernel.ReversedRows(
      slopes: runs.0.isNegative ? -slopes : slopes, isFresh: runs.0.isFresh,
      count: Int(runs.0.count),
      factors: (
        memory[runs.0.first], memory[runs.1.first], memory[runs.2.first], memory[runs.3.first]
      ),
      sums: (sums[runs.0.first], sums[runs.1.first], sums[runs.2.first], sums[runs.3.first]))
    let (shared, sharedSums) = (memory[runs.0.second], sums[runs.0.second])
    if stride == 0 {
      ChainKernel.reverseFour(rows, shared: shared, sharedSums: sharedSums)
    } else {
      ChainKernel.reverseBand(rows, shared: shared, sharedSums: sharedSums)
    }
  }
}
