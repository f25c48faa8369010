import Training

/// The wrong rules of steps that are the same for numbers and for arrays: the steps, made in another way.
protocol SuspectedSteps {
  /// What a quantity is after them.
  associatedtype Value

  var quantity: LaterQuantity { get }
  /// The steps that are asked.
  var steps: StepPlan? { get }
  /// The parameters that move.
  var moving: [Int] { get }

  func value(_ way: LaterNumbers.Way) -> Value
  mutating func add(_ rule: WrongRule, _ value: Value)
}

extension SuspectedSteps {
  mutating func addFaults() {
    for fault in StepFault.allCases where fault != .notMoved && fault.applies(to: steps) {
      add(fault.rule, value(LaterNumbers.Way(fault: fault, first: quantity.step)))
      if quantity.step > 1 { add(fault.rule, value(LaterNumbers.Way(fault: fault))) }
    }
  }

  /// Parameters that move one after the other, from either end.
  mutating func addTurns() {
    guard (2...64).contains(moving.count) else { return }
    for turn in [moving, moving.reversed()] {
      add(.stepInTurn, value(LaterNumbers.Way(first: quantity.step, turn: turn)))
      if quantity.step > 1 { add(.stepInTurn, value(LaterNumbers.Way(turn: turn))) }
    }
  }
}
