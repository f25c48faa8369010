import Autodiff
public import Expressions
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

  public let start: FoundSweep
  /// All that was asked, from which the run can be made again.
  public private(set) var requests: [DescentRequest] = []
  public private(set) var optimizer: Optimizer
  /// The output before the first step and after each.
  public private(set) var outputs: [Double]
  /// The answers at the parameters as they are now.
  public private(set) var key: GraphKey
  /// The entries whose wrong numbers follow no rule that is known, so that right ones were used from the second step on.
  public private(set) var unruled: [Int] = []
  public private(set) var obstacle: Obstacle?
  /// How many of the steps asked for are still to be made.
  public private(set) var openSteps = 0
  private var state: OptimizerState
  /// The rate that the learner chose, which other optimizers keep.
  private var ownRate: Double?
  /// The parameters that move, by their nodes.
  public let parameters: [Int]
  /// Where the numbers of each parameter stand among all.
  private let places: [Range<Int>]

  /// - Parameter key: the answers of the worksheet.
  public init(_ start: FoundSweep, in key: GraphKey) {
    self.start = start
    self.key = key
    let graph = key.graph
    // Where a page asks what comes after steps, these are made in the same way.
    let plan = key.list.steps ?? StepPlan(Optimizer(.descent))
    optimizer = plan.optimizer
    parameters = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .parameter && plan.moves(graph.nodes[$0].name)
    }
    var end = 0
    places = parameters.map { node in
      let start = end
      end += graph.shape(of: node).count
      return start..<end
    }
    outputs = [key.outputNumber]
    state = OptimizerState(optimizer, count: end)
  }

  public var stepCount: Int { outputs.count - 1 }

  /// The numbers of all parameters, one parameter behind the other.
  public var numbers: [Double] { parameters.flatMap { key.array(of: $0).elements } }

  /// What the optimizer keeps for a parameter, by the names of its method.
  public func memory(of place: Int) -> [(name: String, value: NumericArray)] {
    let shape = key.graph.shape(of: parameters[place])
    return zip(optimizer.method.memoryNames, state.memory).map {
      ($0, NumericArray(Array($1[places[place]]), shape: shape))
    }
  }

  /// So many numbers of a graph are gone through before keys are looked at again.
  private static let sliceSize = 20_000

  private var sliceCount: Int {
    let graph = key.graph
    let size = graph.nodes.indices.reduce(0) { $0 + graph.shape(of: $1).count }
    return max(1, DescentRun.sliceSize / max(1, size))
  }

  /// Makes some of the steps that are still to be made.
  ///
  /// - Complexity: a sweep over the graph for each step, and for a wrong rule some more.
  public mutating func work() { makeSteps(atMost: sliceCount) }

  private mutating func makeSteps(atMost count: Int) {
    for _ in 0..<min(count, openSteps) where obstacle == nil {
      openSteps -= 1
      makeStep()
    }
    if obstacle != nil { openSteps = 0 }
  }

  /// Does what is asked; of many steps on a large graph `work()` makes the rest.
  public mutating func perform(_ request: DescentRequest) {
    requests.append(request)
    if case .steps(let count) = request {
      openSteps += obstacle == nil ? count : 0
      return work()
    }
    // What was asked before is done as it was asked.
    makeSteps(atMost: openSteps)
    switch request {
    case .steps: break
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
      state = OptimizerState(optimizer, count: places.last?.upperBound ?? 0)
    }
  }

  private mutating func makeStep() {
    var numbers = numbers
    var next = state
    next.step(&numbers, along: derivatives())
    var moved: [Int: NumericArray] = [:]
    for (node, place) in zip(parameters, places) {
      moved[node] = NumericArray(Array(numbers[place]), shape: key.graph.shape(of: node))
    }
    guard numbers.allSatisfy(\.isFinite), let key = key.moved(to: moved) else {
      obstacle = .notFinite(step: stepCount + 1)
      return
    }
    state = next
    self.key = key
    outputs.append(key.outputNumber)
  }

  /// The derivatives by the parameters here, as whoever followed the learner's rules would find them.
  private mutating func derivatives() -> [Double] {
    switch (start, key) {
    case (.numbers(let sweep), .numbers(let key)):
      let found = stepCount == 0 ? sweep.derivatives : carried(sweep, in: key)
      return parameters.map { found[$0] ?? 0 }
    case (.arrays(let sweep), .arrays(let key)):
      let found = sweep.derivatives(at: key, isFirst: stepCount == 0)
      unruled = found.unruled
      return parameters.flatMap { found.derivatives[$0]?.elements ?? [] }
    case (.numbers, .arrays), (.arrays, .numbers): return numbers.map { _ in 0 }
    }
  }

  private mutating func carried(_ start: SweepNumbers, in key: AnswerKey) -> [Int: Double] {
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
