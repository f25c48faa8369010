import Autodiff
public import Expressions
import RandomNumbers

/// Trains the parameters of a graph on examples, a step at a time.
///
/// An epoch takes every example once, in an order that the seed draws, so many of them a step. What is held out is drawn
/// by the seed as well, and no step sees it. The same seed gives the same numbers, bit by bit.
///
/// ```swift
/// let trainer = try Trainer(training, TrainingPlan())
/// while trainer.epochs.count < 20 { try trainer.step() }
/// ```
public final class Trainer {
  public let training: TrainingGraph
  public private(set) var plan: TrainingPlan
  /// The parameters' numbers, one parameter after another.
  public private(set) var weights: [Double]
  private(set) var state: OptimizerState
  /// What the epochs brought that are over.
  public private(set) var epochs: [EpochResult] = []
  /// `J` before the first step; `nil` before it.
  public private(set) var firstLoss: Double?
  /// `J` before the last step that was made.
  public private(set) var lastLoss: Double?
  /// The steps made in the epoch that is not over.
  public private(set) var stepInEpoch = 0
  /// The examples that are held out, as rows of the data.
  public let heldOut: [Int]
  /// The examples that are trained on.
  public let rows: [Int]

  private var order: [Int] = []
  private var sums = (loss: 0.0, right: 0)
  private var runs: [Int: BatchRun] = [:]
  private var evaluations: [Int: BatchRun] = [:]
  private var lastRun: BatchRun?

  /// What is computed of many examples is computed for so many at a time.
  private static let evaluationCount = 4096
  /// `J` may grow so many times over what it was at first.
  private static let growthLimit = 1000.0

  /// - Throws: where the graph cannot be computed for a batch of the plan, or a value is not finite at first.
  public init(_ training: TrainingGraph, _ plan: TrainingPlan) throws(TrainingError) {
    self.training = training
    self.plan = plan
    weights = training.parameters.flatMap { $0.value.elements }
    state = OptimizerState(plan.optimizer, count: weights.count)
    let count = training.examples?.count ?? 1
    var drawn = Array(0..<count)
    var numbers = NormalNumbers(seed: plan.seed, for: .heldOut)
    let heldOutCount =
      training.examples == nil
      ? 0 : min(count - 1, Int((plan.heldOutShare * Double(count)).rounded()))
    if heldOutCount > 0 { numbers.shuffle(&drawn) }
    heldOut = drawn.prefix(heldOutCount).sorted()
    rows = drawn.dropFirst(heldOutCount).sorted()
    // What cannot be read or computed is told before the first step.
    for size in Set([batchSize, lastBatchSize]) { _ = try run(of: size) }
    let run = try run(of: batchSize)
    do throws(EvaluationError) {
      _ = try run.forward(weights, rows.prefix(batchSize))
    } catch {
      throw .evaluation(error)
    }
    if let name = run.notFinite {
      throw .evaluation(.value(node: name, formula: formula(of: name)))
    }
    beginEpoch()
  }

  private func formula(of name: String) -> String {
    training.graph.nodes.first { $0.name == name }?.formula?.expression.text ?? ""
  }

  // MARK: Steps

  private var batchSize: Int { min(plan.batch, rows.count) }
  private var lastBatchSize: Int {
    let rest = rows.count % batchSize
    return rest == 0 ? batchSize : rest
  }

  /// How many steps an epoch has.
  public var stepsPerEpoch: Int { (rows.count + batchSize - 1) / batchSize }

  private func run(of count: Int) throws(TrainingError) -> BatchRun {
    if let run = runs[count] { return run }
    let run = try BatchRun(training, count: count, derivatives: .parameters)
    runs[count] = run
    return run
  }

  private func beginEpoch() {
    order = rows
    if !plan.isInOrder {
      var numbers = NormalNumbers(seed: plan.seed, for: .order, part: epochs.count)
      numbers.shuffle(&order)
    }
    stepInEpoch = 0
    sums = (0, 0)
  }

  /// Makes a step; with the last of an epoch the epoch's result is added.
  ///
  /// - Throws: `Divergence` where the step cannot be made, and nothing is changed.
  /// - Returns: whether an epoch is over.
  @discardableResult
  public func step() throws(Divergence) -> Bool {
    let start = stepInEpoch * batchSize
    let batch = order[start..<min(start + batchSize, order.count)]
    guard let run = runs[batch.count] else { preconditionFailure("tapes were made beforehand") }
    let loss: Double
    do {
      loss = try run.forward(weights, batch)
    } catch {
      throw divergence(.notFinite(node: error.node ?? ""))
    }
    guard loss.isFinite else {
      throw divergence(.notFinite(node: run.notFinite ?? ""))
    }
    let first = firstLoss ?? loss
    let bound = Trainer.growthLimit * max(abs(first), 1)
    guard loss <= bound else {
      lastLoss = loss
      throw divergence(.grown(times: loss / max(abs(first), .leastNormalMagnitude)))
    }
    if let right = run.rightCount { sums.right += right }
    run.reverse()
    run.step(&weights, &state)
    firstLoss = first
    lastLoss = loss
    lastRun = run
    sums.loss += loss * Double(batch.count)
    stepInEpoch += 1
    guard stepInEpoch == stepsPerEpoch else { return false }
    try endEpoch(run)
    return true
  }

  private func divergence(_ cause: Divergence.Cause) -> Divergence {
    Divergence(
      cause: cause, epoch: epochs.count + 1, step: stepInEpoch + 1, first: firstLoss ?? .nan,
      last: lastLoss ?? .nan, rate: plan.optimizer.rate)
  }

  private func endEpoch(_ run: BatchRun) throws(Divergence) {
    let count = Double(rows.count)
    let onHeldOut = try heldOut.isEmpty ? nil : evaluate(heldOut)
    epochs.append(
      EpochResult(
        number: epochs.count + 1, loss: sums.loss / count,
        accuracy: run.rightCount == nil ? nil : Double(sums.right) / count,
        heldOutLoss: onHeldOut?.loss, heldOutAccuracy: onHeldOut?.accuracy,
        derivativeSizes: run.derivativeSizes))
    beginEpoch()
  }

  /// How far a step goes for each unit of a derivative, from the next step on.
  public var rate: Double {
    get { plan.optimizer.rate }
    set {
      plan.optimizer.rate = newValue
      state.optimizer.rate = newValue
    }
  }

  /// For each parameter the size of its derivatives in the last step; empty before it.
  public var derivativeSizes: [Double] { lastRun?.derivativeSizes ?? [] }

  /// The examples of the first step.
  var firstRows: ArraySlice<Int> { rows.prefix(batchSize) }

  // MARK: Results

  /// The mean of `J`, and the share that is right, over some examples at the parameters as they are.
  public func evaluate(
    _ chosen: [Int]
  ) throws(Divergence) -> (loss: Double, accuracy: Double?) {
    var (loss, right) = (0.0, 0)
    var hasClasses = false
    for start in stride(from: 0, to: chosen.count, by: Trainer.evaluationCount) {
      let part = chosen[start..<min(start + Trainer.evaluationCount, chosen.count)]
      do {
        let run = try evaluation(of: part.count)
        loss += try run.forward(weights, part) * Double(part.count)
        if let count = run.rightCount {
          right += count
          hasClasses = true
        }
      } catch {
        throw divergence(.notFinite(node: training.graph.nodes[training.graph.output].name))
      }
    }
    guard loss.isFinite else {
      throw divergence(.notFinite(node: training.graph.nodes[training.graph.output].name))
    }
    let count = Double(max(1, chosen.count))
    return (loss / count, hasClasses ? Double(right) / count : nil)
  }

  private func evaluation(of count: Int) throws -> BatchRun {
    if let run = evaluations[count] { return run }
    let run = try BatchRun(training, count: count, derivatives: .none)
    evaluations[count] = run
    return run
  }

  /// What the graph says of some examples: the numbers, and the class or the number that they mean.
  public func predictions(_ chosen: [Int]) -> [(numbers: [Double], label: Double)] {
    var found: [(numbers: [Double], label: Double)] = []
    for start in stride(from: 0, to: chosen.count, by: Trainer.evaluationCount) {
      let part = chosen[start..<min(start + Trainer.evaluationCount, chosen.count)]
      guard let run = try? evaluation(of: part.count), (try? run.forward(weights, part)) != nil
      else { return [] }
      found += run.predictions()
    }
    return found
  }

  /// What the graph says of features that are no examples, a row for each: the class or the number that it means.
  ///
  /// - Returns: nothing where it cannot be computed.
  public func labels(of features: NumericArray) -> [Double] {
    guard let examples = training.examples, features.shape.axes == 2 else { return [] }
    let count = features.shape.sizes[0]
    guard let run = try? evaluation(of: count),
      (try? run.forward(weights, features: features, examples)) != nil
    else { return [] }
    return run.predictions().map(\.label)
  }

  /// The quantity that says what an example is; `nil` where none depends on the features alone.
  public var predicted: String? {
    Prediction(training.graph, training).map { training.graph.nodes[$0.node].name }
  }

  /// The parameters as they are.
  public var parameters: [(name: String, value: NumericArray)] {
    var place = 0
    return training.parameters.map { item in
      defer { place += item.value.elements.count }
      return (
        item.name,
        NumericArray(
          Array(weights[place..<place + item.value.elements.count]), shape: item.value.shape)
      )
    }
  }

  /// Gives the parameters other numbers.
  ///
  /// - Throws: where one is missing or has another shape; nothing is changed then.
  public func load(_ arrays: [String: NumericArray]) throws(TrainingError) {
    var numbers: [Double] = []
    for (name, value) in training.parameters {
      guard let array = arrays[name] else {
        throw .parameter(name, .missing(known: arrays.keys.sorted()))
      }
      guard array.shape == value.shape else {
        throw .parameter(name, .shape(kept: array.shape.text, graph: value.shape.text))
      }
      numbers += array.elements
    }
    weights = numbers
  }

  // MARK: Going on

  /// Takes up what was kept at the end of an epoch.
  ///
  /// - Throws: where it is of another graph; nothing is changed then.
  public func restore(_ kept: TrainingState) throws(TrainingError) {
    try load(kept.parameters)
    var memory: [[Double]] = []
    for name in plan.optimizer.method.memoryNames {
      var numbers: [Double] = []
      for (parameter, value) in training.parameters {
        guard let array = kept.memory["\(name) of \(parameter)"], array.shape == value.shape else {
          throw .parameter(
            "\(name) of \(parameter)", .missing(known: kept.memory.keys.sorted()))
        }
        numbers += array.elements
      }
      memory.append(numbers)
    }
    guard
      let state = OptimizerState(
        plan.optimizer, count: weights.count, stepCount: kept.stepCount, memory: memory)
    else { return }
    self.state = state
    epochs = kept.epochs
    firstLoss = kept.firstLoss
    lastLoss = kept.epochs.last?.loss
    beginEpoch()
  }

  /// What has to be kept at the end of an epoch to go on from there.
  public var kept: TrainingState {
    var memory: [String: NumericArray] = [:]
    for (name, numbers) in zip(plan.optimizer.method.memoryNames, state.memory) {
      var place = 0
      for (parameter, value) in training.parameters {
        let count = value.elements.count
        memory["\(name) of \(parameter)"] = NumericArray(
          Array(numbers[place..<place + count]), shape: value.shape)
        place += count
      }
    }
    return TrainingState(
      parameters: Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.value) }),
      memory: memory, stepCount: state.stepCount, epochs: epochs, firstLoss: firstLoss,
      plan: plan, exampleCount: training.examples?.count ?? 0)
  }
}
