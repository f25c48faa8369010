import Expressions

extension TapeRun {
  /// Computes every value.
  ///
  /// - Parameter parameters: a number for each parameter, in the order they were added.
  /// - Returns: the value of the output.
  /// - Complexity: O(n).
  @discardableResult
  public mutating func forward(at parameters: [Double]) -> Double {
    tape.forward(at: parameters, writing: values.base)
  }
}

extension Tape {
  /// The numbers that are given, and room for the other values.
  var restingValues: [Double] {
    let numbers = UnsafeBufferPointer(start: numbers.base, count: numbers.count)
    return numbers + Array(repeating: 0, count: placeCount - numbers.count)
  }

  /// Computes every value.
  ///
  /// - Parameter values: a value for each place, of which the numbers that are given are there.
  /// - Returns: the value of the output.
  @discardableResult
  func forward(at parameters: [Double], writing values: UnsafeMutablePointer<Double>) -> Double {
    precondition(parameters.count == parameterCount, "each parameter has a number")
    return parameters.withUnsafeBufferPointer { parameters in
      let memory = TapeMemory(places: values, parameters: parameters.baseAddress)
      copyParameters(memory)
      forward(memory)
      return values[outputPlace]
    }
  }

  /// Copies the parameters that single operations use to places.
  @inline(__always)
  private func copyParameters(_ memory: TapeMemory) {
    for index in 0..<code.copies.count {
      let copy = code.copies[index]
      let (places, parameters) = (memory.places + copy.place, memory.parameters + copy.parameter)
      for offset in 0..<copy.count { places[offset] = parameters[offset] }
    }
  }

  private func forward(_ memory: TapeMemory) {
    let (opcodes, first) = (code.instructions.opcodes, code.instructions.first)
    let second = code.instructions.second
    let (values, count) = (memory.places, code.count)
    let results = values + code.numberCount
    var result = 0.0
    var index = 0
    while index < count {
      let opcode = opcodes[index]
      if opcode < Tape.Opcode.chain {
        result = Tape.apply(opcode, values[Int(first[index])], values[Int(second[index])])
        results[index] = result
        index &+= 1
      } else if opcode >= Tape.Opcode.follows {
        result = Tape.apply(opcode & ~Tape.Opcode.follows, result, values[Int(second[index])])
        results[index] = result
        index &+= 1
      } else if opcode == Tape.Opcode.mapBegin {
        let rows = Int(second[index])
        VectorTanh.write(values + Int(first[index]), to: results + index, rows)
        index &+= rows
        result = results[index &- 1]
      } else {
        let rows = opcode == Tape.Opcode.layerBegin ? Int(second[index]) : 1
        forwardChains(Int(first[index]), rows, results + index, memory)
        index &+= rows
        result = results[index &- 1]
      }
    }
  }

  @inline(__always)
  private static func apply(_ opcode: UInt8, _ a: Double, _ b: Double) -> Double {
    .apply(unsafeBitCast(opcode, to: Operation.self), a, b)
  }

  @inline(__always)
  private func forward(_ chain: Tape.Chain, _ memory: TapeMemory) -> Double {
    var sum = chain.start == .none ? 0 : memory[chain.start].pointee
    for index in chain.firstRun..<chain.lastRun {
      let run = code.runs[Int(index)]
      let count = Int(run.count)
      let addend: Double
      switch run.pattern {
      case .dot: addend = ChainKernel.dot(memory[run.first], memory[run.second], count)
      case .scaled: addend = ChainKernel.sum(memory[run.first], count) * memory[run.second].pointee
      case .scattered:
        var scattered = 0.0
        for offset in 0..<count {
          let pair = code.pairs[run.first.index + offset]
          scattered += memory[pair.first].pointee * memory[pair.second].pointee
        }
        addend = scattered
      }
      sum += run.isNegative ? -addend : addend
    }
    return sum
  }

  /// Computes chains in a row, four at a time.
  @inline(never)
  private func forwardChains(
    _ firstChain: Int, _ count: Int, _ results: UnsafeMutablePointer<Double>, _ memory: TapeMemory
  ) {
    var row = 0
    while row &+ 4 <= count {
      forwardFour(firstChain + row, results + row, memory)
      row &+= 4
    }
    while row < count {
      results[row] = forward(code.chains[firstChain + row], memory)
      row &+= 1
    }
  }

  @inline(__always)
  private func forwardFour(
    _ firstChain: Int, _ results: UnsafeMutablePointer<Double>, _ memory: TapeMemory
  ) {
    let chains = code.chains.base + firstChain
    let runs = code.fourRuns(chains)
    let rows = (
      memory[runs.0.first], memory[runs.1.first], memory[runs.2.first], memory[runs.3.first]
    )
    let count = Int(runs.0.count)
    let dots: SIMD4<Double>
    if runs.0.second == runs.1.second, runs.0.second == runs.2.second,
      runs.0.second == runs.3.second
    {
      dots = ChainKernel.fourDots(rows, memory[runs.0.second], count)
    } else {
      dots = ChainKernel.fourDots(
        rows,
        (
          memory[runs.0.second], memory[runs.1.second], memory[runs.2.second], memory[runs.3.second]
        ),
        count)
    }
    for row in 0..<4 {
      let start = chains[row].start
      let sum = start == .none ? 0 : memory[start].pointee
      results[row] = sum + (runs.0.isNegative ? -dots[row] : dots[row])
    }
  }
}

extension TapeCode {
  /// The only runs of four chains of a layer.
  @inline(__always)
  func fourRuns(
    _ chains: UnsafePointer<Tape.Chain>
  ) -> (Tape.Run, Tape.Run, Tape.Run, Tape.Run) {
    let runs = runs.base
    return (
      runs[Int(chains[0].firstRun)], runs[Int(chains[1].firstRun)], runs[Int(chains[2].firstRun)],
      runs[Int(chains[3].firstRun)]
    )
  }
}
