import Expressions

extension LayeredNetwork {
  /// Records and compiles the network: its parameters are those of the tape, in their order, the cost is the output, and
  /// for each layer its last neuron is kept.
  ///
  /// A neuron becomes one chain and one single operation. While it is compiled an operation takes 13 bytes, so that a
  /// million parameters need 27 MB for some hundredths of a second, on top of the 16 MB of those parameters and their
  /// derivatives, which no engine can do without. A loop written for this network alone would need less, but would not
  /// show what the engine does.
  ///
  /// - Complexity: O(p).
  func compiled() -> Tape {
    var builder = TapeBuilder()
    // Two for each parameter but the first of a neuron, and one for the curve; then the cost.
    builder.reserve(
      operations: 2 * parameterCount - nodeCount + 3 * shape.width, parameters: parameterCount)
    var values = inputs.map { builder.number($0) }
    var lastNeurons: [TapeBuilder.Quantity] = []
    for _ in 0..<shape.layers {
      let operands = values
      let parameters = (0..<shape.width * (shape.fanIn + 1)).map { _ in builder.parameter() }
      for place in 0..<shape.width {
        let first = firstOperand(at: place)
        let weights = place * (shape.fanIn + 1)
        var sum = parameters[weights + shape.fanIn]
        for slot in 0..<shape.fanIn {
          let product = builder.apply(.multiply, parameters[weights + slot], operands[first + slot])
          sum = builder.apply(.add, sum, product)
        }
        values[place] = builder.apply(.tanh, sum, sum)
      }
      lastNeurons.append(values[shape.width - 1])
    }
    let squares = zip(values, targets).map { value, target in
      let error = builder.apply(.subtract, value, builder.number(target))
      return builder.apply(.multiply, error, error)
    }
    let total = squares.dropFirst().reduce(squares[0]) { builder.apply(.add, $0, $1) }
    let cost = builder.apply(.multiply, builder.number(0.5), total)
    return Tape(builder, output: cost, keeping: lastNeurons)
  }
}
