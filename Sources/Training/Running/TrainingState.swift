public import Expressions

/// What training has reached at the end of an epoch, enough to go on from there as if it had never stopped.
public struct TrainingState: Hashable, Sendable {
  public var parameters: [String: NumericArray]
  /// What the optimizer keeps, by names such as `m of W1`.
  public var memory: [String: NumericArray]
  public var stepCount: Int
  public var epochs: [EpochResult]
  public var firstLoss: Double?
  public var plan: TrainingPlan
  public var exampleCount: Int
}

extension TrainingState {
  /// Names of arrays that are no parameters.
  private static let settingsName = "training settings"
  private static let epochsName = "training epochs"
  private static let memoryMark = " of "
  private static let version = 1.0
  /// What stands where an epoch has no number of some kind.
  private static let noNumber = -1.0

  /// Why arrays are no state.
  public enum Problem: Error, Hashable, Sendable {
    /// They hold no settings of training.
    case notAState
    /// A later version of the program wrote them.
    case newer
    /// The settings or the epochs are not as they were written.
    case damaged
  }

  /// The state as arrays with names, in the order in which a file has them: the parameters under their own names.
  public var arrays: [(name: String, value: NumericArray)] {
    let settings: [Double] = [
      TrainingState.version,
      Double(Optimizer.Method.allCases.firstIndex(of: plan.optimizer.method)!),
      plan.optimizer.rate, plan.optimizer.beta, plan.optimizer.beta2, plan.optimizer.epsilon,
      Double(plan.batch), plan.heldOutShare, Double(plan.seed >> 32),
      Double(plan.seed & 0xFFFF_FFFF), plan.isInOrder ? 1 : 0, Double(stepCount),
      Double(exampleCount), firstLoss ?? TrainingState.noNumber, firstLoss == nil ? 0 : 1,
    ]
    let sizeCount = epochs.first?.derivativeSizes.count ?? 0
    let rows = epochs.map { epoch in
      [
        epoch.loss, epoch.accuracy ?? TrainingState.noNumber,
        epoch.heldOutLoss ?? TrainingState.noNumber, epoch.heldOutLoss == nil ? 0 : 1,
        epoch.heldOutAccuracy ?? TrainingState.noNumber,
      ] + epoch.derivativeSizes
    }
    return parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      + memory.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [
        (TrainingState.settingsName, NumericArray(settings)),
        (
          TrainingState.epochsName,
          NumericArray(rows.flatMap { $0 }, shape: Shape(rows.count, 5 + sizeCount))
        ),
      ]
  }

  /// Reads a state.
  public init(arrays: [String: NumericArray]) throws(Problem) {
    guard let settings = arrays[TrainingState.settingsName]?.elements, settings.count > 0 else {
      throw .notAState
    }
    guard settings[0] <= TrainingState.version else { throw .newer }
    guard settings.count == 15, let table = arrays[TrainingState.epochsName],
      table.shape.axes == 2, table.shape.sizes[1] >= 5,
      let method = Optimizer.Method.allCases.indices.contains(Int(exactly: settings[1]) ?? -1)
        ? Optimizer.Method.allCases[Int(settings[1])] : nil,
      let batch = Int(exactly: settings[6]), batch > 0, (0..<1).contains(settings[7]),
      let high = UInt32(exactly: settings[8]), let low = UInt32(exactly: settings[9]),
      let stepCount = Int(exactly: settings[11]), stepCount >= 0,
      let exampleCount = Int(exactly: settings[12])
    else { throw .damaged }
    plan = TrainingPlan(
      Optimizer(
        method, rate: settings[2], beta: settings[3], beta2: settings[4], epsilon: settings[5]),
      batch: batch, heldOutShare: settings[7], seed: UInt64(high) << 32 | UInt64(low),
      isInOrder: settings[10] == 1)
    self.stepCount = stepCount
    self.exampleCount = exampleCount
    firstLoss = settings[14] == 1 ? settings[13] : nil
    let width = table.shape.sizes[1]
    epochs = (0..<table.shape.sizes[0]).map { row in
      let numbers = Array(table.elements[row * width..<(row + 1) * width])
      func accuracy(_ number: Double) -> Double? { number < 0 ? nil : number }
      return EpochResult(
        number: row + 1, loss: numbers[0], accuracy: accuracy(numbers[1]),
        heldOutLoss: numbers[3] == 1 ? numbers[2] : nil, heldOutAccuracy: accuracy(numbers[4]),
        derivativeSizes: Array(numbers[5...]))
    }
    parameters = [:]
    memory = [:]
    for (name, array) in arrays
    where name != TrainingState.settingsName && name != TrainingState.epochsName {
      if name.contains(TrainingState.memoryMark) {
        memory[name] = array
      } else {
        parameters[name] = array
      }
    }
  }
}
