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
    guard let operand = key.operand(of: entry),
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return "" }
    let derivative = SymbolicDerivative(
      of: expression, withRespectTo: key.graph.nodes[operand].name)
    guard derivative.parts.isEmpty else {
      return String(derivative.text.prefix(Wording.reasonLimit))
    }
    return withNumbers(derivative.expression, of: entry.node, in: key, isASCII: isASCII)
  }

  /// A formula, and after `=` the formula with the numbers of its names.
  private static func withNumbers(
    _ expression: Expression, of node: Int, in key: AnswerKey, isASCII: Bool
  ) -> String {
    let text = expression.text(isASCII: isASCII)
    return numbers(of: expression, at: node, in: key, isASCII: isASCII)
      .map { "\(text) = \($0)" } ?? text
  }

  /// A formula with the numbers of its names; none where it has no names, or is too long to be read.
  static func numbers(
    of expression: Expression, at node: Int, in key: AnswerKey, isASCII: Bool
  ) -> String? {
    guard !expression.isConstant, expression.terms.count <= 40 else { return nil }
    var numbers: [String: Expression] = [:]
    for operand in key.graph.nodes[node].operands {
      numbers[key.graph.nodes[operand].name] = Expression(key.shownValue(of: operand))
    }
    let shown = expression.substituting(numbers).computation(isASCII: isASCII)
    return shown == expression.text(isASCII: isASCII) ? nil : shown
  }
}
