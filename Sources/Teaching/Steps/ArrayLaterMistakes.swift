import Autodiff
import Expressions
import Training

/// What each wrong rule about steps of descent gives for a quantity of a graph with arrays after one.
///
/// The mistakes come in the same order at every point; one that comes to nothing finite there has no numbers.
struct ArrayLaterMistakes: SuspectedSteps {
  private(set) var mistakes: [(rule: WrongRule, value: NumericArray?)] = []
  let quantity: LaterQuantity
  private let key: ArraySheetKey
  private let plan: StepPlan
  private let point: ArrayPoint
  let moving: [Int]
  private let numbers: ArrayLaterNumbers

  /// - Parameters:
  ///   - point: the numbers of the graph as it stands.
  ///   - isMoved: whether what leads to it stands there found, so that the steps before are no suspects.
  init(
    _ quantity: LaterQuantity, _ plan: StepPlan, in key: ArraySheetKey, at point: ArrayPoint,
    isMoved: Bool
  ) {
    self.quantity = quantity
    self.key = key
    self.plan = plan
    self.point = point
    moving = key.graph.movingParameters(of: plan)
    numbers = ArrayLaterNumbers(key.key.reading, at: point, plan, until: quantity.step)
    let hasMemory = !plan.optimizer.method.memoryNames.isEmpty
    switch quantity.kind {
    case .parameter:
      addFaults()
      if !isMoved || !hasMemory { addTurns() }
      addSteps()
      addOldDerivatives()
    case .memory:
      addFaults()
      addTurns()
      addOldDerivatives()
    case .value, .derivative:
      if !isMoved {
        addFaults()
        addTurns()
      }
      addUnmoved()
      if quantity.kind == .value, quantity.node == key.graph.output { addStraightLine() }
    }
    let right = numbers.value(quantity)
    add(.sign, right?.map { -$0 })
    add(.transposed, right?.turned)
  }

  var steps: StepPlan? { plan }

  func value(_ way: LaterNumbers.Way) -> NumericArray? { value(way, own: [:]) }

  private func value(
    _ way: LaterNumbers.Way, own: [LaterQuantity: NumericArray]
  ) -> NumericArray? {
    ArrayLaterNumbers(
      key.key.reading, at: point, plan, own: own, until: quantity.step, way
    ).value(quantity)
  }

  mutating func add(_ rule: WrongRule, _ value: NumericArray?) {
    mistakes.append((rule, value))
  }

  private var old: LaterQuantity {
    var old = quantity
    old.step -= 1
    return old
  }

  /// The parameter before the step, and how far it goes.
  private mutating func addSteps() {
    let (start, end) = (numbers.value(old), numbers.value(quantity))
    add(.notMoved, start)
    let move = start.flatMap { start in end.map { NumericArray.join($0, start, -) } }
    add(.stepAlone, move)
    add(.stepAlone, move?.map { -$0 })
  }

  /// A later step made with the derivative of an earlier one, or from where all began.
  private mutating func addOldDerivatives() {
    guard quantity.step > 1 else { return }
    var stale: [LaterQuantity: NumericArray] = [:]
    for node in moving {
      stale[LaterQuantity(.derivative, of: node, after: quantity.step - 1)] = numbers.value(
        LaterQuantity(.derivative, of: node, after: quantity.step - 2))
    }
    add(.staleDerivative, value(LaterNumbers.Way(), own: stale))
    guard quantity.kind == .parameter else { return }
    var first = quantity
    first.step = 0
    guard let start = numbers.value(first), let before = numbers.value(old),
      let now = numbers.value(quantity)
    else { return add(.stepFromStart, nil) }
    add(.stepFromStart, .join(start, .join(now, before, -), +))
  }

  /// The graph before the step, and with one parameter moved alone.
  private mutating func addUnmoved() {
    add(.notMoved, numbers.value(old))
    guard (2...16).contains(moving.count), quantity.step == 1 else { return }
    let before = numbers.value(old)
    for node in moving {
      // What does not depend on it is where it was.
      let moved = value(LaterNumbers.Way(moving: [node]))
      add(.oneMoved, moved == before ? nil : moved)
    }
  }

  /// The output as its slopes let expect it.
  private mutating func addStraightLine() {
    guard key.key.reading.starts.isEmpty, let before = numbers.value(old)?.number else { return }
    let step = quantity.step
    var sum = before
    for node in moving {
      guard let slope = numbers.value(LaterQuantity(.derivative, of: node, after: step - 1)),
        let from = numbers.value(LaterQuantity(.parameter, of: node, after: step - 1)),
        let to = numbers.value(LaterQuantity(.parameter, of: node, after: step))
      else { return add(.straightLine, nil) }
      for cell in slope.elements.indices { sum += slope[cell] * (to[cell] - from[cell]) }
    }
    add(.straightLine, NumericArray(sum))
  }
}
