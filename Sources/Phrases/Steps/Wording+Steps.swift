import Autodiff
import Expressions
import Teaching
import Training

/// The words for what comes after steps of descent.
extension Wording {
  /// What an entry after a step asks, in one sentence.
  static func question(after later: LaterQuantity, _ entry: Entry, in key: GraphKey) -> String {
    let name = key.graph.nodes[later.node].name
    let optimizer = key.list.steps?.optimizer ?? Optimizer(.descent)
    let steps = later.step == 1 ? "one step" : "\(later.step) steps"
    switch later.kind {
    case .memory:
      return "\(entry.name): what is kept for \(name) after \(steps) of \(optimizer.method.title)?"
    case .parameter:
      return "\(entry.name): where is \(name) after \(steps) of \(optimizer.method.title)?"
    case .value: return "\(entry.name): what is \(name) at the new numbers, after \(steps)?"
    case .derivative: return "\(entry.name): what is it at the new numbers, after \(steps)?"
    }
  }

  /// The same as a part of a sentence.
  static func subject(after later: LaterQuantity, _ entry: Entry, in key: GraphKey) -> String {
    let name = key.graph.nodes[later.node].name
    let count = later.step == 1 ? "one step" : "\(later.step) steps"
    switch later.kind {
    case .memory: return "\(entry.name), what is kept for \(name) after \(count)"
    case .parameter:
      return "\(entry.name), where \(count) \(later.step == 1 ? "leads" : "lead") \(name)"
    case .value: return "\(entry.name), the value of \(name) after \(count)"
    case .derivative: return "\(entry.name), the derivative after \(count)"
    }
  }

  /// The rule of a step, in names and in numbers.
  static func reasonOfStep(_ index: Int, in key: GraphKey) -> WorkedRule {
    guard let formula = StepFormula(of: index, in: key) else { return WorkedRule() }
    return WorkedRule(rule: formula.names, numbers: formula.numbers)
  }

  /// Hints on an entry after a step: where to look, the rule, and the computation.
  static func hintsAfterStep(
    _ later: LaterQuantity, _ last: Hint, in key: GraphKey
  ) -> [Hint] {
    let name = key.graph.nodes[later.node].name
    let output = key.list.outputName
    let slope = ComputationGraph.derivativeName(of: output, by: name)
    let optimizer = key.list.steps?.optimizer ?? Optimizer(.descent)
    let now = later.step == 1 ? "" : " after \(later.step - 1)"
    switch later.kind {
    case .parameter, .memory:
      let look =
        "\(slope)\(now) says which way \(output) rises; the step goes the other way, from "
        + "\(name)\(now), and rate says how far"
      let teach =
        switch (later.kind, optimizer.method) {
        case (.memory, .momentum): "v is beta times the v before, plus the derivative"
        case (.memory, .averagedMomentum):
          "v is beta times the v before, plus 1 - beta times the derivative"
        case (.memory, .velocity): "v is beta times the v before, less rate times the derivative"
        case (.memory, _):
          "m is the mean of the derivatives and v that of their squares: beta times the one "
            + "before, plus 1 - beta times the new one"
        case (_, .descent): "the rule: \(name), less rate times the derivative"
        case (_, .momentum), (_, .averagedMomentum): "the rule: \(name), less rate times the new v"
        case (_, .velocity): "the rule: \(name) plus the new v"
        case (_, .adam):
          "divide m by 1 - beta1^\(later.step) and v by 1 - beta2^\(later.step) first; then "
            + "\(name), less rate times m over the root of v"
        }
      return [Hint(text: look), Hint(text: teach), last]
    case .value:
      return [
        Hint(text: "all parameters have moved; work from left to right with the new numbers"),
        Hint(text: "the formulas stay, the numbers change: nothing of the pass before is used"),
        last,
      ]
    case .derivative:
      return [
        Hint(text: "the derivative belongs to where the parameters are now, after the step"),
        Hint(text: "work out the values with the new numbers, and then backward as before"), last,
      ]
    }
  }
}
