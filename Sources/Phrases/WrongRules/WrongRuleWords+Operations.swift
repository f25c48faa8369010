import Autodiff
import Expressions
import Teaching

extension WrongRuleWords {
  /// The formula of the entry's box.
  package var formula: String {
    key.graph.nodes[entry.node].formula?.expression.text(isASCII: voice.isASCII) ?? ""
  }

  /// The box with its name: `a = 2 + 3w`.
  package var box: String { "\(node) = \(formula)" }

  /// What enters the box, with its numbers: `x = -2 and w = 3`.
  package var inputs: String {
    Wording.list(
      key.graph.nodes[entry.node].operands.map { operand in
        let value = told(key.shownValue(of: operand), of: key.list.forward(of: operand))
        return "\(key.graph.nodes[operand].name) = \(value)"
      })
  }

  /// The part of the box's formula that a term is, where it is not all of it.
  private func part(_ term: Int?) -> String? {
    guard let expression = key.graph.nodes[entry.node].formula?.expression, let term,
      expression.terms.indices.contains(term), term != expression.root
    else { return nil }
    return expression.part(term).text(isASCII: voice.isASCII)
  }

  /// What a learner of a rule of one operation did to the local derivative; a rule of another group has none here.
  package func operation(_ reason: Reason) -> String? {
    let formula = part(reason.place) ?? formula
    return switch reason.rule {
    case .ownOperand:
      "uses \(operand) itself; the derivative of \(formula) by \(operand) is the other factor"
    case .sumAsProduct:
      "treats \(formula) as a product; a sum moves exactly as far as each of its terms"
    case .powerNotLowered:
      "brings the exponent of \(formula) down in front, and does not lower it"
    case .powerCoefficient:
      "lowers the exponent of \(formula), and forgets to bring it down in front"
    case .halfForgotten: "forgets the constant factor in \(formula)"
    case .halfKept: "takes the constant factor in \(formula) once too often"
    case .reluValue: "is what goes into relu in \(box); the slope of relu is 1 or 0"
    case .reluAlwaysOn:
      "lets the change through \(box); with \(inputs) what goes into relu is not positive, so nothing "
        + "flows"
    case .reluAlwaysOff:
      "stops the change at \(box); with \(inputs) what goes into relu is positive, so all of it flows"
    case .subtrahendSign:
      "forgets the minus in \(formula): what is subtracted pulls \(node) the other way"
    case .reciprocalSign:
      "forgets a minus: \(formula) divides by \(operand), which pulls \(node) the other way"
    case .productAsSum:
      "forgets the other factor of the product \(formula): in a product the other factor counts"
    case .productItself:
      "is the whole product in \(box); how far does \(node) move with \(operand)?"
    case .sumSplit:
      "shares the change out among the terms of \(formula); a sum passes the whole change on to each term"
    case .constantKept: "counts the number added in \(formula) as well; a constant does not move"
    case .biasAsWeight:
      "uses the factor of the product next to it; \(operand) is only added in \(formula)"
    case .maxBoth:
      "lets both through \(box); with \(inputs) only the chosen one moves \(node)"
    case .maxLoser: "picks the wrong one of \(formula); with \(inputs), which one is chosen?"
    case .maxScaled:
      "multiplies by the chosen value; \(box) passes the change on as it is, times 1"
    case .quotientNotSquared: "forgets to square what \(formula) divides by"
    case .powerIntegrated:
      "integrates \(formula), and raises its exponent; to differentiate, lower it by one"
    case .powerRaised: "raises the exponent of \(formula); lower it by one"
    case .sigmoidValue: "is the value s of the sigmoid in \(box); its slope is s (1 - s)"
    case .sigmoidOfInput:
      "puts what goes into the sigmoid, \(inputs), into s (1 - s); the sigmoid's value goes there"
    case .sigmoidTwice:
      "applies the sigmoid in \(box) twice; in s (1 - s), s is already its value"
    case .sigmoidOneMinus: "is 1 - s with the sigmoid's value s in \(box); the slope is s (1 - s)"
    case .tanhOneMinus:
      "lacks a square or has it at the wrong place; the slope of tanh in \(box) is 1 - s\(squared), where s is its value"
    case .expPower: "treats exp in \(box) as a power; exp is its own derivative"
    case .lnItself:
      "uses the logarithm's value in \(box); the slope of ln is 1 over what goes into it"
    case .cosSign: "has the wrong sign for \(formula): sin goes to cos, and cos to -sin"
    default: nil
    }
  }

  /// What a learner did who computed a value wrongly; a rule of another group has none here.
  package func value(_ rule: WrongRule) -> String? {
    switch rule {
    case .precedence:
      "\(typed) computes \(withNumbers) from left to right; powers come first, then products, then sums"
    case .squareOfSign where key.forward.values[entry.node] > 0:
      "\(typed) loses a sign in \(withNumbers): a negative number squared is positive"
    case .squareOfSign:
      "\(typed) loses a sign in \(withNumbers): the power comes first, and the minus stays"
    case .squareAsDouble:
      "\(typed) multiplies by the exponent in \(withNumbers); a power is the number times itself"
    case .operandMissing: "\(typed) leaves out a part of \(withNumbers)"
    case .operationSwapped:
      "\(typed) uses another operation than \(withNumbers), such as a sum for a product or the reverse"
    case .reluIgnored: "\(typed) passes a negative number through \(withNumbers); relu makes it 0"
    default: nil
    }
  }

  /// The formula, and where they may be told what it is with its numbers: `2 + 3w = 2 + 3 × 3`.
  private var withNumbers: String {
    guard
      key.graph.nodes[entry.node].operands.allSatisfy({
        key.list.forward(of: $0).map(isKnown) ?? true
      }),
      let expression = key.graph.nodes[entry.node].formula?.expression,
      let numbers = Wording.numbers(of: expression, at: entry.node, in: key, voice: voice)
    else { return formula }
    return "\(formula) = \(numbers)"
  }
}
