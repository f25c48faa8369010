import Autodiff
import Teaching
import Training

extension WrongRuleWords {
  /// What is said of a wrong rule about steps of descent.
  func step(_ rule: WrongRule) -> String? {
    guard let later = entry.later, let plan = key.list.steps else { return nil }
    return StepRuleWords(later, plan, typed: typed, in: key.list).sentence(on: rule)
  }
}

/// What is said of wrong rules about steps of descent.
struct StepRuleWords {
  private let later: LaterQuantity
  private let plan: StepPlan
  private let typed: String
  private let parameter: String
  private let output: String

  /// - Parameter typed: the answer as it is quoted.
  init(_ later: LaterQuantity, _ plan: StepPlan, typed: String, in list: EntryList) {
    self.later = later
    self.plan = plan
    self.typed = typed
    parameter = list.graph.nodes[later.node].name
    output = list.outputName
  }

  /// The sentence on a rule; `nil` for a rule that is not about steps.
  func sentence(on rule: WrongRule) -> String? {
    let slope = ComputationGraph.derivativeName(of: output, by: parameter)
    let isValue = later.kind == .value
    let method = plan.optimizer.method
    switch rule {
    case .stepAdded where isValue || later.kind == .derivative:
      return
        "\(typed) is what comes of a step uphill: the step is subtracted, so that \(output) falls"
    case .stepAdded where method == .velocity:
      return
        "\(typed) goes uphill: v takes rate times the derivative off, and \(parameter) adds v"
    case .stepAdded:
      return "\(typed) adds the step; \(output) rises along \(slope), so the step is subtracted"
    case .rateForgotten:
      return "\(typed) goes the whole derivative far; a step is rate times that"
    case .stepInTurn:
      return
        "\(typed) takes a derivative after another parameter had moved; all derivatives of a step "
        + "are taken before anything moves"
    case .correctionForgotten:
      return
        "\(typed) leaves out Adam's correction: m and v began at 0, so each is divided by "
        + "1 - beta^\(later.step) first"
    case .momentumForgotten:
      return "\(typed) forgets what was kept of the step before, beta times the old one"
    case .otherMomentum:
      return
        "\(typed) is v by another course's rule; here it is \(momentumRule(method))"
    case .shareForgotten: return "\(typed) adds the new part whole; it counts 1 - beta times"
    case .sharesSwapped:
      return "\(typed) has beta and 1 - beta in each other's place; beta goes with what was kept"
    case .squareForgotten:
      return "\(typed) takes the derivative itself into v; v is a mean of its square"
    case .rootForgotten: return "\(typed) divides by v itself; Adam divides by its root"
    case .staleDerivative:
      return
        "\(typed) uses a derivative of an earlier step again; \(slope) is another one at the new "
        + "numbers"
    case .stepFromStart:
      return
        "\(typed) makes the step from where \(parameter) was at first; this step goes on from "
        + "where the one before led"
    case .oneMoved: return "\(typed) is \(parameter) when one parameter alone has moved; all move"
    case .notMoved:
      return
        later.step == 1
        ? "\(typed) is where it was before the step" : "\(typed) is what it was a step before"
    case .straightLine:
      return
        "\(typed) follows the slope to the new numbers; \(parameter) bends, so compute it anew there"
    case .stepAlone:
      return "\(typed) is how far the step goes; the question is where it leads \(parameter)"
    default: return nil
    }
  }

  private func momentumRule(_ method: Optimizer.Method) -> String {
    method == .velocity
      ? "beta times the old v, less rate times the derivative"
      : "beta times the old v, plus the derivative"
  }
}
