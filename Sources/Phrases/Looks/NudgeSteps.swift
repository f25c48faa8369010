import Autodiff
import Drawings
import Expressions
import Teaching
import TextScreen

/// A nudge as it travels to the right, box by box: how far each moves, and how many times as far as what moved it.
struct NudgeSteps {
  private let nudge: Nudge
  private let worksheet: Worksheet
  private let voice: Voice

  package init(_ nudge: Nudge, on worksheet: Worksheet, voice: Voice) {
    self.nudge = nudge
    self.worksheet = worksheet
    self.voice = voice
  }

  /// Columns of a box beside what it moved, behind which the rest is left out.
  private static let longestBox = 32

  private var graph: ComputationGraph { worksheet.graph }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  package var sheet: LookSheet {
    let start = nudge.node
    var moves = [start: nudge.step]
    let first = LookSheet.Line(indent: 2, NudgeSteps.moved(name(start), nudge.step))
    var steps = [
      LookSheet.Step(
        lines: [first], lit: Highlight(nodes: [start], changes: [start: .number(nudge.step)]),
        node: start)
    ]
    for change in nudge.changes {
      let movers = graph.nodes[change.node].operands.filter { moves[$0] != nil }
      let line = self.line(change, movers, moves)
      let move = change.after - change.before
      moves[change.node] = move
      let lit = Highlight(
        nodes: [change.node],
        wires: Set(movers.map { Highlight.Wire(from: $0, to: change.node) }),
        changes: [change.node: .number(move)])
      steps.append(LookSheet.Step(lines: [line], lit: lit, node: change.node))
    }
    let last = steps.count - 1
    steps[last].lines += [conclusion]
    return LookSheet(
      title: "Nudge \(name(start)) by \(nudge.step.shortestText)", steps: steps, keepsLight: true)
  }

  /// `a = 2 + 3w: up 0.003, 3 times as far as w`.
  private func line(
    _ change: Nudge.Change, _ movers: [Int], _ changes: [Int: Double]
  ) -> LookSheet.Line {
    let formula = graph.nodes[change.node].formula?.expression.text(isASCII: voice.isASCII) ?? ""
    var parts = NudgeSteps.moved(name(change.node), change.after - change.before)
    parts.append(.text(", "))
    if movers.count == 1, let mover = movers.first, let moved = changes[mover], moved != 0 {
      let ratio = (change.after - change.before) / moved
      parts += [.number(NudgeSteps.times(ratio)), .text(" as \(name(mover))")]
      if mover != nudge.node { parts.append(.text(", ")) }
    } else if movers.count > 1 {
      let most = 6
      let rest = movers.count > most ? ["\(movers.count - most) more"] : []
      let names = Wording.list(movers.prefix(most).map(name) + rest)
      parts.append(.text("moved by \(names) together, "))
    }
    if movers != [nudge.node] {
      parts += [.number(NudgeSteps.times(change.slope)), .text(" as \(name(nudge.node))")]
    }
    let box = "\(name(change.node)) = \(formula)"
    parts.append(.aside(box.truncated(toColumns: NudgeSteps.longestBox)))
    return LookSheet.Line(indent: 2, parts)
  }

  /// What the whole nudge shows.
  private var conclusion: LookSheet.Line {
    let output = name(graph.output)
    guard let last = nudge.changes.last(where: { $0.node == graph.output }) else {
      let what =
        nudge.node == graph.output
        ? "\(output) is the output; nothing stands to its right"
        : "\(name(nudge.node)) does not reach \(output), which stays where it is"
      return LookSheet.Line([.text(what)])
    }
    let derivative = graph.derivativeName(of: graph.output, by: nudge.node)
    return LookSheet.Line([
      .text("so \(derivative) is about "), .number(last.slope.roundedText),
      .text("; a smaller nudge comes nearer"),
    ])
  }

  private static func moved(_ name: String, _ change: Double) -> [LookSheet.Part] {
    guard change != 0 else { return [.text("\(name) ", .strong), .text("does not move")] }
    let way = change < 0 ? "down" : "up"
    return [.text("\(name) ", .strong), .text("\(way) \(abs(change).roundedText)", .lit)]
  }

  private static func times(_ ratio: Double) -> String {
    let text = ratio.roundedText
    return text == "1" ? "just as far" : "\(text) times as far"
  }
}
