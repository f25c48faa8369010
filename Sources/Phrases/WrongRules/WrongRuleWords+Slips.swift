import Autodiff
import Expressions
import Lessons
import Sessions
import Teaching

extension WrongRuleWords {
  /// What is said of rules that need to know which box, path, term or key they were followed at; nothing of others.
  package func slip(_ reason: Reason) -> String? {
    switch reason.rule {
    case .arithmetic: arithmetic
    case .signInside: signInside(reason.place)
    case .calculatorKey: "\(typed) \(calculatorKey(reason.place))"
    case .otherFunction:
      placed(
        "uses the slope of \(functionName(reason.place)) instead of that of \(formula); each function has its "
          + "own rule")
    case .productRule:
      placed(
        reason.place == 2
          ? "multiplies the derivatives of the factors in \(formula); the product rule adds two terms, "
            + "each the derivative of one factor times the other"
          : "has one term of the product rule for \(formula); \(operand) moves both factors, and both "
            + "terms count")
    case .quotientRule:
      placed(
        "mixes up the quotient rule for \(formula); the derivative of a/b is 1/b by a, and -a/b\(squared) by b"
      )
    case .maxHalf:
      placed(
        "gives half to each; in \(box) the chosen one passes on everything, the other one nothing")
    case .otherConvention: placed(otherConvention(reason.place))
    case .targetForgotten:
      "\(typed) forgets a term: here \(entry.name) is p - 1, the value p minus the target 1"
    case .pathSign:
      "\(typed) has the wrong sign on the path by way of \(name(reason.place)); all paths add up"
    case .pathMissing:
      "\(typed) leaves out the path by way of \(name(reason.place)); all paths add up"
    case .pathFactor:
      "\(typed) leaves out a factor on the path by way of \(name(reason.place)); on each path the local "
        + "derivative is multiplied by what comes from the right"
    case .timesValue:
      "\(typed) multiplies by \(name(reason.place)) itself; the value is not the derivative: the chain rule "
        + "multiplies derivatives only"
    case .wholeDerivative:
      (isAsked(reason.place)
        ? "\(typed) is more than this box" : "\(typed) goes all the way to \(output)")
        + "; \(entry.name) is about one box alone: how far does \(node) move with \(operand)?"
    case .sentTwice:
      "\(typed) passes the same part on from \(name(reason.place)) twice; add up what arrives there, "
        + "then pass the sum on once"
    case .weightForgotten:
      "\(typed) leaves out weights on the way back; each product passes the change on times its other factor"
    case .coarseNudge:
      "\(typed) is what a larger nudge gives; the smaller the nudge, the nearer it comes to \(entry.name)"
    default: nil
    }
  }

  /// Whether the derivative of the output with respect to a node is still to be found.
  private func isAsked(_ place: Int?) -> Bool {
    place.flatMap { key.list.derivative(of: $0) }.map { !isKnown($0) } ?? false
  }

  private func name(_ place: Int?) -> String {
    place.map { key.graph.nodes[$0].name } ?? node
  }

  /// Whose convention an answer at a corner is, and what is agreed here.
  private func otherConvention(_ place: Int?) -> String {
    let operands = key.forward.operandValues(of: entry.node)
    guard let expression = key.graph.nodes[entry.node].formula?.expression, let place else {
      return "follows another library's convention"
    }
    let rivals = expression.rivalSlopes(from: expression.termValues(at: operands))
    guard rivals.indices.contains(place) else { return "follows another library's convention" }
    let rival = rivals[place]
    let part = expression.part(rival.term).text(isASCII: voice.isASCII)
    switch rival.corner {
    case .relu, .abs:
      return
        "follows the convention of \(rival.libraries) at 0; here the slope of \(part) at 0 is 0"
    default:
      return
        "follows the convention of \(rival.libraries) in a tie; here a tie goes to the first of \(part)"
    }
  }

  private func functionName(_ place: Int?) -> String {
    place.flatMap { Operation(rawValue: UInt8($0)) }?.functionName ?? "another function"
  }

  /// What is to be worked out once more, as far as its numbers may be told.
  private var arithmetic: String {
    let index = key.list.index(of: entry.name) ?? 0
    let reason = Wording.reason(for: index, in: key, voice: voice, where: isKnown)
    guard reason.leavesWork else { return "\(typed) is nearly right; check it again" }
    return "\(typed) is nearly right; compute \(reason.computation) again"
  }

  /// Which minus was lost inside a value.
  private func signInside(_ place: Int?) -> String {
    guard let expression = key.graph.nodes[entry.node].formula?.expression,
      let place, expression.terms.indices.contains(place)
    else { return "\(typed) loses a minus in \(formula)" }
    let part = expression.part(place)
    let operands = key.graph.nodes[entry.node].operands
    guard operands.allSatisfy({ key.list.forward(of: $0).map(isKnown) ?? true }) else {
      return "\(typed) loses the minus of \(part.text(isASCII: voice.isASCII)) in \(formula)"
    }
    let bindings = Dictionary(
      operands.map { (key.graph.nodes[$0].name, key.forward.values[$0]) },
      uniquingKeysWith: { first, _ in first })
    guard let value = part.value(at: bindings) else {
      return "\(typed) loses a minus in \(formula)"
    }
    let text = part.text(isASCII: voice.isASCII)
    return value < 0
      ? "\(typed) loses a minus: \(text) is \(value.roundedText) in \(formula)"
      : "\(typed) has the wrong sign at \(text), which is \(value.roundedText) in \(formula)"
  }

  private func calculatorKey(_ place: Int?) -> String {
    switch place.flatMap(CalculatorKey.init(rawValue:)) {
    case .log10:
      "comes from the key log, with base 10; here ln is the natural logarithm, with base e"
    case .log2: "comes from a logarithm with base 2; here ln is the natural logarithm, with base e"
    case .tenToThe: "comes from a power of 10; exp is a power of e"
    case .timesE: "is e times the number; exp is e to the power of the number"
    case .tan: "comes from the key tan; tanh is another function"
    case .degrees: "comes from a calculator set to degrees; here angles are in radians"
    case .parenthesis:
      "divides by the first term alone; \(formula) divides by the whole sum, so put it in parentheses"
    case .minusInExponent: "has e to the plus, where \(formula) has e to the minus"
    case .exponentialAlone:
      "is an exponential alone; the sigmoid in \(formula) is 1/(1 + e^-z), where z is what goes into it"
    case nil: "comes from another key of the calculator"
    }
  }

  /// What can be said of an answer that no rule explains: its sign and its size, and where to look.
  var withoutReason: String {
    let right = key.value(of: key.list.index(of: entry.name) ?? 0)
    let nudge =
      entry.kind == .forward || !session.mayLook
      ? "" : "; \(voice.shortcut(for: .nudge)) shows how far it moves"
    if right == 0 { return "it is nearer to 0\(nudge)" }
    if number == 0 { return "it is not 0 here\(nudge)" }
    if (number < 0) != (right < 0) {
      return "it is \(right < 0 ? "negative" : "positive") here\(since(right))\(nudge)"
    }
    let ratio = abs(number / right)
    let size =
      switch ratio {
      case ..<0.5: "much too small"
      case ..<0.9: "too small"
      case ..<1: "a little too small"
      case ..<1.1: "a little too large"
      case ..<2: "too large"
      default: "much too large"
      }
    return "its size is \(size)\(nudge)"
  }

  /// Whence a derivative has its sign, where that may be told.
  private func since(_ right: Double) -> String {
    guard entry.kind != .forward, !entry.isLocal, entry.slot != nil,
      entry.prerequisites.allSatisfy(isKnown)
    else { return "" }
    let factors = entry.prerequisites.map {
      "\(key.list.entries[$0].name) = \(key.value(of: $0).roundedText)"
    }
    return ", since \(Wording.list(factors))"
  }
}
