public import Expressions

/// What a step of descent does to one parameter, in numbers of any kind.
///
/// It is the rule of `OptimizerState`, number by number, so that it can also be followed wrongly.
public struct StepRule: Hashable, Sendable {
  public var optimizer: Optimizer
  /// How the rule is broken; `nil` where it is kept.
  public var fault: StepFault?

  public init(_ optimizer: Optimizer, breaking fault: StepFault? = nil) {
    self.optimizer = optimizer
    self.fault = fault
  }

  /// What is kept for the next step, in the order of `Optimizer.Method.memoryNames`.
  ///
  /// - Parameters:
  ///   - old: the same before the step.
  ///   - g: the derivative of the output by the parameter.
  public func memory<Number: Scalar>(after old: [Number], _ g: Number) -> [Number] {
    let beta = Number(optimizer.beta)
    let rest = Number(1) - beta
    let rate = Number(optimizer.rate)
    switch optimizer.method {
    case .descent: return []
    case .momentum:
      switch fault {
      case .memoryForgotten: return [g]
      case .otherMomentum: return [beta * old[0] + rest * g]
      case .sharesSwapped: return [rest * old[0] + beta * g]
      default: return [beta * old[0] + g]
      }
    case .averagedMomentum: return [average(old[0], g, beta)]
    case .velocity:
      switch fault {
      case .addedToVelocity: return [beta * old[0] + rate * g]
      case .rateForgotten: return [beta * old[0] - g]
      case .memoryForgotten: return [Number(0) - rate * g]
      case .otherMomentum: return [beta * old[0] + g]
      case .sharesSwapped: return [rest * old[0] - rate * g]
      default: return [beta * old[0] - rate * g]
      }
    case .adam:
      let square = fault == .squareForgotten ? g : g * g
      return [average(old[0], g, beta), average(old[1], square, Number(optimizer.beta2))]
    }
  }

  private func average<Number: Scalar>(_ old: Number, _ new: Number, _ beta: Number) -> Number {
    let rest = Number(1) - beta
    switch fault {
    case .memoryForgotten: return rest * new
    case .shareForgotten: return beta * old + new
    case .sharesSwapped: return rest * old + beta * new
    default: return beta * old + rest * new
    }
  }

  /// Where the parameter is after a step.
  ///
  /// - Parameters:
  ///   - w: where it was.
  ///   - g: the derivative of the output by it, before the step.
  ///   - memory: what is kept after the step.
  ///   - number: the number of the step, from 1.
  public func parameter<Number: Scalar>(
    _ w: Number, _ g: Number, _ memory: [Number], step number: Int
  ) -> Number {
    if fault == .notMoved { return w }
    let move: Number
    switch optimizer.method {
    case .descent: move = scaled(g)
    case .momentum, .averagedMomentum: move = scaled(memory[0])
    case .velocity: return fault == .added ? w - memory[0] : w + memory[0]
    case .adam: move = scaled(direction(memory, step: number))
    }
    return fault == .added ? w + move : w - move
  }

  private func scaled<Number: Scalar>(_ number: Number) -> Number {
    fault == .rateForgotten ? number : Number(optimizer.rate) * number
  }

  /// Adam's mean, corrected, over the root of the mean square, corrected.
  private func direction<Number: Scalar>(_ memory: [Number], step number: Int) -> Number {
    func corrected(_ mean: Number, _ beta: Double, isForgotten: Bool) -> Number {
      if isForgotten { return mean }
      return mean / (Number(1) - .apply(.power, Number(beta), Number(Double(number))))
    }
    let isForgotten = fault == .correctionForgotten
    let mean = corrected(
      memory[0], optimizer.beta, isForgotten: isForgotten || fault == .meanUncorrected)
    let square = corrected(
      memory[1], optimizer.beta2, isForgotten: isForgotten || fault == .squareUncorrected)
    let root = fault == .rootForgotten ? square : .apply(.sqrt, square, square)
    return mean / (root + Number(optimizer.epsilon))
  }
}

/// How learners break the rule of a step.
public enum StepFault: CaseIterable, Hashable, Sendable {
  /// Added in place of subtracted.
  case added
  /// Added to the velocity in place of subtracted.
  case addedToVelocity
  case rateForgotten
  /// Both of Adam's corrections.
  case correctionForgotten
  case meanUncorrected, squareUncorrected
  /// What was kept before is left out.
  case memoryForgotten
  /// Momentum as another course has it.
  case otherMomentum
  /// 1 - beta in front of what is new.
  case shareForgotten
  /// beta and 1 - beta in each other's place.
  case sharesSwapped
  /// The derivative in place of its square.
  case squareForgotten
  /// The mean square in place of its root.
  case rootForgotten
  /// Nothing moves.
  case notMoved
}

extension Scalar {
  fileprivate static func + (a: Self, b: Self) -> Self { apply(.add, a, b) }
  fileprivate static func - (a: Self, b: Self) -> Self { apply(.subtract, a, b) }
  fileprivate static func * (a: Self, b: Self) -> Self { apply(.multiply, a, b) }
  fileprivate static func / (a: Self, b: Self) -> Self { apply(.divide, a, b) }
}
