import Autodiff
import Expressions
import Lessons
import Sessions
package import Teaching

extension Wording {
  /// What is asked now, on one line; empty on a page that asks nothing.
  package var question: String {
    if let worksheet = session.worksheet, let focus = session.focus {
      let isShown = session.page.isDemonstration && worksheet.states[focus].isOpen
      let question = Wording.question(
        for: focus, in: worksheet.key, beside: session.panel(for: focus), isShort: isShown)
      return isShown ? "\(question) Enter shows it" : question
    }
    return session.exercise.map { Wording.question(in: $0.exercise, $0.work) } ?? ""
  }

  /// What an entry asks, in one sentence.
  ///
  /// - Parameters:
  ///   - panel: what is shown beside it; the question alone tells no rule, and beside nothing the name is all.
  ///   - isShort: whether the line has to hold something more.
  private static func question(
    for index: Int, in key: GraphKey, beside panel: Panel, isShort: Bool
  ) -> String {
    let entry = key.list.entries[index]
    guard panel != .none else { return "\(entry.name) = ?" }
    if let later = entry.later { return question(after: later, entry, in: key) }
    if let arrays = key.arrays { return question(for: index, in: arrays) }
    let nodes = key.graph.nodes
    let output = nodes[key.graph.output].name
    let node = nodes[entry.node].name
    let operand = key.operand(of: entry).map { nodes[$0].name } ?? ""
    let move = isShort ? "moves" : "moves a little"
    switch entry.kind {
    case .forward:
      return "\(entry.name): what is its value?"
    case .shape, .derivativeShape: preconditionFailure("a graph of numbers asks for no shapes")
    case .later: return entry.name
    case .local:
      return "\(entry.name): if \(operand) \(move), how many times as far does \(node) move?"
    case .contribution:
      return
        "\(entry.name): if \(operand) moves, how many times as far does \(output) move via \(node)?"
    case .derivative where entry.slot == nil && panel < .question:
      return "\(entry.name): what do the paths from \(operand) add up to?"
    case .derivative:
      return
        "\(entry.name): if \(operand) \(move), how many times as far does \(output) move?"
    }
  }

  /// What an entry asks, as a part of a sentence.
  package func subject(of index: Int, in worksheet: Worksheet) -> String {
    let entry = worksheet.entries[index]
    if let later = entry.later { return Wording.subject(after: later, entry, in: worksheet.key) }
    if let arrays = worksheet.key.arrays { return Wording.subject(of: index, in: arrays) }
    let graph = worksheet.graph
    let names = graph.nodes.map(\.name)
    let (output, node) = (names[graph.output], names[entry.node])
    let operand = worksheet.key.operand(of: entry).map { names[$0] } ?? ""
    switch entry.kind {
    case .forward:
      let formula = graph.nodes[entry.node].formula?.expression.text(isASCII: voice.isASCII) ?? ""
      return "\(node), the value of \(formula)"
    case .shape, .derivativeShape: preconditionFailure("a graph of numbers asks for no shapes")
    case .later: return entry.name
    case .local:
      return "\(entry.name), how far \(node) moves for each unit of \(operand) in this box alone"
    case .contribution:
      return "\(entry.name), how far \(output) moves for each unit of \(operand) via \(node)"
    case .derivative where entry.slot == nil:
      return "\(entry.name), the sum over the paths from \(operand)"
    case .derivative:
      return "\(entry.name), how far \(output) moves for each unit of \(operand)"
    }
  }
}
