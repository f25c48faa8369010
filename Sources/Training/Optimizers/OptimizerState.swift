/// What an optimizer keeps between steps, for so many numbers.
///
/// ```swift
/// var state = OptimizerState(Optimizer(.adam), count: w.count)
/// state.step(&w, along: derivatives)
/// ```
public struct OptimizerState: Hashable, Sendable {
  public var optimizer: Optimizer
  /// How many steps were made.
  public private(set) var stepCount = 0
  /// For each name of `Optimizer.Method.memoryNames` a number for each parameter, 0 before the first step.
  public private(set) var memory: [[Double]]

  public init(_ optimizer: Optimizer, count: Int) {
    self.optimizer = optimizer
    memory = optimizer.method.memoryNames.map { _ in Array(repeating: 0, count: count) }
  }

  /// Takes up a state that was kept.
  ///
  /// - Returns: `nil` where it is not that of the optimizer's method and of so many numbers.
  public init?(_ optimizer: Optimizer, count: Int, stepCount: Int, memory: [[Double]]) {
    guard memory.count == optimizer.method.memoryNames.count, stepCount >= 0,
      memory.allSatisfy({ $0.count == count })
    else { return nil }
    self.optimizer = optimizer
    self.stepCount = stepCount
    self.memory = memory
  }

  /// Makes a step.
  ///
  /// - Precondition: there are as many parameters and derivatives as the state was made for.
  /// - Complexity: O(n) in the parameters.
  public mutating func step(_ parameters: inout [Double], along derivatives: [Double]) {
    parameters.withUnsafeMutableBufferPointer { parameters in
      derivatives.withUnsafeBufferPointer { step(parameters, along: $0) }
    }
  }

  /// Makes a step in place.
  public mutating func step(
    _ parameters: UnsafeMutableBufferPointer<Double>, along derivatives: UnsafeBufferPointer<Double>
  ) {
    beginStep()
    move(parameters, along: derivatives, at: 0)
  }

  /// Counts a step whose parameters are then moved piece by piece.
  mutating func beginStep() { stepCount += 1 }

  /// Moves some of the parameters.
  ///
  /// - Parameter place: where the first of them stands among all.
  /// - Precondition: the step was begun, and each parameter is moved once.
  mutating func move(
    _ w: UnsafeMutableBufferPointer<Double>, along g: UnsafeBufferPointer<Double>, at place: Int
  ) {
    precondition(w.count == g.count, "each parameter has a derivative")
    precondition(memory.allSatisfy { place + w.count <= $0.count }, "the state has their number")
    let rate = optimizer.rate
    let beta = optimizer.beta
    let count = w.count
    switch optimizer.method {
    case .descent:
      for index in 0..<count { w[index] -= rate * g[index] }
    case .momentum:
      memory[0].withUnsafeMutableBufferPointer { v in
        for index in 0..<count {
          let next = beta * v[place + index] + g[index]
          v[place + index] = next
          w[index] -= rate * next
        }
      }
    case .averagedMomentum:
      memory[0].withUnsafeMutableBufferPointer { v in
        for index in 0..<count {
          let next = beta * v[place + index] + (1 - beta) * g[index]
          v[place + index] = next
          w[index] -= rate * next
        }
      }
    case .velocity:
      memory[0].withUnsafeMutableBufferPointer { v in
        for index in 0..<count {
          let next = beta * v[place + index] - rate * g[index]
          v[place + index] = next
          w[index] += next
        }
      }
    case .adam:
      let beta2 = optimizer.beta2
      let epsilon = optimizer.epsilon
      let reach = rate / (1 - power(beta, stepCount))
      let root = (1 - power(beta2, stepCount)).squareRoot()
      var (first, second) = ([Double](), [Double]())
      swap(&first, &memory[0])
      swap(&second, &memory[1])
      first.withUnsafeMutableBufferPointer { m in
        second.withUnsafeMutableBufferPointer { v in
          for index in 0..<count {
            let slope = g[index]
            let mean = beta * m[place + index] + (1 - beta) * slope
            let square = beta2 * v[place + index] + (1 - beta2) * slope * slope
            m[place + index] = mean
            v[place + index] = square
            w[index] -= reach * mean / (square.squareRoot() / root + epsilon)
          }
        }
      }
      swap(&first, &memory[0])
      swap(&second, &memory[1])
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
