package import Autodiff
import Expressions
public import Lessons
import Teaching

extension Session {
  /// The blocks of the page in view as they are shown: with the learner's own numbers where the text has a place for them.
  public var shownBlocks: [Lesson.Block] {
    guard page.hasPlaceholders, let key = worksheet?.key.numbers else { return page.blocks }
    return page.blocks.map { block in
      guard case .prose(let prose) = block else { return block }
      return .prose(
        prose.replacingCode { code in
          Placeholder.filling(code) {
            Session.number(of: $0, given: key.forward)?.readable().shortestText
          }
        })
    }
  }

  /// The number of a formula of a graph's inputs; `nil` where it speaks of anything else, since what is computed is what is
  /// asked.
  package static func number(of formula: String, given forward: ForwardPass) -> Double? {
    var inputs: [String: Double] = [:]
    for (node, value) in zip(forward.graph.nodes, forward.values) where node.formula == nil {
      inputs[node.name] = value
    }
    guard let formula = try? Formula(formula, known: Set(inputs.keys)),
      formula.unknownNames(known: Set(inputs.keys)).isEmpty
    else { return nil }
    return formula.expression.value(at: inputs).flatMap { $0.isFinite ? $0 : nil }
  }
}
