import Autodiff
package import Expressions
package import Teaching
import TextScreen

extension Wording {
  /// Characters of a derivative that is told as a reason.
  private static let reasonLimit = 400

  /// The entries whose numbers stand in the reason of another one.
  static func sources(of index: Int, in key: AnswerKey) -> [Int] {
    let entry = key.list.entries[index]
    if let formula = StepFormula(of: index, in: .numbers(key)) { return formula.sources }
    guard entry.kind == .forward || entry.isLocal else { return entry.prerequisites }
    return key.graph.nodes[entry.node].operands.compactMap { key.list.forward(of: $0) }
  }

  /// Why an entry has its value: the rule in this graph's names, then in its numbers.
  ///
  /// - Parameter isKnown: whether the number of another entry may be told; where one may not, the names stand alone.
  package static func reason(
    for index: Int, in key: AnswerKey, voice: Voice, where isKnown: (Int) -> Bool = { _ in true }
  ) -> WorkedRule {
    var reason = reason(of: index, in: key, voice: voice)
    if !sources(of: index, in: key).allSatisfy(isKnown) { reason.numbers = nil }
    return reason
  }

  private static func reason(of index: Int, in key: AnswerKey, voice: Voice) -> WorkedRule {
    let entry = key.list.entries[index]
    let names = key.list.entries
    switch entry.kind {
    case .forward:
      guard let expression = key.graph.nodes[entry.node].formula?.expression else {
        return WorkedRule()
      }
      return WorkedRule(
        rule: text(of: expression, voice: voice),
        numbers: numbers(of: expression, at: entry.node, in: key, voice: voice),
        usesStep: usesStep(expression))
    case .shape, .derivativeShape: preconditionFailure("a graph of numbers asks for no shapes")
    case .later: return reasonOfStep(index, in: .numbers(key))
    case .local: return rule(of: entry, in: key, voice: voice)
    case .contribution where entry.isAtOutput, .derivative where entry.isLocal:
      return rule(of: entry, in: key, voice: voice)
    case .derivative where entry.slot == nil:
      return WorkedRule(
        rule: entry.prerequisites.map { names[$0].name }.joined(separator: " + "),
        numbers: entry.prerequisites.map { key.shown($0).factorText }.joined(separator: " + "))
    case .contribution, .derivative:
      guard let local = entry.prerequisites.first,
        let upstream = key.list.derivative(of: entry.node)
      else { return WorkedRule() }
      return WorkedRule(
        rule: "\(names[local].name) × \(names[upstream].name)",
        numbers: "\(key.shown(local).factorText) × \(key.shown(upstream).factorText)")
    }
  }

  /// The symbolic derivative of an entry's box, and with its numbers where it depends on them.
  package static func rule(of entry: Entry, in key: AnswerKey, voice: Voice) -> WorkedRule {
    guard let operand = key.operand(of: entry),
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return WorkedRule() }
    let name = key.graph.nodes[operand].name
    let derivative = SymbolicDerivative(of: expression, withRespectTo: name)
    guard derivative.parts.isEmpty else {
      let whole = expression.derivative(withRespectTo: name)
      return WorkedRule(
        rule: derivative.text.truncated(toColumns: Wording.reasonLimit),
        numbers: numbers(of: whole, at: entry.node, in: key, voice: voice),
        usesStep: usesStep(whole))
    }
    return WorkedRule(
      rule: text(of: derivative.expression, voice: voice),
      numbers: numbers(of: derivative.expression, at: entry.node, in: key, voice: voice),
      usesStep: usesStep(derivative.expression))
  }

  private static func usesStep(_ expression: Expression) -> Bool {
    expression.terms.contains { if case .unary(.step, _) = $0 { true } else { false } }
  }

  /// A formula as it is quoted in a sentence; the end of a long one is cut.
  package static func text(of expression: Expression, voice: Voice) -> String {
    expression.text(isASCII: voice.isASCII, atMost: reasonLimit).truncated(toColumns: reasonLimit)
  }

  /// The most numbers and operations of a computation that is left to somebody.
  private static let longestComputation = 40

  /// A formula with the numbers of its names, the deepest parts of a long one worked out; `nil` if it has no names.
  package static func numbers(
    of expression: Expression, at node: Int, in key: AnswerKey, voice: Voice
  ) -> String? {
    guard !expression.isConstant else { return nil }
    var numbers: [String: Double] = [:]
    for operand in key.graph.nodes[node].operands {
      numbers[key.graph.nodes[operand].name] = key.shownValue(of: operand)
    }
    guard expression.terms.count > longestComputation else {
      let shown = expression.substituting(numbers.mapValues { Expression($0) })
        .computation(isASCII: voice.isASCII)
      return shown == expression.text(isASCII: voice.isASCII) ? nil : shown
    }
    let operands = expression.names.map { numbers[$0] ?? 0 }
    let exact = expression.value(at: operands)
    let short = (6...15).lazy.map { digits in
      expression.folded(at: operands, toTerms: longestComputation / 2) {
        $0.readable(digits: digits)
      }
    }
    let kept = short.first { abs($0.value(at: [Double]()) - exact) <= 5e-6 * abs(exact) }
    return (kept ?? short.last)?.computation(isASCII: voice.isASCII)
  }
}
