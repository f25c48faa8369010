import Expressions

extension TapeRun {
  /// Computes every value.
  ///
  /// - Parameter parameters: a number for each parameter, in the order they were added.
  /// - Returns: the value of the output.
  /// - Complexity: O(n).
  @discardableResult
  public mutating func forward(at parameters: [Double]) -> Double {
    precondition(parameters.count == tape.parameterCount, "each parameter has a number")
    return parameters.withUnsafeBufferPointer { parameters in
      let memory = TapeMemory(places: values.base, parameters: parameters.baseAddress)
      for copies in tape.copies {
        for offset in 0..<copies.count {
          memory.places[copies.place + offset] = memory.parameters[copies.parameter + offset]
        }
      }
      tape.code.forward(memory)
      return values[tape.outputPlace]
    }
  }
}

extension TapeCode {
  fileprivate func forward(_ memory: TapeMemory) {
    let values = memory.places
    let results = values + numberCount
    var result = 0.0
    var index = 0
    while index < opcodes.count {
      let opcode = opcodes[index]
      if opcode < Tape.Opcode.chain {
        let a = values[Int(first[index])]
        result = TapeCode.apply(opcode, a, values[Int(second[index])])
        results[index] = result
      } else if opcode >= Tape.Opcode.follows {
        result = TapeCode.apply(
          opcode & ~Tape.Opcode.follows, result, values[Int(second[index])])
        results[index] = result
      } else if opcode == Tape.Opcode.layerBegin {
        let count = Int(second[index])
        forwardLayer(Int(first[index]), count, results + index, memory)
        index += count - 1
        result = results[index]
      } else {
        result = forward(chains[Int(first[index])], memory)
        results[index] = result
      }
      index += 1
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
      let run = runs[Int(index)]
      let count = Int(run.count)
      let addend: Double
      switch run.pattern {
      case .dot: addend = ChainKernel.dot(memory[run.first], memory[run.second], count)
      case .scaled: addend = ChainKernel.sum(memory[run.first], count) * memory[run.second].pointee
      case .scattered:
        var scattered = 0.0
        for offset in 0..<count {
          let pair = pairs[run.first.index + offset]
          scattered += memory[pair.first].pointee * memory[pair.second].pointee
        }
        addend = scattered
      }
      sum += run.isNegative ? -addend : addend
    }
    return sum
  }

  private func forwardLayer(
    _ firstChain: Int, _ count: Int, _ results: UnsafeMutablePointer<Double>, _ memory: TapeMemory
  ) {
    for row in 0..<count { results[row] = forward(chains[firstChain + row], memory) }
  }
}
