import Expressions
import RandomNumbers

/// A graph to measure an engine on, with the numbers of its inputs; the same on every machine.
struct BenchmarkGraph: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// The network of the course's lecture with one hidden unit: so small that the fixed cost of a sweep shows.
    case seed
    /// Networks whose layers read all of the layer before.
    case mlp10k, mlp100k
    /// 10,000 neurons in 100 layers with ten inputs each: what the course counts steps on.
    case lecture
    /// A million operations, each of which waits for the one before.
    case chain
    /// A million parameters in one sum.
    case wide
  }

  let kind: Kind
  private(set) var parameters: [Double] = []
  private(set) var data: [Double] = []
  private(set) var operationCount = 0
  private var sizes: [Int] = []

  init(_ kind: Kind) {
    self.kind = kind
    var numbers = UniformNumbers()
    switch kind {
    case .seed:
      parameters = [0.5, 0.25, 1.5, -0.5]
      data = [2, 1]
      operationCount = 9
    case .mlp10k: drawNetwork([16, 48, 64, 16], &numbers)
    case .mlp100k: drawNetwork([64, 256, 256, 72], &numbers)
    case .lecture:
      let scale = (3.0 / 10).squareRoot()
      parameters = (0..<100_000).map { _ in numbers.next() * scale }
      data = (0..<200).map { _ in numbers.next() }
      operationCount = 100 * 100 * 20 + 300
    case .chain:
      parameters = [1, 1e-5, 0.5]
      operationCount = 1_000_000
    case .wide:
      parameters = (0..<1_000_000).map { _ in numbers.next() * 1e-3 } + [0.7]
      operationCount = 2_000_001
    }
  }

  private mutating func drawNetwork(_ sizes: [Int], _ numbers: inout UniformNumbers) {
    self.sizes = sizes
    for (fanIn, width) in zip(sizes, sizes.dropFirst()) {
      let scale = 1 / Double(fanIn).squareRoot()
      for _ in 0..<width {
        for _ in 0..<fanIn { parameters.append(numbers.next() * scale) }
        parameters.append(0.1 * numbers.next())
      }
      operationCount += width * (2 * fanIn + 1)
    }
    data = (0..<sizes[0] + sizes[sizes.count - 1]).map { _ in numbers.next() }
    operationCount += 3 * sizes[sizes.count - 1]
  }

  /// Records the whole graph, one operation after the other.
  ///
  /// - Returns: the output.
  @inline(__always)
  func record<Recorder: GraphRecorder & ~Copyable>(_ recorder: inout Recorder) -> Recorder.Quantity
  {
    let parameters = parameters.map { recorder.parameter($0) }
    let data = data.map { recorder.number($0) }
    let half = recorder.number(0.5)
    switch kind {
    case .seed:
      let hidden = recorder.relu(recorder.sum(parameters[1], parameters[0], data[0]))
      let output = recorder.relu(recorder.sum(parameters[3], parameters[2], hidden))
      return recorder.cost([output], data[1...], half: half)
    case .mlp10k, .mlp100k: return network(&recorder, parameters, data, half)
    case .lecture: return lecture(&recorder, parameters, data, half)
    case .chain:
      var value = parameters[2]
      for index in 0..<operationCount {
        switch index % 3 {
        case 0: value = recorder.apply(.multiply, value, parameters[0])
        case 1: value = recorder.apply(.add, value, parameters[1])
        default: value = recorder.apply(.sin, value, value)
        }
      }
      return value
    case .wide:
      let factor = parameters[1_000_000]
      var sum = recorder.apply(.multiply, parameters[0], factor)
      for index in 1..<1_000_000 { sum = recorder.sum(sum, parameters[index], factor) }
      let square = recorder.apply(.multiply, sum, sum)
      return recorder.apply(.multiply, half, square)
    }
  }

  @inline(__always)
  private func network<Recorder: GraphRecorder & ~Copyable>(
    _ recorder: inout Recorder, _ parameters: [Recorder.Quantity], _ data: [Recorder.Quantity],
    _ half: Recorder.Quantity
  ) -> Recorder.Quantity {
    var values = Array(data[..<sizes[0]])
    var weight = 0
    for (fanIn, width) in zip(sizes, sizes.dropFirst()) {
      var results: [Recorder.Quantity] = []
      results.reserveCapacity(width)
      for _ in 0..<width {
        var sum = parameters[weight + fanIn]
        for index in 0..<fanIn {
          sum = recorder.sum(sum, parameters[weight + index], values[index])
        }
        weight += fanIn + 1
        results.append(recorder.apply(.tanh, sum, sum))
      }
      values = results
    }
    return recorder.cost(values, data[sizes[0]...], half: half)
  }

  @inline(__always)
  private func lecture<Recorder: GraphRecorder & ~Copyable>(
    _ recorder: inout Recorder, _ parameters: [Recorder.Quantity], _ data: [Recorder.Quantity],
    _ half: Recorder.Quantity
  ) -> Recorder.Quantity {
    var values = Array(data[..<100])
    var weight = 0
    for _ in 0..<100 {
      var results: [Recorder.Quantity] = []
      results.reserveCapacity(100)
      for place in 0..<100 {
        var sum = recorder.apply(.multiply, parameters[weight], values[place])
        for offset in 1..<10 {
          sum = recorder.sum(sum, parameters[weight + offset], values[(place + offset) % 100])
        }
        weight += 10
        results.append(recorder.apply(.tanh, sum, sum))
      }
      values = results
    }
    return recorder.cost(values, data[100...], half: half)
  }
}

extension GraphRecorder where Self: ~Copyable {
  @inline(__always)
  fileprivate mutating func relu(_ a: Quantity) -> Quantity { apply(.relu, a, a) }

  /// start + a b, two operations.
  @inline(__always)
  fileprivate mutating func sum(_ start: Quantity, _ a: Quantity, _ b: Quantity) -> Quantity {
    let product = apply(.multiply, a, b)
    return apply(.add, start, product)
  }

  /// Half the sum of the squared errors.
  @inline(__always)
  fileprivate mutating func cost(
    _ values: [Quantity], _ targets: ArraySlice<Quantity>, half: Quantity
  ) -> Quantity {
    var total: Quantity?
    for (value, target) in zip(values, targets) {
      let error = apply(.subtract, value, target)
      let square = apply(.multiply, error, error)
      total = total.map { apply(.add, $0, square) } ?? square
    }
    return apply(.multiply, half, total ?? half)
  }
}

/// Numbers from -1 to below 1.
private struct UniformNumbers {
  private var generator = SplitMix64(seed: 1234)

  mutating func next() -> Double {
    2 * (Double(generator.next() >> 11) * 0x1p-53) - 1
  }
}
