import Autodiff
package import Lessons
import Teaching

extension Session {
  /// Whether a picture waits, since its numbers would tell what some page asks of the same graph and is open.
  package func waits(_ block: Lesson.Block) -> Bool {
    guard case .cascade(let name) = block, let graph = page.graph else { return false }
    let worksheet = progress.worksheets[graph]
    guard let key = worksheet.key.numbers, let node = key.graph.index(of: name.text),
      let nudge = try? Nudge(node, by: AnswerKey.step, in: key.forward)
    else { return false }
    // A push tells how far each box on its way goes, how far in each of them, and how far the output.
    let values = nudge.changes.compactMap { key.list.forward(of: $0.node) }
    let slopes = nudge.changes.flatMap { change in
      key.graph.nodes[change.node].operands.indices
        .compactMap { key.list.localDerivative(of: change.node, slot: $0) }
    }
    let told = values + slopes + [key.list.derivative(of: node)].compactMap { $0 }
    return told.contains { entry in
      worksheet.concealed.contains(entry)
        || plan.askedOfGraph[graph].contains(entry) && !worksheet.states[entry].isSettled
    }
  }
}
