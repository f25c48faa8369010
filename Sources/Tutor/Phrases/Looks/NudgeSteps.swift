import Autodiff
import Expressions
import Teaching
import TextScreen

/// A nudge as it travels to the right, box by box: how far each moves, and how many times as far as what moved it.
struct NudgeSteps {
  private let nudge: Nudge
  private let worksheet: Worksheet
  private let voice: Voice

  init(_ nudge: Nudge, on worksheet: Worksheet, voice: Voice) {
    self.nudge = nudge
    self.worksheet = worksheet
    self.voice = voice
  }

  private var graph: ComputationGraph { worksheet.key.graph }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  var sheet: (title: String, steps: [CloserLook.Step]) {
    let start = nudge.node
    var lit = CloserLook.Lit(nodes: [start], changes: [start: nudge.step])
    var steps = [
      CloserLook.Step(lines: [NudgeSteps.moved(name(start), nudge.step)], lit: lit, node: start)
    ]
    for change in nudge.changes {
      let movers = graph.nodes[change.node].operands.filter { lit.changes[$0] != nil }
      let line = self.line(change, movers, lit.changes)
      lit.nodes.insert(change.node)
      lit.wires.formUnion(movers.map { CloserLook.Wire(source: $0, target: change.node) })
      lit.changes[change.node] = change.after - change.before
      steps.append(CloserLook.Step(lines: [line], lit: lit, node: change.node))
    }
    let last = steps.count - 1
    steps[last].lines += [conclusion]
    return ("Nudge \(name(start)) by \(nudge.step.shortestText)", steps)
  }

  /// `a = 2 + 3w: up 0.003, 3 times as far as w`.
  private func line(
    _ change: Nudge.Change, _ movers: [Int], _ changes: [Int: Double]
  ) -> StyledText {
    let formula = graph.nodes[change.node].formula?.expression.text(isASCII: voice.isASCII) ?? ""
    var line = NudgeSteps.moved(name(change.node), change.after - change.before)
    line.append(", ")
    if movers.count == 1, let mover = movers.first, let moved = changes[mover], moved != 0 {
      let ratio = (change.after - change.before) / moved
      line.append(NudgeSteps.times(ratio), Style(.derivative))
      line.append(" as \(name(mover))")
      if mover != nudge.node { line.append(", ") }
    } else if movers.count > 1 {
      let most = 6
      let rest = movers.count > most ? ["\(movers.count - most) more"] : []
      line.append("moved by \(Wording.list(movers.prefix(most).map(name) + rest)) together, ")
    }
    if movers != [nudge.node] {
      line.append(NudgeSteps.times(change.slope), Style(.derivative))
      line.append(" as \(name(nudge.node))")
    }
    line.append(
      "   \(name(change.node)) = \(formula)".truncated(toColumns: CloserLook.longestFormula / 4),
      Style(.faint))
    return line
  }

  /// What the whole nudge shows.
  private var conclusion: StyledText {
    let output = name(graph.output)
    guard let last = nudge.changes.last(where: { $0.node == graph.output }) else {
      let what =
        nudge.node == graph.output
        ? "\(output) is the output; nothing stands to its right"
        : "\(name(nudge.node)) has no way to \(output), which stays where it is"
      return StyledText(what)
    }
    var line = StyledText("so d\(output)/d\(name(nudge.node)) is about ")
    line.append(last.slope.roundedText, Style(.derivative))
    line.append("; a smaller nudge comes nearer")
    return line
  }

  private static func moved(_ name: String, _ change: Double) -> StyledText {
    var line = StyledText("  \(name) ", Style(.strong))
    guard change != 0 else { return line + StyledText("does not move") }
    line.append("\(change < 0 ? "down" : "up") \(abs(change).roundedText)", Style(.lit))
    return line
  }

  private static func times(_ ratio: Double) -> String {
    let text = ratio.roundedText
    return text == "1" ? "just as far" : "\(text) times as far"
  }
}
