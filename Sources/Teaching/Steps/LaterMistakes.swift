import Autodiff
import Training

/// What each wrong rule about steps of descent gives for a quantity after one.
struct LaterMistakes: SuspectedSteps {
  private(set) var mistakes: [Mistake] = []
  let quantity: LaterQuantity
  private let key: AnswerKey
  private let own: [Int: Double]
  let moving: [Int]

  /// - Parameters:
  ///   - own: the learner's own numbers, by entry.
  ///   - settled: the entries before that stand there found; the steps that led to them are no suspects.
  init(_ quantity: LaterQuantity, in key: AnswerKey, own: [Int: Double], settled: Set<Int>) {
    self.quantity = quantity
    self.key = key
    self.own = own
    moving = key.movingParameters
    let sources = key.list.index(of: quantity).map { key.list.entries[$0].prerequisites } ?? []
    let isMoved = !sources.isEmpty && sources.allSatisfy(settled.contains)
    switch quantity.kind {
    case .parameter:
      addFaults()
      if !isMoved || !hasMemory { addTurns() }
      addSteps()
      addOldDerivatives(isMoved: isMoved)
    case .memory:
      addFaults()
      addTurns()
      addOldDerivatives(isMoved: isMoved)
    case .value, .derivative:
      if !isMoved {
        addFaults()
        addTurns()
      }
      addUnmoved()
      if quantity.kind == .value, quantity.node == key.graph.output { addStraightLine() }
    }
  }

  private var hasMemory: Bool {
    !(steps?.optimizer.method.memoryNames.isEmpty ?? true)
  }

  var steps: StepPlan? { key.list.steps }

  func value(_ way: LaterNumbers.Way) -> Double { value(way, own: own) }

  private func value(_ way: LaterNumbers.Way, own: [Int: Double]) -> Double {
    LaterNumbers(key, own: own, until: quantity.step, way).value(quantity)
  }

  mutating func add(_ rule: WrongRule, _ value: Double) {
    mistakes.append(Mistake(rule, value))
  }

  /// The parameter before the step, and how far it goes.
  private mutating func addSteps() {
    let before = LaterNumbers(key, own: own, until: quantity.step)
    var old = quantity
    old.step -= 1
    let (start, end) = (before.value(old), before.value(quantity))
    add(.notMoved, start)
    add(.stepAlone, start - end)
    add(.stepAlone, end - start)
  }

  /// A later step made with the derivative of an earlier one, or from where all began.
  private mutating func addOldDerivatives(isMoved: Bool) {
    guard quantity.step > 1 else { return }
    var stale = own
    for node in moving {
      let place = LaterQuantity(.derivative, of: node, after: quantity.step - 1)
      guard let entry = key.list.index(of: place) else { continue }
      var earlier = place
      earlier.step -= 1
      stale[entry] =
        earlier.step == 0
        ? key.backward.derivatives[node]
        : LaterNumbers(key, own: own, until: earlier.step).value(earlier)
    }
    add(.staleDerivative, value(LaterNumbers.Way(), own: stale))
    guard quantity.kind == .parameter else { return }
    let numbers = LaterNumbers(key, own: own, until: quantity.step)
    var old = quantity
    old.step -= 1
    let move = numbers.value(quantity) - numbers.value(old)
    add(.stepFromStart, key.forward.values[quantity.node] + move)
  }

  /// The graph before the step, and with one parameter moved alone.
  private mutating func addUnmoved() {
    var old = quantity
    old.step -= 1
    if old.step == 0 {
      add(
        .notMoved,
        quantity.kind == .value
          ? key.exactValue(of: quantity.node) : key.backward.derivatives[quantity.node])
    } else {
      add(.notMoved, LaterNumbers(key, own: own, until: old.step).value(old))
    }
    guard (2...16).contains(moving.count), quantity.step == 1 else { return }
    for node in moving { add(.oneMoved, value(LaterNumbers.Way(moving: [node]))) }
  }

  /// The output as its slopes let expect it.
  private mutating func addStraightLine() {
    let numbers = LaterNumbers(key, own: own, until: quantity.step)
    var sum: Double
    if quantity.step == 1 {
      sum = key.exactValue(of: quantity.node)
    } else {
      var old = quantity
      old.step -= 1
      sum = numbers.value(old)
    }
    for node in moving {
      let step = quantity.step
      let slope = numbers.value(LaterQuantity(.derivative, of: node, after: step - 1))
      sum +=
        slope
        * (numbers.value(LaterQuantity(.parameter, of: node, after: step))
          - numbers.value(LaterQuantity(.parameter, of: node, after: step - 1)))
    }
    add(.straightLine, sum)
  }
}

extension StepFault {
  var rule: WrongRule {
    switch self {
    case .added, .addedToVelocity: .stepAdded
    case .rateForgotten: .rateForgotten
    case .correctionForgotten, .meanUncorrected, .squareUncorrected: .correctionForgotten
    case .memoryForgotten: .momentumForgotten
    case .otherMomentum: .otherMomentum
    case .shareForgotten: .shareForgotten
    case .sharesSwapped: .sharesSwapped
    case .squareForgotten: .squareForgotten
    case .rootForgotten: .rootForgotten
    case .notMoved: .notMoved
    }
  }

  /// Whether an optimizer's rule can be broken so.
  func applies(to plan: StepPlan?) -> Bool {
    guard let method = plan?.optimizer.method else { return false }
    switch self {
    case .added, .rateForgotten, .notMoved: return true
    case .addedToVelocity: return method == .velocity
    case .correctionForgotten, .meanUncorrected, .squareUncorrected, .squareForgotten,
      .rootForgotten:
      return method == .adam
    case .memoryForgotten: return method != .descent
    case .otherMomentum: return method == .momentum || method == .velocity
    case .shareForgotten: return method == .averagedMomentum || method == .adam
    case .sharesSwapped: return method != .descent
    }
  }
}
