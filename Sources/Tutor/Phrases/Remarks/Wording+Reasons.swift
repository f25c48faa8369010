import Autodiff
import Expressions
import Teaching
import TextScreen

extension Wording {
  /// Characters of a derivative that is told as a reason.
  private static let reasonLimit = 400

  /// Why an entry has its value: the rule in this graph's names, then in its numbers.
  ///
  /// `2 + 3w = 2 + 3 × 3`, `2a = 2 × 11`, `da/dw × dJ/da = 3 × 22`.
  static func reason(for index: Int, in key: AnswerKey, isASCII: Bool) -> String {
    let entry = key.list.entries[index]
    let graph = key.graph
    let names = key.list.entries
    switch entry.kind {
    case .forward:
      guard let expression = graph.nodes[entry.node].formula?.expression else { return "" }
      return withNumbers(expression, of: entry.node, in: key, isASCII: isASCII)
    case .local: return local(entry, in: key, isASCII: isASCII)
    case .contribution where entry.isAtOutput, .derivative where entry.isLocal:
      return local(entry, in: key, isASCII: isASCII)
    case .derivative where entry.slot == nil:
      let numbers = entry.prerequisites.map { key.shown($0).factorText }
      return entry.prerequisites.map { names[$0].name }.joined(separator: " + ") + " = "
        + numbers.joined(separator: " + ")
    case .contribution, .derivative:
      guard let local = entry.prerequisites.first,
        let upstream = key.list.derivative(of: entry.node)
      else { return "" }
      return "\(names[local].name) × \(names[upstream].name) = "
        + "\(key.shown(local).factorText) × \(key.shown(upstream).factorText)"
    }
  }

  /// The symbolic derivative of an entry's box, and with its numbers where it depends on them.
  private static func local(_ entry: Entry, in key: AnswerKey, isASCII: Bool) -> String {
    let (rule, numbers) = rule(of: entry, in: key, isASCII: isASCII)
    return numbers.map { "\(rule) = \($0)" } ?? rule
  }

  /// The symbolic derivative of an entry's box, and the computation that is left in numbers.
  static func rule(
    of entry: Entry, in key: AnswerKey, isASCII: Bool
  ) -> (text: String, numbers: String?) {
    guard let operand = key.operand(of: entry),
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return ("", nil) }
    let name = key.graph.nodes[operand].name
    let derivative = SymbolicDerivative(of: expression, withRespectTo: name)
    guard derivative.parts.isEmpty else {
      let whole = expression.derivative(withRespectTo: name)
      return (
        derivative.text.truncated(toColumns: Wording.reasonLimit),
        numbers(of: whole, at: entry.node, in: key, isASCII: isASCII)
      )
    }
    return (
      text(of: derivative.expression, isASCII: isASCII),
      numbers(of: derivative.expression, at: entry.node, in: key, isASCII: isASCII)
    )
  }

  /// A formula, and after `=` the formula with the numbers of its names.
  private static func withNumbers(
    _ expression: Expression, of node: Int, in key: AnswerKey, isASCII: Bool
  ) -> String {
    let text = text(of: expression, isASCII: isASCII)
    return numbers(of: expression, at: node, in: key, isASCII: isASCII)
      .map { "\(text) = \($0)" } ?? text
  }

  /// A formula as it is quoted in a sentence; the end of a long one is cut.
  static func text(of expression: Expression, isASCII: Bool) -> String {
    expression.text(isASCII: isASCII, atMost: reasonLimit).truncated(toColumns: reasonLimit)
  }

  /// The most numbers and operations of a computation that is left to somebody.
  private static let longestComputation = 40

  /// A formula with the numbers of its names, the deepest parts of a long one worked out; none where it has no names.
  static func numbers(
    of expression: Expression, at node: Int, in key: AnswerKey, isASCII: Bool
  ) -> String? {
    guard !expression.isConstant else { return nil }
    var numbers: [String: Double] = [:]
    for operand in key.graph.nodes[node].operands {
      numbers[key.graph.nodes[operand].name] = key.shownValue(of: operand)
    }
    guard expression.terms.count > longestComputation else {
      let shown = expression.substituting(numbers.mapValues { Expression($0) })
        .computation(isASCII: isASCII)
      return shown == expression.text(isASCII: isASCII) ? nil : shown
    }
    let operands = expression.names.map { numbers[$0] ?? 0 }
    let exact = expression.value(at: operands)
    let short = (6...15).lazy.map { digits in
      expression.folded(at: operands, toTerms: longestComputation / 2) {
        $0.readable(digits: digits)
      }
    }
    let kept = short.first { abs($0.value(at: [Double]()) - exact) <= 5e-6 * abs(exact) }
    return (kept ?? short.last)?.computation(isASCII: isASCII)
  }
}
