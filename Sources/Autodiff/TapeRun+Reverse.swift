import Expressions

extension TapeRun {
  /// Sweeps from the output to the left and finds every derivative.
  ///
  /// - Precondition: `forward(at:)` ran with the same parameters.
  /// - Complexity: O(n).
  public mutating func reverse(at parameters: [Double]) {
    precondition(parameters.count == tape.parameterCount, "each parameter has a number")
    sweep(at: parameters)
  }

  private func sweep(at parameters: [Double]) {
    parameters.withUnsafeBufferPointer { parameters in
      let memory = TapeMemory(places: values.base, parameters: parameters.baseAddress)
      let sums = TapeMemory(places: adjoints.base, parameters: slopes.base)
      tape.clear(sums, adjoints.count, output: tape.outputPlace)
      tape.reverse(memory, sums, liveCount: tape.liveCount)
      tape.addCopies(sums)
    }
  }
}

extension Tape {
  /// Begins the derivatives at 0 that are added to, and that of the output at 1.
  @inline(__always)
  fileprivate func clear(_ sums: TapeMemory, _ placeCount: Int, output: Int) {
    for place in 0..<placeCount { sums.places[place] = 0 }
    sums.places[output] = 1
    for index in 0..<code.cleared.count {
      let range = code.cleared[index]
      for offset in 0..<range.count { sums.parameters[range.parameter &+ offset] = 0 }
    }
  }

  /// Carries the derivatives of copies on to the parameters they are copies of.
  @inline(__always)
  fileprivate func addCopies(_ sums: TapeMemory) {
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
  fileprivate func reverse(_ memory: TapeMemory, _ sums: TapeMemory, liveCount: Int) {
    let (opcodes, first) = (code.instructions.opcodes, code.instructions.first)
    let second = code.instructions.second
    let (values, adjoints) = (memory.places, sums.places)
    let (results, resultAdjoints) = (values + code.numberCount, adjoints + code.numberCount)
    var index = liveCount - 1
    var upstream = resultAdjoints[index]
    while index >= 0 {
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
      } else {
        let rows = opcode == Tape.Opcode.layerEnd ? Int(second[index]) : 1
        resultAdjoints[index] = upstream
        reverseChains(
          Int(first[index]) &+ 1 &- rows, rows, resultAdjoints + (index &+ 1 &- rows), memory, sums)
        index &-= rows
        upstream = resultAdjoints[index]
      }
    }
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

  /// Sweeps through chains in a row; several of them multiply the same second factors.
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
    let runs = (
      code.runs[Int(code.chains[firstChain].firstRun)],
      code.runs[Int(code.chains[firstChain + 1].firstRun)],
      code.runs[Int(code.chains[firstChain + 2].firstRun)],
      code.runs[Int(code.chains[firstChain + 3].firstRun)]
    )
    for row in 0..<4 { reverseStart(code.chains[firstChain + row], upstream[row], sums) }
    let slopes = ChainKernel.load(upstream, as: SIMD4<Double>.self)
    ChainKernel.reverseFour(
      runs.0.isNegative ? -slopes : slopes, isFresh: runs.0.isFresh, count: Int(runs.0.count),
      factors: (
        memory[runs.0.first], memory[runs.1.first], memory[runs.2.first], memory[runs.3.first]
      ),
      sums: (sums[runs.0.first], sums[runs.1.first], sums[runs.2.first], sums[runs.3.first]),
      shared: memory[runs.0.second], sharedSums: sums[runs.0.second])
  }
}
