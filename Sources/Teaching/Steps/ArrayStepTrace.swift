import Autodiff
import Expressions
import Training

/// The exact numbers of a graph with arrays after each step, and the same where the last bits of the inputs are others.
struct ArrayStepTrace: Hashable, Sendable {
  private let exact: [LaterQuantity: NumericArray]
  private let jittered: [LaterQuantity: NumericArray]
  /// How far what keeps Adam from dividing by 0 moves a parameter: it counts as rounding.
  private let slack: [LaterQuantity: NumericArray]

  /// - Throws: `EvaluationError` where a value or derivative is not finite after some step.
  /// - Complexity: some passes forward and backward for each step.
  init(_ key: ArrayAnswerKey, _ plan: StepPlan) throws(EvaluationError) {
    let reading = key.reading
    let graph = reading.graph
    func numbers(_ point: ArrayPoint, _ plan: StepPlan) -> ArrayLaterNumbers {
      ArrayLaterNumbers(reading, at: point, plan, until: plan.count)
    }
    let own = numbers(key.points[0], plan)
    let other = numbers(key.jittered ?? key.points[0], plan)
    var plain = plan
    plain.optimizer.epsilon = 0
    let bare = plan.optimizer.method == .adam ? numbers(key.points[0], plain) : nil
    var (exact, jittered, slack):
      (
        [LaterQuantity: NumericArray], [LaterQuantity: NumericArray], [LaterQuantity: NumericArray]
      ) = ([:], [:], [:])
    for step in 1..<plan.count + 1 {
      let moving = graph.movingParameters(of: plan)
      var quantities = graph.operations.map { LaterQuantity(.value, of: $0, after: step) }
      for node in moving {
        quantities += plan.optimizer.method.memoryNames.indices.map {
          LaterQuantity(.memory($0), of: node, after: step)
        }
        quantities += [LaterQuantity.Kind.parameter, .derivative].map {
          LaterQuantity($0, of: node, after: step)
        }
      }
      for quantity in quantities {
        guard let value = own.value(quantity) else {
          throw .value(
            node: graph.nodes[quantity.node].name,
            formula: graph.nodes[quantity.node].formula?.expression.text ?? "")
        }
        exact[quantity] = value
        jittered[quantity] = other.value(quantity) ?? value
        if let bare = bare?.value(quantity), bare.isFinite {
          slack[quantity] = NumericArray.join(value, bare) { abs($0 - $1) }
        }
      }
    }
    self.exact = exact
    self.jittered = jittered
    self.slack = slack
  }

  func value(of quantity: LaterQuantity) -> NumericArray {
    cut(exact[quantity.whole] ?? NumericArray(.nan), quantity)
  }

  /// The numbers of a quantity with a bound on the machine's rounding for each.
  func exactNumbers(of quantity: LaterQuantity) -> [ExactNumber] {
    let value = value(of: quantity)
    let other = cut(jittered[quantity.whole] ?? value, quantity)
    let slack = slack[quantity.whole].map { cut($0, quantity) }
    return value.exactNumbers(besides: other).enumerated().map { place, number in
      guard let slack = slack?[place], slack <= 1e-6 * abs(number.value) else { return number }
      var bounded = number.number
      bounded.error += slack
      return ExactNumber(bounded)
    }
  }

  private func cut(_ array: NumericArray, _ quantity: LaterQuantity) -> NumericArray {
    quantity.cell.map { NumericArray(array[array.place(of: $0)]) } ?? array
  }
}
