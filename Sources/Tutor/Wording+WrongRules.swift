import Autodiff
import Expressions
import Teaching

extension Wording {
  /// What a wrong answer shows to have been missed, in this graph's names and numbers; `%` stands for what was typed.
  ///
  /// Where several rules give the number the first is named as a likelihood.
  static func why(_ reasons: [Reason], _ index: Int, in worksheet: Worksheet) -> String? {
    guard let first = reasons.first else { return nil }
    let words = WrongRuleWords(index, in: worksheet.key)
    let sentence = words.sentence(on: first)
    let rivals = reasons.dropFirst().filter { ![.otherEntry, .sign].contains($0.rule) }
    guard !rivals.isEmpty, first.rule != .followsFromWrong else { return sentence }
    return "it looks as if \(sentence)"
  }
}

/// The sentences about wrong rules for one entry.
private struct WrongRuleWords {
  private let entry: Entry
  private let key: AnswerKey
  /// The node of the entry, the quantity to its left and the output.
  private let node: String
  private let operand: String
  private let output: String

  init(_ index: Int, in key: AnswerKey) {
    entry = key.list.entries[index]
    self.key = key
    node = key.graph.nodes[entry.node].name
    operand = key.operand(of: entry).map { key.graph.nodes[$0].name } ?? ""
    output = key.graph.nodes[key.graph.output].name
  }

  private var upstream: String { "d\(output)/d\(node)" }
  private var local: String { "d\(node)/d\(operand)" }

  private func number(_ value: Double) -> String { value.roundedText }

  private var upstreamValue: String { number(key.backward.derivatives[entry.node]) }

  private var localValue: String {
    entry.slot.map { number(key.backward.localDerivative(of: entry.node, slot: $0)) } ?? ""
  }

  private var formula: String {
    key.graph.nodes[entry.node].formula?.expression.displayText ?? ""
  }

  func sentence(on reason: Reason) -> String {
    switch reason.rule {
    case .followsFromWrong:
      let name = reason.other.map { key.list.entries[$0].name } ?? "an earlier answer"
      return "% is consistent with your \(name), which is off; mend that first"
    case .otherEntry:
      let other = reason.other.map { key.list.entries[$0].name } ?? "another entry"
      return "% is \(other), and \(entry.name) is asked here"
    case .sign: return "% has the right size and the wrong sign"
    case .powerOfTen: return "% has the right digits; the decimal point has moved"
    default:
      return operation(reason.rule) ?? forward(reason.rule) ?? chain(reason.rule)
        ?? quantity(reason.rule) ?? "% is not it"
    }
  }

  // The cases of each group, one sentence a rule; a rule of another group has none here.

  private func operation(_ rule: WrongRule) -> String? {
    switch rule {
    case .ownOperand:
      "% takes \(operand) itself; in a product the other factor is the local derivative"
    case .sumAsProduct:
      "% treats the sum as a product; a sum moves exactly as far as each of its terms"
    case .powerNotLowered: "% has the power in front, and did not lower the exponent by one"
    case .powerCoefficient: "% lowers the exponent, and forgets the power that comes down in front"
    case .halfForgotten: "% forgets the constant factor in \(formula)"
    case .halfKept: "% takes the constant factor in \(formula) once too often"
    case .reluValue: "% is what goes into relu; its slope is 1 or 0"
    case .reluAlwaysOn: "% lets it through; what goes into relu is not positive, so nothing flows"
    case .reluAlwaysOff: "% stops it; what goes into relu is positive, so all of it flows"
    case .subtrahendSign: "% forgets that what is subtracted pulls the other way: -1"
    case .reciprocalSign: "% forgets the minus of 1/x: as x grows, 1/x shrinks"
    case .productAsSum: "% treats the product as a sum; in a product the other factor counts"
    case .productItself: "% is the product itself; how far does it move with \(operand)?"
    case .sumSplit: "% splits the change; a sum passes all of it on to each term"
    case .constantKept: "% counts the constant in \(formula) as well; a constant does not move"
    case .biasAsWeight: "% is the factor of the product; \(operand) is only added"
    case .maxBoth: "% moves with both; only the larger one moves max, the smaller one min"
    case .maxLoser: "% gives it to the one that was not chosen"
    case .maxScaled:
      "% multiplies by the value; the one that is chosen is passed on as it is, times 1"
    case .quotientNotSquared: "% forgets to square what is divided by"
    case .powerIntegrated: "% integrates the power; to differentiate, lower the exponent"
    case .powerRaised: "% raises the exponent; it is lowered by one"
    case .sigmoidValue: "% is the sigmoid's value s; its slope is s (1 - s)"
    case .sigmoidOfInput:
      "% puts the input into s (1 - s); it is the sigmoid's value that goes there"
    case .sigmoidTwice: "% takes the sigmoid twice; in s (1 - s) s is its value already"
    case .sigmoidOneMinus: "% is 1 - s; the slope is s (1 - s)"
    case .tanhOneMinus:
      "% lacks a square or has it at the wrong place; the slope is 1 - s², s the value"
    case .expPower: "% treats exp as a power; exp is its own derivative"
    case .lnItself: "% uses the logarithm's value; the slope of ln x is 1/x"
    case .cosSign: "% has the sign of the other one: sin goes to cos, cos to -sin"
    default: nil
    }
  }

  private func forward(_ rule: WrongRule) -> String? {
    switch rule {
    case .precedence: "% works \(formula) off from left to right; powers come first, then products"
    case .squareOfSign: "% loses the sign in the power: a negative number squared is positive"
    case .squareAsDouble: "% multiplies by the exponent; a square is the number times itself"
    case .operandMissing: "% leaves out a part of \(formula)"
    case .operationSwapped:
      "% mistakes an operation in \(formula): adding for multiplying, or the reverse"
    case .reluIgnored: "% passes a negative number through; relu makes it 0"
    default: nil
    }
  }

  private func chain(_ rule: WrongRule) -> String? {
    switch rule {
    case .localOnly where entry.slot == nil:
      "% adds the local derivatives, and forgets what comes from the right on each path"
    case .localOnly:
      "% is \(local), one box alone; \(output) moves \(upstreamValue) times as far as \(node), so multiply"
    case .upstreamOnly where entry.slot == nil:
      "% adds what comes from the right, and forgets the local derivative on each path"
    case .upstreamOnly:
      "% is \(upstream), what comes from the right; \(node) itself moves \(localValue) times as far "
        + "as \(operand), so multiply"
    case .added: "% adds; each box multiplies what the box before made of the change"
    case .onePath: "% is one path alone; \(operand) reaches \(output) on several, and they add up"
    case .skippedNode: "% leaves out a box: go back one box at a time, by way of \(upstream)"
    case .innerForgotten:
      "% is the outer derivative alone; what stands inside moves with \(operand) as well"
    case .divided: "% divides; the chain rule multiplies \(local) by \(upstream)"
    case .pathsMultiplied: "% multiplies the paths; they add up"
    case .pathsAveraged: "% averages the paths; they add up"
    case .oneUpstream: "% uses what comes from the right on one path for all of them"
    case .oneLocal: "% uses one local derivative for all paths"
    case .countedOnce: "% counts \(operand) once; it enters \(node) by more wires than one"
    case .extraFactor: "% has a factor too many: \(upstream) holds it already"
    case .sibling: "% follows the wire beside; look at \(operand)'s own"
    case .seed: "% starts from \(output) itself; the sweep starts from d\(output)/d\(output) = 1"
    case .doubled: "% is twice the derivative, as if the sweep had run twice into one sum"
    case .upsideDown: "% is the fraction upside down: how far does \(output) move per \(operand)?"
    default: nil
    }
  }

  private func quantity(_ rule: WrongRule) -> String? {
    let moved = entry.kind == .local ? node : output
    switch rule {
    case .forwardValue:
      return "% is a value, and asked is how many times as far \(moved) moves as \(operand)"
    case .nudgedChange:
      return "% is how far \(moved) moves for a nudge by 0.001; divide by the nudge"
    case .nudgedValue: return "% is where \(moved) ends up after a nudge; asked is how far it moved"
    case .unitChange:
      return "% is the change for a whole step of 1; a derivative is for a small one"
    case .wrongPoint: return "% has the right formula with another quantity's value in it"
    case .updateStep: return "% is a step of gradient descent; asked is the derivative alone"
    default: return nil
    }
  }
}
