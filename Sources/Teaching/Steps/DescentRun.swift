import Autodiff
public import Training

/// Steps of descent that a learner makes with the derivatives that they found.
///
/// The first step goes along the learner's own numbers. The next ones follow the rules that gave these, a wrong one
/// too, at the new parameters; where no rule is known the right derivatives are used.
public struct DescentRun: Hashable, Sendable {
  /// Why no more steps are made.
  public enum Obstacle: Hashable, Sendable {
    /// A number would no longer be finite after a step, counted from 1.
    case notFinite(step: Int)
  }

  public let start: SweepNumbers
  /// All that was asked, from which the run can be made again.
  public private(set) var requests: [DescentRequest] = []
  public private(set) var optimizer = Optimizer(.descent)
  /// The output before the first step and after each.
  public private(set) var outputs: [Double]
  /// The answers at the parameters as they are now.
  public private(set) var key: AnswerKey
  /// The entries whose wrong numbers follow no rule that is known, so that right ones were used from the second step on.
  public private(set) var unruled: [Int] = []
  public private(set) var obstacle: Obstacle?
  private var state: OptimizerState
  /// The rate that the learner chose, which other optimizers keep.
  private var ownRate: Double?
  /// The parameters, by their nodes.
  public let parameters: [Int]

  /// - Parameter key: the answers of the worksheet.
  public init(_ start: SweepNumbers, in key: AnswerKey) {
    self.start = start
    self.key = key
    parameters = start.derivatives.keys.sorted()
    outputs = [key.exactValue(of: key.graph.output)]
    state = OptimizerState(optimizer, count: parameters.count)
  }

  public var stepCount: Int { outputs.count - 1 }

  /// What the optimizer keeps for a parameter, by the names of its method.
  public func memory(of place: Int) -> [(name: String, value: Double)] {
    zip(optimizer.method.memoryNames, state.memory).map { ($0, $1[place]) }
  }

  /// Does what is asked.
  ///
  /// - Complexity: a sweep over the graph for each step, and for a wrong rule some more.
  public mutating func perform(_ request: DescentRequest) {
    requests.append(request)
    switch request {
    case .steps(let count): for _ in 0..<count where obstacle == nil { makeStep() }
    case .rate(let rate):
      ownRate = rate
      optimizer.rate = rate
      state.optimizer = optimizer
    case .beta(let beta):
      optimizer.beta = beta
      state.optimizer = optimizer
    case .optimizer(let method):
      guard method != optimizer.method else { break }
      optimizer = Optimizer(method, rate: ownRate)
      state = OptimizerState(optimizer, count: parameters.count)
    }
  }

  private mutating func makeStep() {
    let derivatives = stepCount == 0 ? start.derivatives : carriedDerivatives()
    var numbers = parameters.map { key.forward.values[$0] }
    var next = state
    next.step(&numbers, along: parameters.map { derivatives[$0] ?? 0 })
    var inputs: [String: Double] = [:]
    for (index, node) in key.graph.nodes.enumerated() where node.formula == nil {
      inputs[node.name] = key.forward.values[index]
    }
    for (node, number) in zip(parameters, numbers) { inputs[key.graph.nodes[node].name] = number }
    guard numbers.allSatisfy(\.isFinite), let moved = try? AnswerKey(key.list, at: inputs) else {
      obstacle = .notFinite(step: stepCount + 1)
      return
    }
    state = next
    key = moved
    outputs.append(moved.exactValue(of: moved.graph.output))
  }

  /// The derivatives by the parameters here, as whoever followed the learner's rules would find them.
  private mutating func carriedDerivatives() -> [Int: Double] {
    var own: [Int: Double] = [:]
    var strange: [Int] = []
    for entry in start.wrong.keys.sorted() {
      let reason = start.wrong[entry].flatMap { $0 }
      if let reason, let number = key.mistaken(entry, by: reason, own: own) {
        own[entry] = number
      } else {
        strange.append(entry)
      }
    }
    unruled = strange
    var derivatives: [Int: Double] = [:]
    for node in parameters {
      let entry = key.list.derivative(of: node)
      derivatives[node] = entry.map { own[$0] ?? key.value(of: $0) } ?? 0
    }
    return derivatives
  }
}

extension AnswerKey {
  /// What a wrong rule gives for a derivative with these numbers; `nil` for one that follows from no numbers.
  ///
  /// - Parameter own: what wrong rules gave for entries before.
  fileprivate func mistaken(_ entry: Int, by reason: Reason, own: [Int: Double]) -> Double? {
    let number: Double?
    switch reason.rule {
    case .sign: number = -value(of: entry)
    case .followsFromWrong:
      number = own.isEmpty ? nil : followingValues(of: entry, own: own, isNear: false).first
    case .otherEntry: number = reason.other.map { value(of: $0) }
    case .arithmetic, .powerOfTen: number = nil
    default:
      let found = mistakes(at: entry, on: GraphNumbers(self)).first {
        $0.rule == reason.rule && $0.place == reason.place && $0.second == reason.second
      }
      number =
        found?.value
        ?? (reason.second == .sign
          ? mistakes(at: entry, on: GraphNumbers(self)).first {
            $0.rule == reason.rule && $0.place == reason.place
          }.map { -$0.value } : nil)
    }
    return number.flatMap { $0.isFinite ? $0 : nil }
  }
}
