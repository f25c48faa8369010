import Expressions

extension TapeRun {
  /// Sweeps from the output to the left and finds every derivative.
  ///
  /// - Precondition: `forward(at:)` ran with the same parameters.
  /// - Complexity: O(n).
  public mutating func reverse(at parameters: [Double]) {
    precondition(parameters.count == tape.parameterCount, "each parameter has a number")
    parameters.withUnsafeBufferPointer { parameters in
      let memory = TapeMemory(places: values.base, parameters: parameters.baseAddress)
      let sums = TapeMemory(places: adjoints.base, parameters: slopes.base)
      sums.places.update(repeating: 0, count: adjoints.count)
      sums.places[tape.outputPlace] = 1
      tape.clear(slopes.base)
      tape.code.reverse(memory, sums, liveCount: tape.liveCount)
      tape.addCopies(of: sums)
    }
  }
}

extension Tape {
  /// Begins the derivatives at 0 that are added to.
  fileprivate func clear(_ gradient: UnsafeMutablePointer<Double>) {
    for range in cleared {
      (gradient + range.lowerBound).update(repeating: 0, count: range.count)
    }
  }

  /// Carries the derivatives of copies on to the parameters they are copies of.
  fileprivate func addCopies(of sums: TapeMemory) {
    for copies in copies {
      let parameters = sums.parameters + copies.parameter
      let places = sums.places + copies.place
      if copies.isWhole {
        parameters.update(from: places, count: copies.count)
      } else {
        for index in 0..<copies.count { parameters[index] += places[index] }
      }
    }
  }
}

extension TapeCode {
  /// The sweep itself; the derivative of what comes next is at hand before it is asked.
  fileprivate func reverse(_ memory: TapeMemory, _ sums: TapeMemory, liveCount: Int) {
    let values = memory.places
    let adjoints = sums.places
    var index = liveCount - 1
    var upstream = adjoints[numberCount + index]
    while index >= 0 {
      let opcode = opcodes[index]
      let place = numberCount + index
      if opcode < Tape.Opcode.chain {
        let (a, b) = (Int(first[index]), Int(second[index]))
        let slopes = TapeCode.slopes(opcode, values[a], values[b], values[place])
        adjoints[a] += slopes.first * upstream
        if let second = slopes.second { adjoints[b] += second * upstream }
        upstream = adjoints[place - 1]
      } else if opcode >= Tape.Opcode.follows {
        let b = Int(second[index])
        let slopes = TapeCode.slopes(
          opcode & ~Tape.Opcode.follows, values[place - 1], values[b], values[place])
        if let second = slopes.second { adjoints[b] += second * upstream }
        upstream *= slopes.first
      } else if opcode == Tape.Opcode.layerEnd {
        let count = Int(second[index])
        adjoints[place] = upstream
        reverseLayer(
          Int(first[index]) - count + 1, count, adjoints + place - count + 1, memory, sums)
        index -= count - 1
        upstream = adjoints[place - count]
      } else {
        reverse(chains[Int(first[index])], upstream, memory, sums)
        upstream = adjoints[place - 1]
      }
      index -= 1
    }
  }

  /// The local derivatives by the one table of operations.
  ///
  /// Each case calls it for one operation, so that the compiler leaves of the table one row only.
  @inline(__always)
  private static func slopes(
    _ opcode: UInt8, _ a: Double, _ b: Double, _ y: Double
  ) -> (first: Double, second: Double?) {
    func one(_ operation: Operation) -> (Double, Double?) {
      (operation.localDerivatives(a, a, result: y).0, nil)
    }
    func two(_ operation: Operation) -> (Double, Double?) {
      let (first, second) = operation.localDerivatives(a, b, result: y)
      return (first, second)
    }
    return switch unsafeBitCast(opcode, to: Operation.self) {
    case .add: two(.add)
    case .subtract: two(.subtract)
    case .multiply: two(.multiply)
    case .divide: two(.divide)
    case .power: two(.power)
    case .min: two(.min)
    case .max: two(.max)
    case .negate: one(.negate)
    case .exp: one(.exp)
    case .log: one(.log)
    case .sqrt: one(.sqrt)
    case .sin: one(.sin)
    case .cos: one(.cos)
    case .tan: one(.tan)
    case .tanh: one(.tanh)
    case .sigmoid: one(.sigmoid)
    case .relu: one(.relu)
    case .softplus: one(.softplus)
    case .abs: one(.abs)
    case .sign: one(.sign)
    case .step: one(.step)
    }
  }

  @inline(__always)
  private func reverse(
    _ chain: Tape.Chain, _ upstream: Double, _ memory: TapeMemory, _ sums: TapeMemory
  ) {
    if chain.isStartFresh {
      sums[chain.start].pointee = upstream
    } else if chain.start != .none {
      sums[chain.start].pointee += upstream
    }
    for index in chain.firstRun..<chain.lastRun {
      let run = runs[Int(index)]
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
          let pair = pairs[run.first.index + offset]
          let (a, b) = (memory[pair.first].pointee, memory[pair.second].pointee)
          sums[pair.first].pointee += slope * b
          sums[pair.second].pointee += slope * a
        }
      }
    }
  }

  private func reverseLayer(
    _ firstChain: Int, _ count: Int, _ adjoints: UnsafeMutablePointer<Double>,
    _ memory: TapeMemory, _ sums: TapeMemory
  ) {
    for row in (0..<count).reversed() {
      reverse(chains[firstChain + row], adjoints[row], memory, sums)
    }
  }
}
