import Autodiff
import Expressions
import Lessons
package import Teaching

extension Wording {
  /// Hints on an entry, made from the graph: where to look, the rule, and the derivation up to its last step.
  ///
  /// - Parameter isKnown: whether the number of another entry may be told by the way.
  package static func hints(
    for index: Int, in key: AnswerKey, voice: Voice, where isKnown: (Int) -> Bool = { _ in true }
  ) -> [Hint] {
    let entry = key.list.entries[index]
    let graph = key.graph
    let node = graph.nodes[entry.node]
    let output = graph.nodes[graph.output].name
    let formula = node.formula.map { text(of: $0.expression, voice: voice) } ?? ""
    let operand = key.operand(of: entry).map { graph.nodes[$0].name } ?? ""
    let reason = reason(for: index, in: key, voice: voice, where: isKnown)
    let missing = sources(of: index, in: key).filter { !isKnown($0) }
      .map { key.list.entries[$0].name }
    let last =
      missing.isEmpty
      ? Hint(asking: reason)
      : Hint(text: "it is \(reason.rule); find \(list(missing)) first")
    switch entry.kind {
    case .forward:
      let enters = node.operands.map { operand in
        let name = graph.nodes[operand].name
        guard key.list.forward(of: operand).map(isKnown) ?? true else {
          return "\(name), which you still have to find"
        }
        return "\(name) = \(key.shownValue(of: operand).shortestText)"
      }
      return [
        Hint(text: "look at what enters the box of \(node.name): \(list(enters))"),
        Hint(text: "put it into \(node.name) = \(formula)"), last,
      ]
    case .shape, .derivativeShape: preconditionFailure("a graph of numbers asks for no shapes")
    case .later: return entry.later.map { hintsAfterStep($0, last, in: .numbers(key)) } ?? [last]
    case .local:
      return localHints(node.name, formula, operand, reason, last)
    case .contribution where entry.isAtOutput, .derivative where entry.isLocal:
      return [Hint(text: "\(output) is the output, so only its own box counts")]
        + localHints(node.name, formula, operand, reason, last)
    case .derivative where entry.slot == nil:
      let paths = entry.prerequisites.map { key.list.entries[$0].name }
      return [
        Hint(text: "\(operand) reaches \(output) on \(paths.count) paths; look at each of them"),
        Hint(text: "add what comes back on the paths: \(paths.joined(separator: " + "))"),
        last,
      ]
    case .contribution, .derivative:
      let local = ComputationGraph.derivativeName(of: node.name, by: operand)
      let upstream = ComputationGraph.derivativeName(of: output, by: node.name)
      return [
        Hint(
          text: "go one box to the right of \(operand), to \(node.name): \(upstream) is what comes "
            + "from there"),
        Hint(
          text: "the chain rule: how far \(node.name) follows \(operand), times how far \(output) "
            + "follows \(node.name): \(local) × \(upstream)"), last,
      ]
    }
  }

  private static func localHints(
    _ node: String, _ formula: String, _ operand: String, _ rule: WorkedRule, _ last: Hint
  ) -> [Hint] {
    let step = rule.usesStep ? ", where step is 1 above 0, 0 otherwise" : ""
    let look =
      "look at the box of \(node) alone: if \(operand) goes up by 0.001, how far does \(node) go?"
    let teach = "the derivative of \(formula) by \(operand) is \(rule.rule)\(step)"
    guard rule.numbers != nil || last.computation == nil else {
      return [Hint(text: look), Hint(text: teach, computation: rule.computation)]
    }
    return [Hint(text: look), Hint(text: teach), last]
  }
}
